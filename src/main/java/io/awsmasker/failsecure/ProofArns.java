package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.ALNUM;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * ARNs whose account field is still twelve digits, or whose whole resource is a bucket. Masked ARNs keep their shape,
 * so that only the digits decide.
 */
final class ProofArns {
    /** The kind of an ARN that names an account. */
    static final String KIND = "ARN";

    private static final int LONGEST_FIELD = 64;
    private static final int ACCOUNT_DIGITS = 12;
    private static final byte[] ARN = literal("arn");
    private static final byte[] AWS = literal("aws");
    private static final byte[] S3 = literal("s3");

    /** The account of local emulators, and that of the public EKS images. */
    private static final byte[][] PUBLIC_ACCOUNTS = {literal("000000000000"), literal("602401143452")};

    private ProofArns() {}

    static @Nullable Leak atColon(byte[] b, int lo, int hi, int colon) {
        int start = colon - ARN.length;
        if (!ProofBytes.matches(b, lo, hi, start, ARN) || !startsArn(b, lo, start)) {
            return null;
        }
        int service = fieldEnd(b, hi, colon + 1);
        boolean partition = ProofBytes.matches(b, lo, hi, colon + 1, AWS) || isVariable(b, hi, colon + 1);
        if (service < 0 || !partition) {
            return null;
        }
        int region = fieldEnd(b, hi, service + 1);
        int account = region < 0 ? -1 : fieldEnd(b, hi, region + 1);
        if (account < 0) {
            return null;
        }
        if (isAccount(b, hi, account + 1)) {
            return new Leak(KIND, start);
        }
        boolean bucket = account == region + 1
                && account + 1 < hi
                && b[account + 1] == ':'
                && region - service - 1 == S3.length
                && ProofBytes.matches(b, lo, hi, service + 1, S3);
        return bucket && ProofBuckets.isCustomers(b, hi, account + 2) ? new Leak("BUCKET", start) : null;
    }

    /** Whether exactly twelve digits stand here that are an account of somebody. */
    static boolean isAccount(byte[] b, int hi, int i) {
        int end = ProofBytes.runEnd(b, hi, i, DIGIT, ACCOUNT_DIGITS);
        if (end - i != ACCOUNT_DIGITS || !ProofBytes.endsWord(b, hi, end)) {
            return false;
        }
        for (byte[] known : PUBLIC_ACCOUNTS) {
            if (ProofBytes.matches(b, i, hi, i, known)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsArn(byte[] b, int lo, int start) {
        return start == lo || !ProofBytes.is(b[start - 1], ALNUM) || ProofBytes.startsWord(b, lo, start);
    }

    /** Index of the colon that ends the field, -1 when it is none; {@code ${AWS::Region}} is one field. */
    private static int fieldEnd(byte[] b, int hi, int start) {
        int depth = 0;
        for (int i = start; i < hi && i - start <= LONGEST_FIELD; i++) {
            byte c = b[i];
            if (c == ':' && depth == 0) {
                return i;
            }
            if (c <= ' ' || c == '"' || c == '\'' || c == '\\') {
                return -1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return -1;
    }

    private static boolean isVariable(byte[] b, int hi, int i) {
        return i < hi && (b[i] == '$' || b[i] == '{' || b[i] == '<' || b[i] == '*');
    }
}
