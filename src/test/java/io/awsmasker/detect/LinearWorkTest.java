package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to let a scanner read the same bytes again and again: twice the text, twice the reads. */
class LinearWorkTest {
    private static final int LENGTH = 40_000;
    /** A scanner that reads on from every anchor reads half the text for each. */
    private static final int MOST_READS_PER_BYTE = 400;

    private final CountedBytes detector = new CountedBytes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i-",
                "arn:arn:",
                "arn:aws:s3:::",
                "arn:aws:s3:::{",
                "%3Aarn:aws:s3:::media-24a29",
                "%2Farn:aws:rds:eu-west-1:897355541743:db:orders-7f=",
                "\\u001b[1marn:aws:s3:::media-24a29",
                "123456789012_",
                "123456789012-",
                "1",
                "1.",
                "a:",
                "::",
                "--a",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n",
                "\\",
                "\\/",
                "\\-a",
                "i\\-0c0ffee0c0ffee123 ",
                "eyJ-",
                "eyJ.",
                "eyJaaaaaaaa.eyJ",
                "{\"a\":[",
                "bucket=",
                "bucket='",
                "\"bucket\":[\"",
                "bucket:[bucket:[",
                "password=",
                "password=\"",
                ".amazonaws.com",
                "a.amazonaws.com",
                ".dkr.ecr.amazonaws.com/",
                "@a.b",
                "-AIza",
                "-IQoJ",
                "%2FIQoJ",
                "%2520",
                "\\\"",
                "'\\n",
                "'a\\n' ",
                "%3A\\n",
                "a\"\"",
                ",\"a\"\"b",
                "- a\n",
                "# a\n",
                "+a\n",
                "1:a\n",
                "a/b:1:",
                "> >\n",
                "%25 %3A",
                "a-",
                "/aws/-",
                "alias/",
                "\\n",
                "cus_1",
                "AKIA",
                "s3://a-",
                "http://a:b",
                "-Z1",
                "a_1",
                "vpce-svc-",
                "`bucket",
                " password: |\n",
                "password: |\n  ",
                "kind: Secret\n",
                " kind: Secret\n",
                "kind: Secret\ndata:\n  a: |\n    ",
                "{\"kind\": \"Secret\", ",
                "\"kind\": \"Secret\", \"data\": {\"",
                "}\"kind\": \"Secret\"",
                "variable \"a\" {",
                "cookie: a=",
                "Cookie: [",
                "(\"",
                "<a>",
                "\"aws_",
                "Bearer a",
                "+1",
                "4111 ",
                "BucketName,a\n",
                "BucketName,\"",
                "a,b,",
                "TABLENAMES\t",
                " a | b ",
                "Buckets:\n- ",
                "message: user ",
                "error: table 'a-1' ",
                " occurred (",
                "fromBucketName(a, 'b",
                "dynamodb.Table('",
                "Bucket: aws.String(",
                "a:5432:b:c:",
                "conn a/b@",
                "login a password ",
                "a name: ",
                "password=;",
                "a=;password=b",
                "import aws_a.b ",
                "get(\"password\",'",
                "get(\"password\",\\\"",
                "auth=(\"a\",'",
                "Connection(a,\"",
                "a['password'] = \"",
                "${password:",
                "\"--password\",",
                "- --password\n",
                "password:\n----\n",
                "<arg name=\"password\">",
                "a:b@tcp(",
                "secret --from-literal=a=",
                " -storepass a",
                " -passin pass:",
                "Type: SecureString\nValue: ",
                "NoEcho: true,Default: ",
                "--type SecureString ",
                "--value --type SecureString ",
                "PARAMETER\tSecureString\t",
                "random_password",
                " 1:kind: Secret\n",
                "> kind: Secret\n> data:\n>   a: b\n",
                "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWZnaGlqa2xtbm9wcXJzdHV2\n",
                "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWZnaGlqa2xtbm9w//8AAQID\n",
                "password=/a/",
                "password: a.b.",
                "passwd: files ",
                "a-token ",
                "://hooks.slack.com/services/",
                "SG.",
                "hvs.",
                "AC0",
                "SK0",
                "Private-Lines: 9\n",
                "Private-Lines: 9\nAAAA\n",
                "-pypi-A",
                "10.66.4.21_",
                "_AKIA0",
                "mysql://a:b@c/d",
                "x--alarm-names a ",
                "--alarm-names \"a ",
                "mysql://a:b@",
                "'@'",
                "'a'@'",
                "2024/05/06/[$LATEST]a",
                "2024/05/06/[",
                "(task a",
                "aws aws ",
                "'a' aws ",
                "a-1, ",
                "`a-b` DB ",
                " lambda lambda",
                ": a-1 already exists (Service: ",
                "console.aws.amazon.com/roles/details/",
                "1: \"aws_a\" {\n",
                "Path: a/",
                "- aws_a.b ",
                "-lock aws_a.b ",
                "to = aws_a.b\n",
                "import {to = aws_a.b ",
                "kind: ClusterConfig\n",
                "\"kind\": \"ClusterConfig\", \"metadata\": {",
                "karpenter.sh/discovery: a",
                "service: a-b\n",
                "service:\n  name: a-b\n",
                "objectName: a-b\n",
                "remoteRef:\n  key: a\n",
                "family: a-b ",
                "(f(table=a_table,",
                "[profile a-b\n",
                "AWS::CloudFormation::Stack ",
                "CREATE_COMPLETE | AWS::IAM::Role ",
                "a: deploying... ",
                "a == 'b-c' ",
                "role/A-",
                "log group /a/",
                "| Alarm name | ",
                "requestParameters: {name: a-b}, ",
                "a1b2c3d (",
                "a1b2c3d (a 1) x\n",
                "Log group: /a ",
                "BucketName:\n  Default: a-b\n",
                "::ffff:1.2.3.4",
                "\"group\": \"service:a",
                "Credential=a/aws4_request/",
                "(service a-",
                "(service a) has started ",
                "service a-b has started ",
                "nodegroup(s) (a,",
                "nodegroup(s) ((a,",
                "/eks/bootstrap.sh a",
                "\"ruleId\":\"a-b\",\"action\":",
                "i-0abc12345678901de (a-b",
                "a-0abc12345678901de-",
                "a-b-c (i-0abc12345678901de) ",
                "897355541743 (a-b-",
                "assumed-role/A-",
                "a.bucket.name: b-c ",
                "f('$.bucketName') = ",
                "awscli 2.1.3.4 "
            })
    void readsNoByteOverAndOver(String piece) throws ReflectiveOperationException {
        assertLinear("", piece);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "a", "ab.", "a_"})
    void looksNamesUpWithoutReadingOn(String piece) throws ReflectiveOperationException {
        assertLinear("bucket=" + piece.repeat(100) + "9 ", piece);
    }

    /** What a beginning lets read on is bounded, but many beginnings in it must not read it many times. */
    @ParameterizedTest
    @ValueSource(strings = {"error: ", " occurred ("})
    void readsAMessageOnceHoweverManyBeginInIt(String piece) throws ReflectiveOperationException {
        long reads = reads("", piece, LENGTH);
        assertTrue(reads <= 30L * LENGTH, piece + ": " + reads);
    }

    private void assertLinear(String head, String piece) throws ReflectiveOperationException {
        long once = reads(head, piece, LENGTH);
        long twice = reads(head, piece, 2 * LENGTH);
        assertTrue(twice <= once * 2.2 + 100_000, piece + ": " + once + " then " + twice);
        assertTrue(twice <= 2L * LENGTH * MOST_READS_PER_BYTE, piece + ": " + twice);
    }

    private long reads(String head, String piece, int length) throws ReflectiveOperationException {
        return detector.reads((head + piece.repeat(length / piece.length())).getBytes(StandardCharsets.UTF_8));
    }
}
