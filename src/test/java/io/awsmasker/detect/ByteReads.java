package io.awsmasker.detect;

import java.util.Arrays;

/** What {@link CountedBytes} counts. Public because two class loaders meet here. */
public final class ByteReads {
    /** Bytes read of byte arrays since the start. */
    @SuppressWarnings("NonFinalStaticField") // written by the code that is woven in
    public static long count;

    private ByteReads() {}

    /** {@link Arrays#equals(byte[], int, int, byte[], int, int)}, counted. */
    public static boolean equals(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        return mismatch(a, aFrom, aTo, b, bFrom, bTo) < 0;
    }

    /** {@link System#arraycopy}, counted. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    public static void arraycopy(Object from, int at, Object to, int position, int length) {
        System.arraycopy(from, at, to, position, length);
        count += from instanceof byte[] ? length : 0;
    }

    /** {@link Arrays#mismatch(byte[], int, int, byte[], int, int)}, counted. */
    public static int mismatch(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int same = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        count += same < 0 ? aTo - aFrom : same + 1;
        return same;
    }
}
