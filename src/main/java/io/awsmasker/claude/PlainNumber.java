package io.awsmasker.claude;

import io.awsmasker.json.JsonNesting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the integer that a JSON number stands for when it has the twelve digits of an account, however it is written and however
 * long: the digits are moved by hand, so that an exponent costs nothing.
 */
final class PlainNumber {
    static final int DIGITS = 12;

    private PlainNumber() {}

    /** The twelve digits that it is once the exponent is applied, or null when there are more, fewer or a fraction. */
    static byte @Nullable [] digits(byte[] text, int start, int end) {
        int first = -1;
        int point = -1;
        int at = start;
        int digits = 0;
        for (; at < end && text[at] != 'e' && text[at] != 'E'; at++) {
            if (text[at] == '.') {
                point = digits;
            } else if (isDigit(text[at])) {
                first = first < 0 && text[at] != '0' ? digits : first;
                digits++;
            }
        }
        long exponent = at < end ? exponent(text, at + 1, end) : 0;
        if (first < 0 || (point < 0 ? digits : point) + exponent - first != DIGITS) {
            return null;
        }
        byte[] integer = new byte[DIGITS];
        Arrays.fill(integer, (byte) '0');
        int seen = 0;
        for (int i = start; i < at; i++) {
            if (!isDigit(text[i]) || seen++ < first) {
                continue;
            }
            if (seen - 1 - first < DIGITS) {
                integer[seen - 1 - first] = text[i];
            } else if (text[i] != '0') {
                return null;
            }
        }
        return integer;
    }

    /** Saturated far beyond the length of any text. */
    private static long exponent(byte[] text, int start, int end) {
        long exponent = 0;
        for (int i = start; i < end; i++) {
            if (isDigit(text[i]) && exponent < Long.MAX_VALUE / 100) {
                exponent = exponent * 10 + text[i] - '0';
            }
        }
        return start < end && text[start] == '-' ? -exponent : exponent;
    }

    /**
     * What is to be searched of a text that may be JSON: the same text, in which numbers with a fraction or an exponent that
     * stand for such an integer are written plain, in their place and with blanks behind. The same array when there are none.
     */
    static byte[] plain(byte[] text) {
        byte[] plain = text;
        boolean copied = false;
        JsonNesting nesting = new JsonNesting();
        for (int i = 0; i < text.length; i++) {
            nesting.take(text[i]);
            boolean begins = !nesting.inString()
                    && isDigit(text[i])
                    && (i == 0 || text[i - 1] == '-' || !isOfNumber(text[i - 1]));
            if (!begins) {
                continue;
            }
            int end = i;
            boolean written = false;
            while (end < text.length && isOfNumber(text[end])) {
                written |= !isDigit(text[end++]);
            }
            byte[] digits = written && end - i >= DIGITS ? digits(text, i, end) : null;
            if (digits != null) {
                plain = copied ? plain : text.clone();
                copied = true;
                Arrays.fill(plain, i, end, (byte) ' ');
                System.arraycopy(digits, 0, plain, i, DIGITS);
            }
            i = end - 1;
        }
        return plain;
    }

    static boolean isOfNumber(byte b) {
        return isDigit(b) || b == '.' || b == 'e' || b == 'E' || b == '-' || b == '+';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
