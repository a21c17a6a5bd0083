package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.ALNUM;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HEX;
import static io.awsmasker.failsecure.ProofBytes.HOST_MARK;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UPPER;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Resource ids: a known prefix, a hyphen and a tail of a known form. The hyphen before the tail is the anchor, because
 * the hyphens of ordinary text already fail at the length of their tail.
 */
final class ProofIds {
    private static final int LONGEST_TAIL = 33;
    private static final int USER_POOL_TAIL = 9;
    private static final int UNIT_TAIL = 8;
    private static final int UNIT_ROOT = 4;
    private static final byte[] UNIT = literal("ou-");

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
        int forms = ProofTails.forms(b, hi, tail, end);
        if (end < hi && b[end] == '-') {
            forms &= ~ProofTails.ALONE_ONLY;
        } else if (end - tail == UNIT_TAIL && isUnit(b, lo, hyphen, end)) {
            return new Leak("ORGOU", hyphen - UNIT_ROOT - UNIT.length);
        }
        return forms == 0 ? null : ProofPrefixes.before(b, lo, hyphen, forms, ProofBytes.has(b, tail, end, UPPER));
    }

    /** An identity pool of Cognito or one of its identities, {@code eu-west-1:51a39f68-a664-…}. */
    static @Nullable Leak atColon(byte[] b, int lo, int hi, int colon) {
        int first = colon + 1 + 8;
        if (colon == lo
                || !ProofBytes.is(b[colon - 1], DIGIT)
                || ProofBytes.runEnd(b, hi, colon + 1, HEX, 8) != first
                || !ProofTails.isUuidRest(b, hi, first)) {
            return null;
        }
        int region = ProofHostName.regionStart(b, lo, colon);
        return region >= 0 ? new Leak("COGNITOID", region) : null;
    }

    /** An organisational unit, {@code ou-i6kn-edmn6mud}, whose middle is the root's id. */
    private static boolean isUnit(byte[] b, int lo, int hyphen, int end) {
        int root = hyphen - UNIT_ROOT;
        return ProofBytes.matches(b, lo, hyphen, root - UNIT.length, UNIT)
                && isAlone(b, lo, root - UNIT.length)
                && ProofBytes.runEnd(b, hyphen, root, LOWER | DIGIT, UNIT_ROOT) == hyphen
                && ProofBytes.runEnd(b, end, hyphen + 1, LOWER | DIGIT, UNIT_TAIL) == end
                && ProofTails.isMixed(b, hyphen + 1, end);
    }

    /** Whether a word starts here that is no part of a longer name with hyphens or dots. */
    static boolean isAlone(byte[] b, int lo, int start) {
        return ProofBytes.startsWord(b, lo, start) && (start <= lo || !ProofBytes.is(b[start - 1], HOST_MARK));
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
