package io.awsmasker.failsecure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the tests of the proof share: one made-up leak of each shape, seeded chance, and the call itself. */
final class ProofSamples {
    static final String HEX = "0123456789abcdef";
    static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static final String BASE64URL = BASE64.replace("+/", "-_");

    static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("i-0a9c1e7f3b5d20846", "EC2"),
            Map.entry("vpc-6d461be2", "VPC"),
            Map.entry("ipam-ext-res-ver-token-0c1b2a39485766778", "IPAM"),
            Map.entry("sfr-3f0a1b2c-9d8e-4f7a-8b6c-5d4e3f2a1b0c", "SFR"),
            Map.entry("mrk-0a1b2c3d4e5f60718293a4b5c6d7e8f9", "KMS"),
            Map.entry("dxcon-fg7k2m9q", "DX"),
            Map.entry("db-7KQ2MZ5XW9B4RT6NCF3HJ8VYLD", "RDSRES"),
            Map.entry("rqlca-0a9c1e7f3b5d2084", "RSLVR"),
            Map.entry("oi-12ff216b178a", "AUTOMATION"),
            Map.entry("d-8f2e7856c4", "DIRECTORY"),
            Map.entry("d-VIU6XDPQE", "CODEDEPLOY"),
            Map.entry("tti-3b67892228a97243", "SSO"),
            Map.entry("o-g3o85wai3g", "ORG"),
            Map.entry("ou-i6kn-edm7n6ud", "ORGOU"),
            Map.entry("car-wwslip0235iemfld9n4ybl9prdizub5w", "ACCOUNTREQ"),
            Map.entry("j-85SXC5PPNOQK3", "EMR"),
            Map.entry("wsipg-9yc2ci2fa", "WORKSPACE"),
            Map.entry("e-ml928468d7", "BEANSTALK"),
            Map.entry("m-374c35789d85dcda9864f12452b8b8b8", "WORKMAIL"),
            Map.entry("farm-2c0ce60544fd89b8bf0be48da0c827d4", "RES"),
            Map.entry("sgw-CA7E735D", "RES"),
            Map.entry("eu-west-1:51a39f68-a664-43a0-b44a-aaac5d2d1008", "COGNITOID"),
            Map.entry("AKIA3QZ7XN5WLTK2MVHB", "AKID"),
            Map.entry("AROA3QZ7XN5WLTK2MVHBC", "IAMID"),
            Map.entry("eu-west-1_5gJ1G9Pph", "COGNITO"),
            Map.entry("arn:aws:iam::730184925610:role/deploy", "ARN"),
            Map.entry("arn:aws:s3:::acme-invoices-7f2c/2025", "BUCKET"),
            Map.entry("s3://acme-invoices-7f2c/2025/q1.csv", "BUCKET"),
            Map.entry("acme-invoices.s3.eu-west-1.amazonaws.com", "BUCKET"),
            Map.entry("orders.c7k2m9q4x1zb.eu-west-1.rds.amazonaws.com", "RDSDNS"),
            Map.entry("sess.k2m9q4.0001.euw1.cache.amazonaws.com", "CACHEDNS"),
            Map.entry("internal-shop-1673268249.eu-west-1.elb.amazonaws.com", "ELBDNS"),
            Map.entry("ec2-52-18-3-227.eu-west-1.compute.amazonaws.com", "HOST"),
            Map.entry("ip-10-31-7-62.eu-west-1.compute.internal", "HOST"),
            Map.entry("https://sqs.eu-west-1.amazonaws.com/730184925610/jobs", "ACCOUNT"),
            Map.entry("10.31.7.104", "IPV4PRIV"),
            Map.entry("172.31.255.9", "IPV4PRIV"),
            Map.entry("192.168.1.7", "IPV4PRIV"),
            Map.entry("SecretAccessKey: 5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh", "SECRETKEY"),
            Map.entry("AWS_SECRET_ACCESS_KEY=5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh", "SECRETKEY"),
            Map.entry("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "JWT"),
            Map.entry("sk-ant-api03-Zk3Qm9Xw2Lr7Tb5Nc8Vd1Hf6Gj4Ps0Yu-Ka_Ei3Oo7Uu1Qq5Ww9", "APIKEY"),
            Map.entry("IQoJb3JpZ2lu" + "Zm9v/YmFyK2Jhe".repeat(8), "SESSIONTOKEN"),
            Map.entry("-----BEGIN RSA PRIVATE KEY----- " + "MIIEowIBAAKC".repeat(5), "PEM"));

    /** What masked text looks like: the same shapes with tokens in them, and the tokens alone. */
    static final List<String> MASKED = List.of(
            "EC2_001",
            "VPC_1024",
            "AKID_001",
            "arn:aws:iam::ACCOUNT_001:role/ROLE_002",
            "arn:aws:s3:::BUCKET_001/2025",
            "s3://BUCKET_001/2025/q1.csv",
            "s3://logs-ACCOUNT_001-eu/x",
            "BUCKET_001.s3.eu-west-1.amazonaws.com",
            "RDS_001.RDSDNS_002.eu-west-1.rds.amazonaws.com",
            "RDS_001.cluster-ro-RDSDNS_002.eu-west-1.rds.amazonaws.com",
            "clustercfg.CACHE_001.CACHEDNS_003.0001.euw1.cache.amazonaws.com",
            "internal-ELBDNS_001.eu-west-1.elb.amazonaws.com",
            "HOST_001.eu-west-1.compute.internal",
            "EC2_001.ec2.internal",
            "https://sqs.eu-west-1.amazonaws.com/ACCOUNT_001/SQS_001",
            "ACCOUNT_001.dkr.ecr.eu-west-1.amazonaws.com/ECR_001",
            "eu-west-1_COGNITO_001",
            "-----BEGIN RSA PRIVATE KEY-----\nPEM_001\n-----END RSA PRIVATE KEY-----",
            "sk-ant-APIKEY_001",
            "CIDRPRIV_001/16",
            "SecretAccessKey: SECRETKEY_000",
            "Bearer JWT_000");

    private ProofSamples() {}

    static Optional<Leak> check(String body, List<String> originals) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new OutgoingProof(originals, ProofExemptions.NONE).check(bytes, 0, bytes.length);
    }

    static String kind(String body) {
        return check(body, List.of()).map(Leak::kind).orElse("");
    }

    static long seed() {
        return Long.getLong("masker.seed", 7314L);
    }

    static String random(Random chance, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int k = 0; k < length; k++) {
            text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    static <T> T oneOf(Random chance, List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
