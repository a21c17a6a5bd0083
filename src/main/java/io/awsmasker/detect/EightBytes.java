package io.awsmasker.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at once, as one number whose lowest byte is the first of them. Answers are masks with the highest
 * bit of each byte for which the question holds, so that a text is passed over without a branch for each of its bytes.
 */
final class EightBytes {
    static final int SIZE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = ~HIGH;

    /** Eight spaces, as indented texts have them everywhere. */
    static final long BLANKS = ONES * ' ';

    private EightBytes() {}

    /** The bytes {@code [at, at + 8)}, all of which must be in the array. */
    static long at(byte[] text, int at) {
        return (long) LONGS.get(text, at);
    }

    /** Whether one of them is {@code b}, which must be ASCII. */
    static boolean contain(long bytes, char b) {
        long zero = bytes ^ (ONES * b);
        return ((zero - ONES) & ~zero & HIGH) != 0;
    }

    /** Which of them are {@code b}. */
    static long equal(long bytes, byte b) {
        long zero = bytes ^ (ONES * (b & 0xff));
        return ~(((zero & LOW) + LOW) | zero) & HIGH;
    }

    /**
     * Which of them may be anchors of the scan: all but blanks, double quotes, commas, the small letters that are none and
     * what is not ASCII.
     */
    static long anchors(long bytes) {
        long low = bytes & LOW;
        long w = ~((low ^ (ONES * 'w')) + LOW);
        long k = ~((low ^ (ONES * 'k')) + LOW);
        long small = (low + ONES * (0x80 - 'a')) & ~(low + ONES * (0x80 - 'z' - 1)) & ~(w | k);
        long comma = ~((low ^ (ONES * ',')) + LOW);
        return (low + ONES * (0x80 - '"' - 1)) & ~(small | comma | bytes) & HIGH;
    }

    /** Which of them are letters, digits or underscores. */
    static long words(long bytes) {
        long low = bytes & LOW;
        long letter = low | (ONES * ' ');
        long letters = (letter + ONES * (0x80 - 'a')) & ~(letter + ONES * (0x80 - 'z' - 1));
        long digits = (low + ONES * (0x80 - '0')) & ~(low + ONES * (0x80 - '9' - 1));
        long underscores = ~((low ^ (ONES * '_')) + LOW);
        return (letters | digits | underscores) & ~bytes & HIGH;
    }
}
