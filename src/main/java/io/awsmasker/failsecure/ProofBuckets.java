package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HOST;
import static io.awsmasker.failsecure.ProofBytes.HOST_MARK;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UNDERSCORE;
import static io.awsmasker.failsecure.ProofBytes.UPPER;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Bucket names in the places that make them one: {@code s3://}, a virtual host and an ARN. Documentation is full of
 * made-up buckets, so a single word, a pattern, a half-masked name and the usual placeholders do not count.
 */
final class ProofBuckets {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 63;
    private static final int DIGITS_OF_A_REAL_NAME = 4;
    private static final byte[] S3 = literal("s3");
    private static final byte[] S3_HYPHEN = literal("s3-");
    private static final byte[] DUALSTACK = literal("dualstack");
    private static final byte[] FIPS = literal("fips");
    private static final byte[] MY = literal("my-");
    private static final byte[][] PLACEHOLDERS = {
        literal("bucket"),
        literal("example"),
        literal("your"),
        literal("sample"),
        literal("xxx"),
        literal("placeholder")
    };

    private ProofBuckets() {}

    /** Judges {@code s3://NAME}, {@code s3a://} and {@code s3n://} at the colon. */
    static @Nullable Leak atScheme(byte[] b, int lo, int hi, int colon) {
        int start = colon - 2;
        if (start > lo && (b[colon - 1] == 'a' || b[colon - 1] == 'n')) {
            start--;
        }
        boolean scheme = ProofBytes.matches(b, lo, hi, start, S3)
                && ProofBytes.startsWord(b, lo, start)
                && colon + 2 < hi
                && b[colon + 2] == '/';
        return scheme && isCustomers(b, hi, colon + 3) ? new Leak("BUCKET", start) : null;
    }

    /** Judges {@code NAME.s3.REGION} and its relatives before the dot of {@code .amazonaws.com}. */
    static @Nullable Leak inHost(byte[] b, int lo, int dot) {
        ProofHostName name = new ProofHostName(b, lo, dot);
        while (name.previous()) {
            if (name.is(S3) || name.startsWith(S3_HYPHEN)) {
                boolean whole = name.start == lo || !endsPattern(b[name.start - 1]);
                return whole && isName(b, name.start, name.restEnd()) ? new Leak("BUCKET", name.start) : null;
            }
            if (!name.isRegion() && !name.is(DUALSTACK) && !name.is(FIPS)) {
                return null;
            }
        }
        return null;
    }

    /** Whether the name that starts here, whatever its length, is a customer's. */
    static boolean isCustomers(byte[] b, int hi, int start) {
        int end = ProofBytes.runEnd(b, hi, start, HOST, LONGEST + 2);
        if (end < hi && startsPattern(b[end])) {
            return false;
        }
        while (end > start && ProofBytes.is(b[end - 1], HOST_MARK)) {
            end--;
        }
        return isName(b, start, end);
    }

    private static boolean isName(byte[] b, int start, int end) {
        boolean grammar = end - start >= SHORTEST
                && end - start <= LONGEST
                && ProofBytes.is(b[start], LOWER | DIGIT)
                && !ProofBytes.has(b, start, end, UPPER | UNDERSCORE);
        if (!grammar || !ProofBytes.has(b, start, end, DIGIT | HOST_MARK)) {
            return false;
        }
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += ProofBytes.is(b[i], DIGIT) ? 1 : 0;
        }
        return digits >= DIGITS_OF_A_REAL_NAME || !isPlaceholder(b, start, end);
    }

    private static boolean isPlaceholder(byte[] b, int start, int end) {
        for (byte[] word : PLACEHOLDERS) {
            for (int i = start; i <= end - word.length; i++) {
                if (ProofBytes.matches(b, start, end, i, word)) {
                    return true;
                }
            }
        }
        return ProofBytes.matches(b, start, end, start, MY);
    }

    /** Whether a variable, a wildcard or a choice ends here, so that the name after it is only a part. */
    private static boolean endsPattern(byte c) {
        return switch (c) {
            case '}', '>', ')', ']', '*', '?', '$', '%' -> true;
            default -> false;
        };
    }

    /** Whether a variable, a wildcard, a choice or an ellipsis starts here. */
    private static boolean startsPattern(byte c) {
        return switch (c) {
            case '{', '<', '(', '[', '*', '?', '$', '%', '~' -> true;
            default -> c < 0;
        };
    }
}
