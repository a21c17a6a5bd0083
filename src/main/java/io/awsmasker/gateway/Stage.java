package io.awsmasker.gateway;

/**
 * The stages of a request's life, in their order. A large batch goes through those from {@link #READ} to {@link #FORWARD} again
 * and again, part by part.
 */
public enum Stage {
    /** The path is looked up in the table. */
    RECEIVE,
    /** The caller and the tenant become known. */
    AUTHENTICATE,
    /** The body comes, bounded. */
    READ,
    /** Whatever coding it came in, it becomes plain bytes, and its texts are found. */
    DECODE,
    /** Identifiers become tokens. */
    MASK,
    /** A second look goes over the outgoing bytes. */
    PROVE,
    /** The request goes to Claude, whose answer is awaited. */
    FORWARD,
    /** Tokens become identifiers again. */
    RESTORE,
    /** The client gets the end of the answer. */
    ANSWER
}
