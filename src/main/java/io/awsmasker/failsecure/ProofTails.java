package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.ALNUM;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HEX;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UPPER;

/**
 * The forms that the tail of a resource id may have, by its alphabet and its exact length. A tail has several forms when
 * its letters happen to be those of the smaller alphabet.
 */
final class ProofTails {
    static final int HEX_17 = 1;
    static final int HEX_8 = 1 << 1;
    static final int HEX_15 = 1 << 2;
    static final int HEX_16 = 1 << 3;
    static final int HEX_32 = 1 << 4;
    static final int UUID = 1 << 5;
    static final int ALNUM_8 = 1 << 6;
    static final int CAPITALS_26 = 1 << 7;
    static final int CAPITAL_HEX_8 = 1 << 8;
    static final int HEX_10 = 1 << 9;
    static final int HEX_12 = 1 << 10;
    static final int HEX_18_27 = 1 << 11;
    static final int HEX_28_32 = 1 << 12;
    static final int ALNUM_9 = 1 << 13;
    static final int ALNUM_10 = 1 << 14;
    static final int ALNUM_16 = 1 << 15;
    static final int ALNUM_32 = 1 << 16;
    static final int CAPITALS_9 = 1 << 17;
    static final int CAPITALS_12 = 1 << 18;
    static final int CAPITALS_14 = 1 << 19;
    static final int CAPITALS_20 = 1 << 20;

    /** The tails in capitals, whose prefix is in small letters all the same. */
    static final int CAPITALS = CAPITALS_9 | CAPITALS_12 | CAPITALS_14 | CAPITALS_20 | CAPITALS_26;

    /** Tails that are also the parts of a longer name with hyphens or dots, such as a pod's or a build's. */
    static final int ALONE_ONLY =
            HEX_10 | HEX_12 | ALNUM_9 | ALNUM_10 | CAPITALS_9 | CAPITALS_12 | CAPITALS_14 | CAPITAL_HEX_8;

    private static final int[] UUID_GROUPS = {4, 4, 4, 12};

    private ProofTails() {}

    /** All forms that the letters and digits in {@code [tail, end)} have; 0 for none. */
    static int forms(byte[] b, int hi, int tail, int end) {
        boolean lower = ProofBytes.has(b, tail, end, LOWER);
        boolean upper = ProofBytes.has(b, tail, end, UPPER);
        if (!ProofBytes.has(b, tail, end, DIGIT) || (lower && upper)) {
            return 0;
        }
        boolean hex = ProofBytes.runEnd(b, end, tail, HEX, end - tail) == end;
        if (hex && groups(b, hi, end, 2)) {
            return end - tail == 8 && groups(b, hi, end, UUID_GROUPS.length) ? UUID : 0;
        }
        if (isDate(b, tail, end)) {
            return 0;
        }
        int forms = hex ? hex(end - tail, lower, upper) : 0;
        if (end - tail == 8 && !upper) {
            forms |= ALNUM_8;
        }
        return isMixed(b, tail, end) ? forms | (lower ? small(end - tail) : capitals(end - tail)) : forms;
    }

    /** Whether a letter follows a digit; a word and a number have no such place. */
    static boolean isMixed(byte[] b, int tail, int end) {
        int digit = ProofBytes.runEnd(b, end, tail, ALNUM & ~DIGIT, end - tail);
        return ProofBytes.has(b, digit, end, ALNUM & ~DIGIT);
    }

    /** Whether a UUID's rest follows and ends there. */
    static boolean isUuidRest(byte[] b, int hi, int start) {
        return groups(b, hi, start, UUID_GROUPS.length);
    }

    private static int hex(int length, boolean lower, boolean upper) {
        return switch (length) {
            case 8 -> upper ? HEX_8 | CAPITAL_HEX_8 : HEX_8;
            case 10 -> lower ? HEX_10 : 0;
            case 12 -> lower ? HEX_12 : 0;
            case 15 -> HEX_15;
            case 16 -> HEX_16;
            case 17 -> HEX_17;
            case 32 -> lower ? HEX_32 | HEX_28_32 : HEX_32;
            default -> lower && length > 17 && length < 32 ? length < 28 ? HEX_18_27 : HEX_28_32 : 0;
        };
    }

    private static int small(int length) {
        return switch (length) {
            case 9 -> ALNUM_9;
            case 10 -> ALNUM_10;
            case 16 -> ALNUM_16;
            case 32 -> ALNUM_32;
            default -> 0;
        };
    }

    private static int capitals(int length) {
        return switch (length) {
            case 9 -> CAPITALS_9;
            case 12, 13 -> CAPITALS_12;
            case 14 -> CAPITALS_14;
            case 20 -> CAPITALS_20;
            case 24, 25, 26 -> CAPITALS_26;
            default -> 0;
        };
    }

    /** Whether the first groups of a UUID's rest follow: {@code -9a2b-4c1d-…}. */
    private static boolean groups(byte[] b, int hi, int start, int count) {
        int at = start;
        for (int k = 0; k < count; k++) {
            int end = at + 1 + UUID_GROUPS[k];
            if (at >= hi || b[at] != '-' || end > hi || ProofBytes.runEnd(b, hi, at + 1, HEX, UUID_GROUPS[k]) != end) {
                return false;
            }
            at = end;
        }
        return count < UUID_GROUPS.length ? at < hi && b[at] == '-' : ProofBytes.endsWord(b, hi, at);
    }

    /** Whether the tail is all digits and begins with a day, written in any of the three usual orders. */
    private static boolean isDate(byte[] b, int i, int end) {
        return !ProofBytes.has(b, i, end, ALNUM & ~DIGIT)
                && (isDay(number(b, i, 4), number(b, i + 4, 2), number(b, i + 6, 2))
                        || isDay(number(b, i + 4, 4), number(b, i, 2), number(b, i + 2, 2))
                        || isDay(number(b, i + 4, 4), number(b, i + 2, 2), number(b, i, 2)));
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static int number(byte[] b, int i, int digits) {
        int value = 0;
        for (int k = 0; k < digits; k++) {
            value = 10 * value + b[i + k] - '0';
        }
        return value;
    }
}
