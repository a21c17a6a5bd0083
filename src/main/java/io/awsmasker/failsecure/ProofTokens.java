package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.BASE64;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UPPER;
import static io.awsmasker.failsecure.ProofBytes.WORD;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that are known by two signs together: a secret access key behind its name, and a web token by its first two
 * parts. One sign alone also stands in manuals and in digests.
 */
final class ProofTokens {
    private static final byte[][] NAMES = {literal("SecretAccessKey"), literal("SECRET_ACCESS_KEY")};
    private static final int BEFORE_ACCESS = 6;
    private static final byte[] OPENING = literal("eyJ");
    private static final int SECRET_KEY = 40;
    private static final int MOST_MARKS = 8;
    private static final int SHORTEST_PART = 10;
    private static final int LONGEST_HEADER = 400;

    private ProofTokens() {}

    /** Whether the name of a secret access key, whose {@code A} stands at {@code a}, is followed by such a key. */
    static boolean isSecretKey(byte[] b, int lo, int hi, int a) {
        int end = -1;
        for (byte[] name : NAMES) {
            int start = a - BEFORE_ACCESS - (name.length - NAMES[0].length) / 2;
            end = ProofBytes.matches(b, lo, hi, start, name) ? start + name.length : end;
        }
        int value = end;
        while (value >= 0 && value < hi && value - end < MOST_MARKS && isMark(b[value])) {
            value++;
        }
        if (value <= end) {
            return false;
        }
        int stop = ProofBytes.runEnd(b, hi, value, BASE64, SECRET_KEY + 1);
        return stop - value == SECRET_KEY
                && ProofBytes.has(b, value, stop, DIGIT)
                && ProofBytes.has(b, value, stop, UPPER)
                && ProofBytes.has(b, value, stop, LOWER);
    }

    /** Judges the token whose second part begins behind the dot. */
    static @Nullable Leak atDot(byte[] b, int lo, int hi, int dot) {
        if (!ProofBytes.matches(b, lo, hi, dot + 1, OPENING)) {
            return null;
        }
        int start = dot;
        while (start > lo && dot - start < LONGEST_HEADER && isUrlSafe(b[start - 1])) {
            start--;
        }
        boolean header = (start == lo || b[start - 1] != '.') && opens(b, lo, hi, start, dot);
        int end = dot + 1;
        while (end < hi && end - dot <= LONGEST_HEADER && isUrlSafe(b[end])) {
            end++;
        }
        boolean payload = end - dot > SHORTEST_PART && (end - dot > LONGEST_HEADER || (end < hi && b[end] == '.'));
        return header && payload ? new Leak("JWT", start) : null;
    }

    /** Whether the first part begins at {@code start}, or later, behind what was taken for its letters: words, an escape. */
    private static boolean opens(byte[] b, int lo, int hi, int start, int dot) {
        for (int at = start; at <= dot - SHORTEST_PART; at++) {
            if (ProofBytes.matches(b, lo, hi, at, OPENING) && (at == start || ProofBytes.startsPart(b, lo, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUrlSafe(byte c) {
        return ProofBytes.is(c, WORD) || c == '-';
    }

    private static boolean isMark(byte c) {
        return c == '"' || c == '\'' || c == '\\' || c == ' ' || c == ':' || c == '=';
    }
}
