package io.awsmasker.claude;

/**
 * A stretch of the body of a batch; all parts in their order are the body.
 *
 * @param start how many bytes of the body stand in front of it
 * @param requestsBefore how many requests stand in front of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record BatchPart(Kind kind, byte[] bytes, long start, int requestsBefore) {
    /** What a part of the body is. */
    enum Kind {
        /** White space, the braces and commas around requests, and the name of their list. */
        STRUCTURE,
        /** Requests, with the commas between them. */
        REQUESTS,
        /** A member that no batch is known to have, name and value. */
        MEMBER
    }
}
