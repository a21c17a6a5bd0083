package io.awsmasker.failsecure;

import org.jspecify.annotations.Nullable;

/**
 * Self-identifying shapes: every one of them has an anchor character at which it is recognised. Only what cannot be
 * anything else counts, because a false find blocks somebody's request.
 *
 * <p>One table look-up for each byte, and a look of bounded length to both sides of an anchor: linear time.
 */
final class ProofShapes {
    private static final boolean[] ANCHORS = new boolean[256];

    static {
        for (byte c : ProofBytes.literal("-:.AIF")) {
            ANCHORS[c] = true;
        }
    }

    private ProofShapes() {}

    /** Judges the anchors in {@code [start, stop)}; {@code [lo, hi)} is what may be looked at. */
    static @Nullable Leak scan(byte[] b, int lo, int hi, int start, int stop) {
        for (int i = start; i < stop; i++) {
            if (ANCHORS[b[i] & 0xff] && i + 1 < hi) {
                Leak leak = at(b, lo, hi, i);
                if (leak != null) {
                    return leak;
                }
            }
        }
        return null;
    }

    private static @Nullable Leak at(byte[] b, int lo, int hi, int i) {
        return switch (b[i]) {
            case '-' -> atHyphen(b, lo, hi, i);
            case ':' -> b[i + 1] == '/' ? ProofBuckets.atScheme(b, lo, hi, i) : ProofArns.atColon(b, lo, hi, i);
            case '.' -> b[i + 1] == 'a' ? ProofHosts.atDot(b, lo, hi, i) : null;
            default -> ProofKeys.atCapital(b, lo, hi, i);
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
