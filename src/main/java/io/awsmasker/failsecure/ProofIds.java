package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.ALNUM;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HEX;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UPPER;

import org.jspecify.annotations.Nullable;

/**
 * Resource ids: a known prefix, a hyphen and a tail of a known form. The hyphen before the tail is the anchor, because
 * the hyphens of ordinary text already fail at the length of their tail.
 */
final class ProofIds {
    private static final int LONGEST_TAIL = 33;
    private static final int USER_POOL_TAIL = 9;
    private static final int[] UUID_GROUPS = {4, 4, 4, 12};

    private ProofIds() {}

    static @Nullable Leak atHyphen(byte[] b, int lo, int hi, int hyphen) {
        int tail = hyphen + 1;
        int end = ProofBytes.runEnd(b, hi, tail, ALNUM, LONGEST_TAIL);
        if (end - tail == 1 && ProofBytes.is(b, hi, end, ProofBytes.UNDERSCORE)) {
            return userPool(b, lo, hi, end);
        }
        if (end - tail < 8 || !ProofBytes.endsWord(b, hi, end)) {
            return null;
        }
        int form = form(b, hi, tail, end);
        return form == 0 ? null : ProofPrefixes.before(b, lo, hyphen, form, ProofBytes.has(b, tail, end, UPPER));
    }

    private static int form(byte[] b, int hi, int tail, int end) {
        int length = end - tail;
        if (ProofBytes.runEnd(b, end, tail, HEX, length) == end) {
            return hexForm(b, hi, tail, end);
        }
        boolean digits = ProofBytes.has(b, tail, end, DIGIT);
        boolean lower = ProofBytes.has(b, tail, end, LOWER);
        boolean upper = ProofBytes.has(b, tail, end, UPPER);
        if (!digits || lower == upper) {
            return 0;
        }
        if (lower) {
            return length == 8 ? ProofPrefixes.ALNUM_8 : 0;
        }
        return length >= 24 && length <= 26 ? ProofPrefixes.CAPITALS_26 : 0;
    }

    private static int hexForm(byte[] b, int hi, int tail, int end) {
        int length = end - tail;
        boolean decimal = !ProofBytes.has(b, tail, end, ALNUM & ~DIGIT);
        boolean bothCases = ProofBytes.has(b, tail, end, LOWER) && ProofBytes.has(b, tail, end, UPPER);
        if (bothCases || !ProofBytes.has(b, tail, end, DIGIT) || (decimal && isDate(b, tail))) {
            return 0;
        }
        if (length == 8 && groups(b, hi, end, UUID_GROUPS.length)) {
            return ProofPrefixes.UUID;
        }
        if (groups(b, hi, end, 2)) {
            return 0;
        }
        return switch (length) {
            case 8 -> ProofPrefixes.HEX_8;
            case 15, 16 -> ProofPrefixes.HEX_15_16;
            case 17 -> ProofPrefixes.HEX_17;
            case 32 -> ProofPrefixes.HEX_32;
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

    /** Whether eight decimal digits can be a day, written in any of the three usual orders. */
    private static boolean isDate(byte[] b, int i) {
        return isDay(number(b, i, 4), number(b, i + 4, 2), number(b, i + 6, 2))
                || isDay(number(b, i + 4, 4), number(b, i, 2), number(b, i + 2, 2))
                || isDay(number(b, i + 4, 4), number(b, i + 2, 2), number(b, i, 2));
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

    /** A Cognito user pool, {@code eu-west-1_5gJ1G9Pph}; nine letters without a digit could be a word. */
    private static @Nullable Leak userPool(byte[] b, int lo, int hi, int underscore) {
        int end = ProofBytes.runEnd(b, hi, underscore + 1, ALNUM, USER_POOL_TAIL);
        boolean random = end - underscore - 1 == USER_POOL_TAIL
                && ProofBytes.endsWord(b, hi, end)
                && ProofBytes.has(b, underscore + 1, end, DIGIT)
                && ProofBytes.has(b, underscore + 1, end, UPPER)
                && ProofBytes.has(b, underscore + 1, end, LOWER);
        int region = ProofHostName.regionStart(b, lo, underscore);
        return random && region >= 0 ? new Leak("COGNITO", region) : null;
    }
}
