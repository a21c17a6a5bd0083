package io.awsmasker.claude;

import java.util.Set;

/**
 * What the operator decided about content.
 *
 * @param opaqueAllowed whether images, PDFs and other content that nobody here can read may leave
 * @param thoughtsRestored whether clients get originals in the thoughts of the model too
 * @param mcpServers the URLs of remote MCP servers that mask what they send, and may therefore be used
 */
public record ContentPolicy(boolean opaqueAllowed, boolean thoughtsRestored, Set<String> mcpServers) {
    /** How a message about what nobody can read ends. */
    static final String OR_ALLOW_OPAQUE =
            ", or have the operator set masker.opaque-content to allow, if such content may leave unmasked";

    /** Nothing that cannot be masked leaves, and thoughts stay as the model wrote them. */
    public static final ContentPolicy STRICT = new ContentPolicy(false, false, Set.of());
}
