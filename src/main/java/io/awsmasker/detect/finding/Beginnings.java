package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import java.util.Arrays;

/**
 * The first bytes of the remembered names, as bits under their hash: tells of a place in a text, mostly without looking
 * further, that no name begins there. As many bytes count as the shortest name has, at most eight.
 */
final class Beginnings {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final long[] NONE = {};
    private static final int FEW = 8;
    private static final int BITS_FOR_EACH = 32;
    private static final int FEWEST_BITS = 1 << 9;
    private static final int MOST_BITS = 1 << 20;

    private long[] firsts = {};
    private int size;
    private int shortest = EightBytes.SIZE;
    private long mask = -1;
    private long[] bits = NONE;
    private int shift;
    private byte[] marks = {};

    void add(byte[] text, int start, int end) {
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, Math.max(FEW, size * 2));
        }
        long first = 0;
        int length = Math.min(EightBytes.SIZE, end - start);
        for (int i = length - 1; i >= 0; i--) {
            first = first << 8 | (text[start + i] & 0xff);
        }
        firsts[size++] = first;
        shortest = Math.min(shortest, length);
        if (!Bytes.is(text[start], Bytes.WORD)) {
            mark(text[start]);
        }
        bits = NONE;
    }

    private void mark(byte b) {
        for (byte known : marks) {
            if (known == b) {
                return;
            }
        }
        marks = Arrays.copyOf(marks, marks.length + 1);
        marks[marks.length - 1] = b;
    }

    /** To be called when the last name is added and before the first question. */
    void ready() {
        if (bits.length > 0) {
            return;
        }
        long wanted = Math.max(FEWEST_BITS, Math.min(MOST_BITS, (long) size * BITS_FOR_EACH));
        int width = Long.SIZE - Long.numberOfLeadingZeros(wanted - 1);
        bits = new long[1 << (width - 6)];
        shift = Long.SIZE - width;
        mask = -1L >>> (Long.SIZE - Byte.SIZE * shortest);
        for (int i = 0; i < size; i++) {
            int bit = bit(firsts[i]);
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    /** Which of eight bytes begin a name although they are no word characters. */
    long marks(long bytes) {
        long all = 0;
        for (byte mark : marks) {
            all |= EightBytes.equal(bytes, mark);
        }
        return all;
    }

    /** Whether a name begins with a byte that is no word character. */
    boolean marked() {
        return marks.length > 0;
    }

    /** Whether a name may begin at {@code at}; near the end of the array the answer is always yes. */
    boolean has(byte[] text, int at) {
        if (at + EightBytes.SIZE > text.length) {
            return true;
        }
        int bit = bit(EightBytes.at(text, at));
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private int bit(long first) {
        return (int) (((first & mask) * SCATTER) >>> shift);
    }
}
