package io.awsmasker.failsecure;

/**
 * What still stands in an outgoing body. It names the kind and the place, never the text, so that it can be logged.
 *
 * @param kind a class word such as EC2, AKID, ARN, BUCKET or {@link #ORIGINAL}
 * @param offset index into the body array of the byte at which the find begins
 */
public record Leak(String kind, int offset) {
    /** The kind of a find that is one of the values that the request masked. */
    public static final String ORIGINAL = "ORIGINAL";
}
