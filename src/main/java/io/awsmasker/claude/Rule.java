package io.awsmasker.claude;

/** How the value of a member is treated on its way to Claude. */
sealed interface Rule {
    /** A value of the protocol, or one that is signed or encrypted: byte for byte, never searched. */
    Rule PASS = new Pass();
    /** Customer text at any depth, object keys included: masked. */
    Rule TEXT = new Text(false);
    /** Text of the model that is checked on its way back: identifiers are masked, tokens stand. */
    Rule MODEL_TEXT = new Text(true);

    /** See {@link #PASS}. */
    record Pass() implements Rule {}

    /** See {@link #TEXT} and {@link #MODEL_TEXT}. */
    record Text(boolean tokensStand) implements Rule {}

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
