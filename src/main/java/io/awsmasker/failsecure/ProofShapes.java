package io.awsmasker.failsecure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Self-identifying shapes: every one of them has an anchor character at which it is recognised. Only what cannot be
 * anything else counts, because a false find blocks somebody's request.
 *
 * <p>Eight bytes at a time are searched for anchors, and the look to both sides of one is bounded: linear time.
 */
final class ProofShapes {
    private ProofShapes() {}

    /** Judges the anchors in {@code [start, stop)}; {@code [lo, hi)} is what may be looked at, exempt kinds do not count. */
    static @Nullable Leak scan(byte[] b, int lo, int hi, int start, int stop, Set<String> exempt) {
        if (start >= stop) {
            return null;
        }
        Leak first = at(b, lo, hi, start, exempt);
        if (first != null) {
            return first;
        }
        int i = start + 1;
        for (; i + Long.BYTES <= stop; i += Long.BYTES) {
            long anchors = anchors(ProofBytes.eightAt(b, i), ProofBytes.eightAt(b, i - 1));
            while (anchors != 0) {
                Leak leak = at(b, lo, hi, i + (Long.numberOfTrailingZeros(anchors) >>> 3), exempt);
                if (leak != null) {
                    return leak;
                }
                anchors &= anchors - 1;
            }
        }
        for (; i < stop; i++) {
            Leak leak = at(b, lo, hi, i, exempt);
            if (leak != null) {
                return leak;
            }
        }
        return null;
    }

    /**
     * The top bit of every byte that is an anchor, and at times of the byte after one. A and I differ in one bit. The
     * colon after a quotation mark is JSON's own, and the most frequent.
     */
    private static long anchors(long eight, long before) {
        return ProofBytes.equal(eight, '-')
                | (ProofBytes.equal(eight, ':') & ~ProofBytes.equal(before, '"'))
                | ProofBytes.equal(eight, '.')
                | ProofBytes.equal(eight & ~(('A' ^ 'I') * ProofBytes.ONES), 'A')
                | ProofBytes.equal(eight, 'F');
    }

    private static @Nullable Leak at(byte[] b, int lo, int hi, int i, Set<String> exempt) {
        Leak leak = any(b, lo, hi, i);
        return leak != null && exempt.contains(leak.kind()) ? null : leak;
    }

    private static @Nullable Leak any(byte[] b, int lo, int hi, int i) {
        if (i + 1 >= hi) {
            return null;
        }
        return switch (b[i]) {
            case '-' -> atHyphen(b, lo, hi, i);
            case ':' -> b[i + 1] == '/' ? ProofBuckets.atScheme(b, lo, hi, i) : atColon(b, lo, hi, i);
            case '.' -> atDot(b, lo, hi, i);
            case 'A', 'I', 'F' -> ProofKeys.atCapital(b, lo, hi, i);
            default -> null;
        };
    }

    private static @Nullable Leak atColon(byte[] b, int lo, int hi, int i) {
        Leak leak = ProofArns.atColon(b, lo, hi, i);
        return leak != null ? leak : ProofIds.atColon(b, lo, hi, i);
    }

    private static @Nullable Leak atDot(byte[] b, int lo, int hi, int i) {
        return switch (b[i + 1]) {
            case 'a' -> ProofHosts.atDot(b, lo, hi, i);
            case 'e' -> ProofTokens.atDot(b, lo, hi, i);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ProofPrivateAddress.atDot(b, lo, hi, i);
            default -> null;
        };
    }

    private static @Nullable Leak atHyphen(byte[] b, int lo, int hi, int i) {
        Leak leak = ProofIds.atHyphen(b, lo, hi, i);
        if (leak == null) {
            leak = ProofAddresses.atHyphen(b, lo, hi, i);
        }
        return leak != null ? leak : ProofKeys.atHyphen(b, lo, hi, i);
    }
}
