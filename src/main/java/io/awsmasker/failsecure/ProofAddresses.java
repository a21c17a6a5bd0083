package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HOST_MARK;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Host names that EC2 makes out of an address: {@code ip-10-1-2-3.ec2.internal} and its relatives. The domain must
 * stand there too, because four numbers with hyphens can be anything.
 */
final class ProofAddresses {
    private static final byte[] IP = literal("ip");
    private static final byte[] EC2 = literal("ec2");
    private static final byte[][] DOMAINS = {
        literal(".ec2.internal"), literal(".compute.internal"),
        literal(".compute-1.amazonaws.com"), literal(".compute.amazonaws.com")
    };
    private static final int LONGEST_REGION = 20;

    private ProofAddresses() {}

    static @Nullable Leak atHyphen(byte[] b, int lo, int hi, int hyphen) {
        if (!ProofBytes.is(b[hyphen + 1], DIGIT)) {
            return null;
        }
        int start = ProofBytes.matches(b, lo, hi, hyphen - IP.length, IP) ? hyphen - IP.length : hyphen - EC2.length;
        boolean named = start == hyphen - IP.length || ProofBytes.matches(b, lo, hi, start, EC2);
        if (!named || !ProofBytes.startsWord(b, lo, start)) {
            return null;
        }
        int end = hyphen;
        for (int k = 0; k < 4; k++) {
            int number = end + 1;
            if (end >= hi || b[end] != '-') {
                return null;
            }
            end = ProofBytes.runEnd(b, hi, number, DIGIT, 4);
            if (end == number || end - number > 3) {
                return null;
            }
        }
        return isDomain(b, lo, hi, end) ? new Leak("HOST", start) : null;
    }

    /** Whether one of the domains follows, with or without a region before it. */
    private static boolean isDomain(byte[] b, int lo, int hi, int dot) {
        if (!ProofBytes.is(b, hi, dot, HOST_MARK) || b[dot] != '.') {
            return false;
        }
        int afterRegion = dot + 1;
        while (afterRegion < hi && afterRegion - dot < LONGEST_REGION && b[afterRegion] != '.') {
            afterRegion++;
        }
        for (byte[] domain : DOMAINS) {
            if (ProofBytes.matches(b, lo, hi, dot, domain) || ProofBytes.matches(b, lo, hi, afterRegion, domain)) {
                return true;
            }
        }
        return false;
    }
}
