package io.awsmasker.claude;

import io.awsmasker.claude.Rule.Refuse;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.regex.Pattern;

/**
 * Decides which values may leave that nobody here can search or mask. A refusal names the path of the value and what to do, never
 * the value.
 */
final class Admission {
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9+/=_-]*");
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?");

    private final JsonIndex index;
    private final Origin origin;
    private final ContentPolicy policy;

    Admission(JsonIndex index, Origin origin, ContentPolicy policy) {
        this.index = index;
        this.origin = origin;
        this.policy = policy;
    }

    /**
     * What may leave unread is left to the proof, which finds what names itself in the letters of base64.
     *
     * @param textual whether it is text, which can be sent as such
     */
    void opaque(int value, Refuse refuse, boolean textual) {
        boolean allowable = refuse.kind() == RefusedContent.Kind.UNREADABLE && !textual;
        if (!allowable || !policy.opaqueAllowed()) {
            throw new RefusedContent(
                    refuse.kind(),
                    path(value) + " is refused: " + refuse.reason() + (allowable ? ContentPolicy.OR_ALLOW_OPAQUE : ""));
        }
        if (index.kind(value) != Kind.STRING
                || !BASE64.matcher(index.string(value)).matches()) {
            throw new RefusedContent(refuse.kind(), path(value) + " is not base64");
        }
    }

    /** A string that only who signed or encrypted it can read. */
    void sealed(int value) {
        if (!SEALED.matcher(index.string(value)).matches()) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE, path(value) + " is not written as signed or encrypted values are");
        }
    }

    void mcpServer(int value) {
        mcp(value, index.kind(value) == Kind.STRING && policy.mcpServers().contains(index.string(value)));
    }

    void mcpTools(int value) {
        mcp(value, !policy.mcpServers().isEmpty());
    }

    private void mcp(int value, boolean known) {
        if (!known) {
            throw new RefusedContent(
                    RefusedContent.Kind.AROUND_THE_GATEWAY,
                    path(value) + " is refused: results of a remote MCP server reach the model unmasked; run the server"
                            + " behind the client, or if it masks what it sends, have the operator add its address to"
                            + " masker.mcp-servers");
        }
    }

    RefusedContent noId(int value) {
        return new RefusedContent(
                RefusedContent.Kind.AROUND_THE_GATEWAY, path(value) + " is not the id that it must be");
    }

    RefusedContent twoTypes(int object) {
        return new RefusedContent(
                RefusedContent.Kind.UNREADABLE,
                path(object) + " has two members \"type\"; nobody can tell which one counts");
    }

    private String path(int node) {
        String path = origin.path(index, node, Place::isProtocolWord);
        return path.isEmpty() ? "the body" : path;
    }
}
