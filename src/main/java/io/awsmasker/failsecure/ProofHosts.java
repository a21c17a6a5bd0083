package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.LOWER_HEX;
import static io.awsmasker.failsecure.ProofBytes.UPPER_HEX;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Host names under {@code amazonaws.com} that still carry a customer's part. What decides is the random part that AWS
 * puts beside the customer's name: it is never a word, and a token never looks like it.
 */
final class ProofHosts {
    private static final int RANDOM = DIGIT | LOWER;
    private static final byte[] DOMAIN = literal("amazonaws.com");
    private static final byte[] CACHE = literal("cache");
    private static final byte[] ELB = literal("elb");
    private static final byte[] ES = literal("es");
    private static final byte[] EKS = literal("eks");
    private static final byte[] ECR = literal("ecr");
    private static final byte[] DKR = literal("dkr");
    private static final byte[] SQS = literal("sqs");
    private static final byte[] EXECUTE_API = literal("execute-api");
    private static final byte[] RDS = literal("rds");
    private static final byte[] REDSHIFT = literal("redshift");
    private static final byte[] DOCDB = literal("docdb");
    private static final byte[] NEPTUNE = literal("neptune");

    private ProofHosts() {}

    /** Judges the host name that goes on with {@code amazonaws.com} after the dot. */
    static @Nullable Leak atDot(byte[] b, int lo, int hi, int dot) {
        int end = dot + 1 + DOMAIN.length;
        if (!ProofBytes.matches(b, lo, hi, dot + 1, DOMAIN) || !ProofBytes.endsPart(b, hi, end)) {
            return null;
        }
        ProofHostName name = new ProofHostName(b, lo, dot);
        String kind = name.previous() ? kind(b, hi, end, name) : null;
        return kind != null ? new Leak(kind, name.start) : ProofBuckets.inHost(b, lo, dot);
    }

    private static @Nullable String kind(byte[] b, int hi, int end, ProofHostName name) {
        if (name.is(RDS) || name.is(REDSHIFT) || name.is(DOCDB) || name.is(NEPTUNE)) {
            String database = name.is(REDSHIFT) ? "RSDNS" : "RDSDNS";
            return afterRegion(name) && name.endsRandom(RANDOM, 11, 13) && name.previous() ? database : null;
        }
        if (name.is(ELB)) {
            return afterRegion(name) && name.hasHyphen() && name.endsRandom(DIGIT, 8, 12) ? "ELBDNS" : null;
        }
        if (name.is(ES)) {
            return afterRegion(name) && name.hasHyphen() && name.endsRandom(RANDOM, 24, 26) ? "ESDNS" : null;
        }
        if (name.is(EKS)) {
            return afterRegion(name) && name.previous() && name.endsRandom(UPPER_HEX | DIGIT, 32, 32) ? "EKSDNS" : null;
        }
        if (name.is(CACHE)) {
            return isCache(name) ? "CACHEDNS" : null;
        }
        return name.isRegion() && name.previous() ? inRegion(b, hi, end, name) : null;
    }

    private static boolean afterRegion(ProofHostName name) {
        return name.previous() && name.isRegion() && name.previous();
    }

    /** {@code NAME.HASH.0001.REGION}, and {@code NAME-HASH.serverless.REGION}. */
    private static boolean isCache(ProofHostName name) {
        while (name.previous()) {
            if (name.endsRandom(RANDOM, 6, 6)) {
                return name.hasHyphen() || name.previous();
            }
        }
        return false;
    }

    private static @Nullable String inRegion(byte[] b, int hi, int end, ProofHostName name) {
        if (name.is(ELB)) {
            return name.previous() && name.hasHyphen() && name.endsRandom(LOWER_HEX, 16, 16) ? "ELBDNS" : null;
        }
        if (name.is(EXECUTE_API)) {
            return name.previous() && !name.hasHyphen() && name.endsRandom(RANDOM, 10, 10) ? "APIGW" : null;
        }
        if (name.is(ECR)) {
            boolean account = name.previous() && name.is(DKR) && name.previous() && name.endsRandom(DIGIT, 12, 12);
            return account && ProofArns.isAccount(b, hi, name.labelStart()) ? "ACCOUNT" : null;
        }
        boolean queue = name.is(SQS) && end < hi && b[end] == '/';
        return queue && ProofArns.isAccount(b, hi, end + 1) ? "ACCOUNT" : null;
    }
}
