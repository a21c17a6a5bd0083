package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;

import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses of the private ranges of RFC 1918. Public addresses are left to the masking scan, because four numbers
 * with dots are also versions; a version with these first numbers is masked like an address.
 */
final class ProofPrivateAddress {
    private static final int OCTETS = 4;

    private ProofPrivateAddress() {}

    /** Judges the address whose first dot stands at {@code dot}. */
    static @Nullable Leak atDot(byte[] b, int lo, int hi, int dot) {
        int start = dot;
        while (start > lo && dot - start < OCTETS && ProofBytes.is(b[start - 1], DIGIT)) {
            start--;
        }
        int first = octet(b, start, dot);
        if (first != 10 && first != 172 && first != 192) {
            return null;
        }
        if (!ProofBytes.startsWord(b, lo, start) || (start > lo && b[start - 1] == '.')) {
            return null;
        }
        int second = -1;
        int end = dot;
        for (int k = 1; k < OCTETS; k++) {
            int number = end + 1;
            if (end >= hi || b[end] != '.') {
                return null;
            }
            end = ProofBytes.runEnd(b, hi, number, DIGIT, OCTETS);
            int octet = octet(b, number, end);
            if (octet < 0) {
                return null;
            }
            second = k == 1 ? octet : second;
        }
        boolean longer = end + 1 < hi && b[end] == '.' && ProofBytes.is(b[end + 1], DIGIT);
        boolean own = first == 10 || (first == 172 ? second >= 16 && second < 32 : second == 168);
        return own && !longer && ProofBytes.endsWord(b, hi, end) ? new Leak("IPV4PRIV", start) : null;
    }

    /** The number of an octet without leading zeros, or -1. */
    private static int octet(byte[] b, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && b[start] == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            value = 10 * value + b[i] - '0';
        }
        return value < 256 ? value : -1;
    }
}
