package io.awsmasker.claude;

import io.awsmasker.claude.Rule.Refuse;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks a request body and collects every string that is customer text. It walks everything and exempts little: only a
 * {@link Place} can let a value pass, and what passes or cannot hold a token is collected too, to be refused if it must.
 */
final class RequestWalk {
    private static final int NONE = -1;
    private static final Pattern TEXTUAL = Pattern.compile("(?i)^\\s*text/|json|xml|yaml|csv|script");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=_-]*");
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?");

    private final JsonIndex index;
    private final Origin origin;
    private final ContentPolicy policy;
    private final RequestSpots spots;
    private boolean strict;
    private boolean textual;

    private RequestWalk(JsonIndex index, Origin origin, ContentPolicy policy) {
        this.index = index;
        this.origin = origin;
        this.policy = policy;
        this.spots = new RequestSpots(index);
    }

    /**
     * Walks a body whose root is treated by the given rule.
     *
     * @throws RefusedContent if the body holds what must not leave
     */
    static RequestSpots of(JsonIndex index, Origin origin, Rule root, ContentPolicy policy) {
        RequestWalk walk = new RequestWalk(index, origin, policy);
        root.treat(walk, JsonIndex.ROOT, "");
        return walk.spots;
    }

    private void object(int object, Place declared) {
        Place place = typed(object, declared);
        switch (place) {
            case THREAD, CONTAINER -> spots.keep();
            case BATCH_ITEM -> spots.enterItem();
            case DOCUMENT -> spots.document(documentText(object));
            case CITATION -> spots.citation(object);
            default -> {}
        }
        boolean outerStrict = strict;
        boolean outerTextual = textual;
        strict = place == Place.FORMAT || isTrue(object, "strict");
        textual = place == Place.SOURCE && isText(object);
        boolean begins = place.isSigned() && spots.enterSigned(object);
        members(object, place);
        if (begins) {
            spots.leaveSigned();
        }
        strict = outerStrict;
        textual = outerTextual;
    }

    private int documentText(int document) {
        int source = index.member(document, "source");
        int data = source < 0 ? NONE : index.member(source, "data");
        int type = data < 0 ? NONE : index.member(source, "type");
        return type >= 0 && index.is(type, "text") ? data : NONE;
    }

    private boolean isTrue(int object, String member) {
        int value = index.member(object, member);
        return value >= 0 && index.kind(value) == Kind.TRUE;
    }

    private boolean isText(int source) {
        int type = index.member(source, "media_type");
        return type < 0
                || index.kind(type) != Kind.STRING
                || TEXTUAL.matcher(index.string(type)).find();
    }

    private void members(int object, Place place) {
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            Rule rule = place.rule(name);
            if (rule == null) {
                if (place == Place.BODY || place == Place.MESSAGE) {
                    spots.unfamiliar(place);
                }
                spots.text(key, null, false);
                spots.value(key + 1, name, false);
            } else {
                rule.treat(this, key + 1, name);
            }
        }
    }

    void text(int value, String name, boolean tokensStand) {
        spots.value(value, name, tokensStand);
    }

    void clean(int value, String name) {
        spots.clean(value, name);
    }

    /** What may leave unread is left to the proof, which finds what names itself in the letters of base64. */
    void refused(int value, Refuse refuse) {
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

    void credential(int value) {
        if (index.kind(value) == Kind.STRING) {
            spots.credential(index.string(value));
        }
        allowed(value);
    }

    void schema(int value, String name) {
        if (strict) {
            spots.schema(value);
        }
        spots.value(value, name, false);
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
        allowed(value);
    }

    private void allowed(int value) {
        if (index.kind(value) == Kind.STRING) {
            spots.allowed(value);
        } else {
            spots.clean(value, "");
        }
    }

    void owned(int value, String name, @Nullable Place object) {
        switch (index.kind(value)) {
            case STRING -> {
                spots.clean(value, name);
                spots.reference(index.string(value));
            }
            case NULL -> {}
            default -> {
                if (object == null || index.kind(value) != Kind.OBJECT) {
                    throw new RefusedContent(
                            RefusedContent.Kind.AROUND_THE_GATEWAY, path(value) + " is not the id that it must be");
                }
                object(value, object);
            }
        }
    }

    void opaque(int value, String name) {
        if (index.kind(value) != Kind.STRING) {
            spots.clean(value, name);
        } else if (!OPAQUE.matcher(index.string(value)).matches()) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE, path(value) + " is not written as signed or encrypted values are");
        }
    }

    void into(int value, String name, Place place) {
        if (place == Place.CREDIT_TOKEN && index.kind(value) == Kind.STRING) {
            opaque(value, name);
        } else {
            nested(value, name, place);
        }
    }

    private void nested(int value, String name, Place place) {
        switch (index.kind(value)) {
            case OBJECT -> object(value, place);
            case ARRAY -> {
                int end = index.after(value);
                boolean system = name.equals("system");
                int position = 0;
                for (int child = value + 1; child < end; child = index.after(child)) {
                    if (place == Place.MESSAGE) {
                        enterMessage(child, position++);
                    }
                    boolean attribution = system && child == value + 1 && isAttribution(child);
                    nested(child, name, attribution ? Place.ATTRIBUTION : place);
                }
                if (place == Place.MESSAGE) {
                    spots.leaveMessages();
                }
            }
            default -> spots.value(value, name, false);
        }
    }

    private void enterMessage(int node, int position) {
        int role = index.member(node, "role");
        spots.enterMessage(position, role >= 0 && index.is(role, "assistant"));
    }

    private Place typed(int object, Place declared) {
        Place place = declared;
        int types = 0;
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            if (index.is(key, "type")) {
                types++;
                if (declared == Place.TOOL && isCodeExecution(key + 1)) {
                    spots.keep();
                }
                place = index.kind(key + 1) == Kind.STRING ? typed(declared, index.string(key + 1)) : declared;
            }
        }
        if (types > 1) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    path(object) + " has two members \"type\"; nobody can tell which one counts");
        }
        return place;
    }

    private Place typed(Place declared, String type) {
        if (Unfamiliar.isType(declared, type)) {
            spots.unfamiliar(declared);
        }
        return declared.typed(type);
    }

    /** A tool that runs at Anthropic, in a container that lives on. */
    private boolean isCodeExecution(int type) {
        return index.kind(type) == Kind.STRING && index.string(type).startsWith("code_execution");
    }

    private boolean isAttribution(int block) {
        int texts = 0;
        int end = index.after(block);
        for (int key = block + 1; index.kind(block) == Kind.OBJECT && key < end; key = index.after(key + 1)) {
            texts += index.is(key, "text") ? 1 : 0;
        }
        int text = index.member(block, "text");
        return texts == 1 && index.kind(text) == Kind.STRING && AttributionLine.matches(index.string(text));
    }

    private String path(int node) {
        String path = origin.path(index, node, Place::isProtocolWord);
        return path.isEmpty() ? "the body" : path;
    }
}
