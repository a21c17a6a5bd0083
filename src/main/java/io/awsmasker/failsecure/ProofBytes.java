package io.awsmasker.failsecure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Character classes and word boundaries of the proof. A boundary is also where an escape or a terminal colour ends,
 * because {@code \nvpc-…} and {@code ESC[32mvpc-…} show an identifier to every reader.
 */
final class ProofBytes {
    static final int DIGIT = 1;
    static final int LOWER = 2;
    static final int UPPER = 4;
    static final int UNDERSCORE = 8;
    static final int LOWER_HEX = 16;
    static final int UPPER_HEX = 32;
    static final int HOST_MARK = 64;
    static final int BASE64_MARK = 128;
    static final int ALNUM = DIGIT | LOWER | UPPER;
    static final int WORD = ALNUM | UNDERSCORE;
    static final int HEX = LOWER_HEX | UPPER_HEX;
    static final int HOST = WORD | HOST_MARK;
    static final int BASE64 = ALNUM | BASE64_MARK;

    /** One in each of eight bytes. */
    static final long ONES = 0x0101010101010101L;

    private static final long HIGHS = ONES << 7;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ESCAPE_CHARACTER = 0x1b;
    private static final int LONGEST_COLOUR = 16;
    private static final short[] CLASSES = new short[256];

    static {
        mark("0123456789", DIGIT | LOWER_HEX);
        mark("abcdefghijklmnopqrstuvwxyz", LOWER);
        mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER);
        mark("abcdef", LOWER_HEX);
        mark("ABCDEF", UPPER_HEX);
        mark("_", UNDERSCORE);
        mark("-.", HOST_MARK);
        mark("+/", BASE64_MARK);
    }

    private ProofBytes() {}

    /** Eight bytes, the first of them lowest. */
    static long eightAt(byte[] b, int i) {
        return (long) LONGS.get(b, i);
    }

    static void putEight(byte[] b, int i, long eight) {
        LONGS.set(b, i, eight);
    }

    static int fourAt(byte[] b, int i) {
        return (int) INTS.get(b, i);
    }

    /** The top bit of every byte that equals the character; of the bits set only the lowest is sure to be right. */
    static long equal(long eight, char character) {
        long difference = eight ^ (character * ONES);
        return (difference - ONES) & ~difference & HIGHS;
    }

    static boolean is(byte c, int classes) {
        return (CLASSES[c & 0xff] & classes) != 0;
    }

    /** Whether the byte at {@code i} exists below {@code hi} and belongs to one of the classes. */
    static boolean is(byte[] b, int hi, int i, int classes) {
        return i < hi && is(b[i], classes);
    }

    /** The first index from {@code i} on, at most {@code most} further, whose byte is in none of the classes. */
    static int runEnd(byte[] b, int hi, int i, int classes, int most) {
        int stop = Math.min(hi, i + most);
        int end = i;
        while (end < stop && is(b[end], classes)) {
            end++;
        }
        return end;
    }

    static boolean matches(byte[] b, int lo, int hi, int i, byte[] literal) {
        if (i < lo || i + literal.length > hi) {
            return false;
        }
        for (int k = 0; k < literal.length; k++) {
            if (b[i + k] != literal[k]) {
                return false;
            }
        }
        return true;
    }

    static byte[] literal(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether one of the classes has a byte in {@code [start, end)}. */
    static boolean has(byte[] b, int start, int end, int classes) {
        for (int i = start; i < end; i++) {
            if (is(b[i], classes)) {
                return true;
            }
        }
        return false;
    }

    static boolean isBoundary(byte before, byte after) {
        return !is(before, WORD) || !is(after, WORD);
    }

    static boolean endsWord(byte[] b, int hi, int end) {
        return end >= hi || !is(b[end], WORD);
    }

    static boolean startsWord(byte[] b, int lo, int i) {
        return i <= lo || !is(b[i - 1], WORD) || endsEscape(b, lo, i);
    }

    /** Whether a word begins at {@code i}, or a part of one behind an underscore. */
    static boolean startsPart(byte[] b, int lo, int i) {
        return startsWord(b, lo, i) || b[i - 1] == '_';
    }

    /** Whether a word ends in front of {@code end}, or a part of one in front of an underscore. */
    static boolean endsPart(byte[] b, int hi, int end) {
        return end >= hi || !is(b[end], ALNUM);
    }

    /** Whether a control escape of a nested string ({@code \n}) or a terminal sequence ends before {@code i}. */
    private static boolean endsEscape(byte[] b, int lo, int i) {
        if (i - 2 < lo) {
            return false;
        }
        byte last = b[i - 1];
        if (b[i - 2] == '\\') {
            return ProofText.isControlLetter(last);
        }
        if (last != 'm' && last != 'K' && last != 'H' && last != 'J') {
            return false;
        }
        int open = i - 2;
        while (open > lo && i - open < LONGEST_COLOUR && (is(b[open], DIGIT) || b[open] == ';')) {
            open--;
        }
        return b[open] == '[' && open > lo && endsEscapeCharacter(b[open - 1]);
    }

    /** The character itself, or the end of the ways in which source text writes it: x1b, 033, e. */
    private static boolean endsEscapeCharacter(byte c) {
        return c == ESCAPE_CHARACTER || c == 'b' || c == 'B' || c == '3' || c == 'e';
    }

    private static void mark(String characters, int classes) {
        for (byte c : literal(characters)) {
            CLASSES[c] |= (short) classes;
        }
    }
}
