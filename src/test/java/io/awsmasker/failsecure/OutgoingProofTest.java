package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a leak and what is not, shape by shape. */
class OutgoingProofTest {
    @Test
    void everyShapeIsFoundWhereverAWordCanStand() {
        ProofSamples.SHAPES.forEach((text, kind) -> {
            for (String frame :
                    List.of("%s", "{\"a\":\"%s\"}", "see %s.", "(%s)", "a=%s,b", "recover \t%s\n", "`%s`", "é%sé")) {
                assertEquals(kind, ProofSamples.kind(frame.replace("%s", text)), () -> frame + " with " + text);
            }
        });
    }

    @Test
    void tokensInTheirPlaceAreNoLeak() {
        for (String text : ProofSamples.MASKED) {
            assertEquals("", ProofSamples.kind(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vpce-svc-0c1b2a39485766778",
                "tgw-attach-0c1b2a39485766778",
                "default-vpc-6d461be2",
                "recover-i-0c1b2a39485766778",
                "i-0c1b2a39485766778.ec2.internal",
                "VPC-0C1B2A39485766778",
                "Subnet-0c1b2a39485766778",
                "acl-12345678",
                "s-0c1b2a39485766778",
                "X-Amz-Credential=AKIA3QZ7XN5WLTK2MVHB/20250101/eu-west-1/s3/aws4_request",
                "AROA3QZ7XN5WLTK2MVHBC:build-42",
                "arn:aws:sqs:${AWS::Region}:730184925610:jobs",
                "arn:${AWS::Partition}:kms:eu-west-1:730184925610:key/x",
                "arn:aws-cn:s3:cn-north-1:730184925610:accesspoint/x",
                "orders.cluster-ro-c7k2m9q4x1zb.eu-west-1.rds.amazonaws.com:5432",
                "dw.c7k2m9q4x1zb.eu-west-1.redshift.amazonaws.com.",
                "cache-k2m9q4.serverless.euw1.cache.amazonaws.com",
                "shop-0a1b2c3d4e5f6071.elb.eu-west-1.amazonaws.com",
                "search-logs-12lfjzuknz2i98il0vh8em0tkj.eu-west-1.es.amazonaws.com",
                "062x5dwatk.execute-api.eu-west-1.amazonaws.com/prod",
                "1D8A7557F86402046546738B58D8F247.gr7.eu-west-1.eks.amazonaws.com",
                "730184925610.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
                "acme-site.s3-website.eu-central-1.amazonaws.com",
                "acme-site.s3.dualstack.eu-central-1.amazonaws.com",
                "s3a://acme-lake/db/part-0",
                "ec2-52-18-3-227.compute-1.amazonaws.com",
                "ip-10-31-7-62.ec2.internal"
            })
    void variantsAreFound(String text) {
        assertEquals(false, ProofSamples.kind(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my_i-0c1b2a39485766778",
                "xi-0c1b2a39485766778",
                "i-0c1b2a39485766778a",
                "i-0c1b2a39485766778_x",
                "i-0c1b2a3948576677",
                "i-5d378044",
                "r-base",
                "fs-extra",
                "key-value",
                "snap-20240131",
                "10.31.7",
                "10.31.7.104.2",
                "1.10.31.7.104",
                "10.31.7.256",
                "10.31.07.4",
                "172.32.0.1",
                "192.167.0.1",
                "52.18.3.86",
                "v10.31.7.104",
                "SecretAccessKey: da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "SecretAccessKey: the secret part of an access key",
                "eyJhbGciOiJIUzI1NiJ9.eyJ",
                "eyJhbGciOiJIUzI1NiJ9",
                "vol-31012024",
                "backup-20240131123456789",
                "vpc-deadbeef",
                "app-1a2b3c4d",
                "web-5d4f8c7b9d-x2x7k",
                "ws-77c9d8b64-x2x7k",
                "svc-e-5d4f8c7b9d",
                "app.d-8f2e7856c4",
                "d-8f2e7856c4-admins",
                "d-8f2e7856c45",
                "d-1234567890",
                "d-VIU6XDPQEA",
                "D-VIU6XDPQE",
                "d-COVERAGE9",
                "e-commerce24",
                "e-commercial",
                "e-ml928468d77",
                "E-ML928468D7",
                "o-something",
                "o-seventeen17",
                "ws-transport",
                "ws-handler42",
                "j-CHAPTER2024",
                "j-85SXC5PPN",
                "ri-202401311234",
                "oi-12ff216b178",
                "ps-0123456789abcde",
                "ou-bien-ensemble",
                "ou-bien-ensembl1",
                "car-insurance",
                "farm-to-table",
                "job-2c0ce60544fd89b8bf0be48da0c827d4",
                "session-2c0ce60544fd89b8bf0be48da0c827d4",
                "m-374c35789d85dcda9864f12452b8b8b",
                "sgw-ca7e735d",
                "1:51a39f68-a664-43a0-b44a-aaac5d2d1008",
                "level-1:51a39f68-a664-43a0-b44a-aaac5d2d1008",
                "eu-west-1:51a39f68-a664-43a0-b44a",
                "the-new-one-1:51a39f68-a664-43a0-b44a-aaac5d2d1008",
                "the-new-one-1_5gJ1G9Pph",
                "vpc-id",
                "vpc-6d461be2-9a2b-4c1d-8e7f-0123456789ab",
                "vpc-6d461be2-9a2b-4c1d-8e7f",
                "i-0c1b2a39485766778-9a2b-4c1d-x",
                "I-0C1B2A39485766778",
                "h-0c1b2a39",
                "vpc-6d46-1be2",
                "6d461be2-9a2b-4c1d-8e7f-123456789012",
                "1-5e6722a7-0c1b2a39485766778890aabb",
                "sha256:0c1b2a394857667788990aabbccddeeff0c1b2a394857667788990aabbccddeef",
                "AKIAXXXXXXXXXXXXXXXX",
                "AKIA3QZ7XN5WLTK2MVH",
                "AKIA3QZ7XN5WLTK2MVHBCD",
                "XAKIA3QZ7XN5WLTK2MVHB",
                "AIDA",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "arn:aws:s3:::my-bucket/*",
                "arn:aws:s3:::${Bucket}/x",
                "arn:",
                "arn:aws:states:::lambda:invoke",
                "arn:aws:ec2:us-east-1:000000000000:instance/x",
                "arn:aws:iam::12345:x",
                "arn:aws:bedrock:eu-west-1::foundation-model/x",
                "123456789012",
                "jane@example.com",
                "s3://my-bucket/x",
                "s3://BUCKET/x",
                "s3://bucket",
                "s3://<name>/x",
                "s3://${name}/x",
                "s3://logs-${env}/x",
                "s3://logs-*",
                "s3://path/to",
                "s3://amzn-s3-demo-bucket1/x",
                "S3://",
                "s3://DOC-EXAMPLE-BUCKET/x",
                "ec2.eu-west-1.amazonaws.com",
                "s3.amazonaws.com",
                "s3.eu-west-1.amazonaws.com/x",
                "lambda.amazonaws.com",
                "s3.dualstack.eu-west-1.amazonaws.com",
                "rds.amazonaws.com",
                "eu-west-1.rds.amazonaws.com",
                "NAME.HASH.eu-west-1.rds.amazonaws.com",
                "orders.abcdefghijkl.eu-west-1.rds.amazonaws.com",
                "logs-${id}.s3.amazonaws.com",
                "<id>-logs.s3.amazonaws.com",
                "my-bucket.s3.amazonaws.com",
                "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/pause",
                "cache.amazonaws.com",
                "amazonaws.com",
                "*.eu-west-1.elb.amazonaws.com",
                "elasticloadbalancing.eu-west-1.amazonaws.com",
                ".amazonaws.com",
                "ip-10-31-7-62",
                "ip-10-31-7.ec2.internal",
                "ec2-user@host",
                "ip-1000-1-2-3.ec2.internal",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIEowIBAAKCMIIEowIBAAKCMIIEowIBAAKCMIIEowIBAAKC",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n-----END",
                "IQoJb3JpZ2lu...",
                "sk-ant-api03-...",
                "sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "us-east-1_something",
                "us-east-1_ab1",
                "AWS::EC2::VPC",
                "ec2:DescribeInstances",
                "msg_01XFDUDYJgAACzvnptvVoYEL",
                "toolu_01A09q90qw90lq917835lq9",
                "req_011CSHoEeqs5C35K2UUqR7Fy",
                "container_011CPR5CNjB747bTd36fQLFk",
                "wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ",
                "claude-sonnet-4-5-20250929",
                "claude-haiku-4-5-20251001",
                "eu.anthropic.claude-sonnet-4-20250514-v1:0",
                "bash_20250124",
                "text_editor_20250728",
                "context-management-2025-06-27",
                "2025-06-27T10:11:12.123Z",
                "eu-west-1a",
                "euw1-az2",
                "169.254.169.254",
                "fd00:ec2::254",
                "alias/aws/s3",
                "default.mysql8.0"
            })
    void lookAlikesAreNoLeak(String text) {
        assertEquals("", ProofSamples.kind(text));
        assertEquals("", ProofSamples.kind("{\"a\":\"see " + text + " here\"}"));
    }

    @Test
    void theOffsetIsThatOfTheBodyAndOnlyTheRangeIsRead() {
        byte[] body =
                "i-0a9c1e7f3b5d20846 \\u00e9\\n vpc-6d461be2 i-0a9c1e7f3b5d20846".getBytes(StandardCharsets.UTF_8);
        int vpc = new String(body, StandardCharsets.UTF_8).indexOf("vpc");
        assertEquals(
                Optional.of(new Leak("EC2", 0)),
                new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 0, body.length));
        assertEquals(
                Optional.of(new Leak("VPC", vpc)),
                new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 1, body.length));
        assertEquals(
                Optional.of(new Leak("VPC", vpc)),
                new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, vpc, vpc + 12));
        assertEquals(Optional.empty(), new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 1, vpc + 11));
        assertEquals(Optional.empty(), new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 5, 5));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 0, body.length + 1));
    }
}
