package io.awsmasker.gateway;

/** The stages of a request's life, in their order. */
public enum Stage {
    /** The path is looked up in the table and the body read, bounded. */
    RECEIVE,
    /** The caller and the tenant are known. */
    AUTHENTICATE,
    /** The body is plain JSON bytes, whatever coding it came in. */
    DECODE,
    /** Identifiers have become tokens. */
    MASK,
    /** A second look found nothing left in the outgoing bytes. */
    PROVE,
    /** The request went to Claude and the answer begins. */
    FORWARD,
    /** Tokens have become identifiers again. */
    RESTORE,
    /** The client has the whole answer. */
    ANSWER
}
