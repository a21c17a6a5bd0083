package io.awsmasker.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of a JSON string and checks everything inside it. Reads eight bytes at a time while they are plain, because
 * nearly all bytes of a body stand in strings.
 */
final class StringScanner {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private StringScanner() {}

    /**
     * Scans the content of a string. Linear in its length.
     *
     * @param at offset behind the opening quote
     * @return the offset {@code e} of the closing quote, as {@code ~e} when the content holds a backslash
     */
    static int closingQuote(byte[] text, int at, int to) {
        int next = plain(text, at, to);
        boolean escaped = false;
        while (next < to) {
            byte b = text[next];
            if (b == '"') {
                return escaped ? ~next : next;
            }
            if (b < 0) {
                next = Utf8.sequence(text, next, to);
                if (next < to && text[next] < 0) {
                    continue;
                }
            } else if (b == '\\') {
                escaped = true;
                next = escape(text, next, to);
            } else {
                throw new Fault(
                        next, "a control character stands in a string; write it as an escape such as \\n or \\u0000");
            }
            next = plain(text, next, to);
        }
        throw new Fault(to, "the text ends inside a string; close the string with \" and send the whole text");
    }

    /** The first byte that is a quote, a backslash, a control or not ASCII. */
    private static int plain(byte[] text, int at, int to) {
        int next = at;
        for (; next <= to - Long.BYTES; next += Long.BYTES) {
            long word = (long) WORDS.get(text, next);
            // A subtraction borrows only behind a byte that is itself special, so the lowest mark is always a true one.
            long marks =
                    ((word - SPACES) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES) | word) & HIGH_BITS;
            if (marks != 0) {
                return next + (Long.numberOfTrailingZeros(marks) >> 3);
            }
        }
        while (next < to && text[next] >= ' ' && text[next] != '"' && text[next] != '\\') {
            next++;
        }
        return next;
    }

    /** The first backslash from {@code at} on, or {@code to}. */
    static int backslash(byte[] text, int at, int to) {
        int next = at;
        for (; next <= to - Long.BYTES; next += Long.BYTES) {
            long differences = (long) WORDS.get(text, next) ^ BACKSLASHES;
            long marks = (differences - ONES) & ~differences & HIGH_BITS;
            if (marks != 0) {
                return next + (Long.numberOfTrailingZeros(marks) >> 3);
            }
        }
        while (next < to && text[next] != '\\') {
            next++;
        }
        return next;
    }

    private static int escape(byte[] text, int at, int to) {
        if (at + 1 < to && Escape.letter(text[at + 1]) != Escape.NONE) {
            return at + 2;
        }
        if (at + 1 < to && text[at + 1] != 'u') {
            throw new Fault(at, "a backslash begins no known escape; write the backslash itself as \\\\");
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= to) {
                throw new Fault(to, "the text ends inside an escape; send the whole text");
            }
            if (Escape.digit(text[i]) == Escape.NONE) {
                throw new Fault(at, "\\u needs four hexadecimal digits behind it");
            }
        }
        return at + 6;
    }
}
