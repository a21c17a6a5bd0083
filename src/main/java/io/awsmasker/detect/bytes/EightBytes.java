package io.awsmasker.detect.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Eight bytes of a text at once, as one number whose lowest byte is the first of them. Answers are masks with the highest
 * bit of each byte for which the question holds, so that a text is passed over without a branch for each of its bytes.
 */
public final class EightBytes {
    public static final int SIZE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = ~HIGH;

    private static final long PACKING = 0x0102040810204080L;

    /** Eight spaces, as indented texts have them everywhere. */
    static final long BLANKS = ONES * ' ';

    private EightBytes() {}

    /** The bytes {@code [at, at + 8)}, all of which must be in the array. */
    public static long at(byte[] text, int at) {
        return (long) LONGS.get(text, at);
    }

    /** Eight characters of ASCII as they stand in a text. */
    public static long of(String word) {
        return at(word.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** Whether one of them is {@code b}, which must be ASCII. */
    static boolean contain(long bytes, char b) {
        long zero = bytes ^ (ONES * b);
        return ((zero - ONES) & ~zero & HIGH) != 0;
    }

    /** Which of them are {@code b}. */
    public static long equal(long bytes, byte b) {
        long zero = bytes ^ (ONES * (b & 0xff));
        return ~(((zero & LOW) + LOW) | zero) & HIGH;
    }

    /**
     * Which of them may be anchors of the scan: line feeds, and all that is ASCII and above the double quote but commas,
     * small letters other than k and w, and capitals from L to V.
     */
    public static long anchors(long bytes) {
        long low = bytes & LOW;
        long letter = low | (ONES * ' ');
        long fromL = (letter + ONES * (0x80 - 'l')) & ~(letter + ONES * (0x80 - 'v' - 1));
        long fromA = (low + ONES * (0x80 - 'a')) & ~(low + ONES * (0x80 - 'j' - 1));
        long fromX = (low + ONES * (0x80 - 'x')) & ~(low + ONES * (0x80 - 'z' - 1));
        long comma = ~((low ^ (ONES * ',')) + LOW);
        long line = ~((low ^ (ONES * '\n')) + LOW);
        return (((low + ONES * (0x80 - '"' - 1)) & ~(fromL | fromA | fromX | comma)) | line) & ~bytes & HIGH;
    }

    /** Which of them are no ASCII. */
    static long aboveAscii(long bytes) {
        return bytes & HIGH;
    }

    /** Which of them are digits. */
    static long digits(long bytes) {
        long low = bytes & LOW;
        return (low + ONES * (0x80 - '0')) & ~(low + ONES * (0x80 - '9' - 1)) & ~bytes & HIGH;
    }

    /** Which byte is the first for which a mask, which is not zero, answers yes: 0 to 7. */
    public static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** The eight answers of a mask as the lowest eight bits, the first byte's in the lowest. */
    public static long packed(long mask) {
        return ((mask >>> 7) * PACKING) >>> 56;
    }

    /** Which of them are letters, digits or underscores. */
    public static long words(long bytes) {
        long low = bytes & LOW;
        long letter = low | (ONES * ' ');
        long letters = (letter + ONES * (0x80 - 'a')) & ~(letter + ONES * (0x80 - 'z' - 1));
        long digits = (low + ONES * (0x80 - '0')) & ~(low + ONES * (0x80 - '9' - 1));
        long underscores = ~((low ^ (ONES * '_')) + LOW);
        return (letters | digits | underscores) & ~bytes & HIGH;
    }
}
