package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Bytes;

/** Texts that look like a token, as {@code EC2_001}. They are the masking's business and never identifiers. */
public final class TokenLiteral {
    private static final int FEWEST_DIGITS = 3;

    private TokenLiteral() {}

    /** Whether {@code [start, end)} as a whole looks like a token. */
    public static boolean is(byte[] text, int start, int end) {
        if (end - start <= FEWEST_DIGITS || !Bytes.is(text[start], Bytes.UPPER)) {
            return false;
        }
        int digits = end;
        while (digits > start && Bytes.is(text[digits - 1], Bytes.DIGIT)) {
            digits--;
        }
        return end - digits >= FEWEST_DIGITS
                && digits - start >= 2
                && text[digits - 1] == '_'
                && Bytes.runEnd(text, start, digits - 1, Bytes.UPPER | Bytes.DIGIT) == digits - 1;
    }
}
