package io.awsmasker.detect;

/** What {@link CountedBytes} counts. Public because two class loaders meet here. */
public final class ByteReads {
    /** Reads of byte arrays since the start. */
    @SuppressWarnings("NonFinalStaticField") // written by the code that is woven in
    public static long count;

    private ByteReads() {}
}
