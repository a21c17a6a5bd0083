package io.awsmasker.detect.pattern;

import java.util.Arrays;

/** A set of bytes; immutable, and equal to any other with the same members. */
@SuppressWarnings("ArrayRecordComponent") // never handed out; equals and hashCode look into it
record ByteSet(long[] bits) {
    static ByteSet range(int first, int last) {
        long[] bits = new long[4];
        for (int b = first; b <= last; b++) {
            bits[b >>> 6] |= 1L << b;
        }
        return new ByteSet(bits);
    }

    static ByteSet of(int b) {
        return range(b, b);
    }

    boolean has(int b) {
        return (bits[b >>> 6] & 1L << b) != 0;
    }

    ByteSet with(ByteSet other) {
        long[] both = new long[4];
        Arrays.setAll(both, i -> bits[i] | other.bits[i]);
        return new ByteSet(both);
    }

    ByteSet without(ByteSet other) {
        long[] rest = new long[4];
        Arrays.setAll(rest, i -> bits[i] & ~other.bits[i]);
        return new ByteSet(rest);
    }

    /** With every letter in both cases. */
    ByteSet anyCase() {
        ByteSet all = this;
        for (int c = 'a'; c <= 'z'; c++) {
            all = has(c) || has(c - 32) ? all.with(of(c)).with(of(c - 32)) : all;
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSet set && Arrays.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
