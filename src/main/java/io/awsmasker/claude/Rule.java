package io.awsmasker.claude;

import org.jspecify.annotations.Nullable;

/** How the value of a member is treated on its way to Claude. */
sealed interface Rule {
    /** A value of the protocol: byte for byte, and refused when it holds an identifier, which nobody would mask there. */
    Rule PASS = new Pass();
    /** Signed or encrypted: one string of letters that such values are written in, byte for byte. */
    Rule OPAQUE = new Opaque();
    /** Customer text at any depth, object keys included: masked. */
    Rule TEXT = new Text(false);
    /** Text of the model that is checked on its way back: identifiers are masked, tokens stand. */
    Rule MODEL_TEXT = new Text(true);

    /** See {@link #PASS}. */
    record Pass() implements Rule {}

    /** See {@link #OPAQUE}. */
    record Opaque() implements Rule {}

    /** The one text that is not searched, because its grammar was checked. */
    record Untouched() implements Rule {}

    /** See {@link #TEXT} and {@link #MODEL_TEXT}. */
    record Text(boolean tokensStand) implements Rule {}

    /** The address of a remote MCP server: leaves only if the operator allowed it. */
    record McpServer() implements Rule {}

    /** What belongs to a remote MCP server: leaves only if the operator allowed any. */
    record McpTools() implements Rule {}

    /** A credential for a server that was allowed. */
    record Credential() implements Rule {}

    /** A schema that the answer must obey, always or only where the tool is strict. */
    record Schema() implements Rule {}

    /**
     * The id of something that is kept at Anthropic: passed, and collected so that ids of others can be refused.
     *
     * @param object what may stand in the place of the id, or null when nothing else may
     */
    record Owned(@Nullable Place object) implements Rule {}

    /** Objects of the protocol, alone or in arrays; a string in their place is customer text. */
    record Into(Place place) implements Rule {}

    /**
     * Never leaves.
     *
     * @param reason a sentence that says what the matter is and what to do instead
     */
    record Refuse(RefusedContent.Kind kind, String reason) implements Rule {}

    static Rule unreadable(String reason) {
        return new Refuse(RefusedContent.Kind.UNREADABLE, reason);
    }

    static Rule around(String reason) {
        return new Refuse(RefusedContent.Kind.AROUND_THE_GATEWAY, reason);
    }
}
