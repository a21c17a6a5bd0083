package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bucket's name has no shape: every place that makes a bucket of it. */
class ContextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Bucket\":\"acme-raw\"}",
                "{\"Bucket\": \"acme-raw\"}",
                "{\\\"Bucket\\\":\\\"acme-raw\\\"}",
                "{\\\\\\\"bucketName\\\\\\\": \\\\\\\"acme-raw\\\\\\\"}",
                "{\"DestinationS3BucketName\":\"acme-raw\"}",
                "{\"Buckets\":[{\"CreationDate\":\"2024\",\"Name\":\"acme-raw\"}]}",
                "{\"buckets\": [\n  \"acme-raw\"\n]}",
                "aws s3api get-object --bucket acme-raw --key x",
                "aws s3api get-object --bucket=acme-raw",
                "aws s3 ls s3://acme-raw/2024/",
                "BUCKET_NAME=acme-raw",
                "export S3_BUCKET=\"acme-raw\"",
                "bucket = \"acme-raw\"",
                "bucket                                  = \"acme-raw\"",
                "- **Bucket:** acme-raw",
                "| Bucket | Role |\n|---|---|\n| `acme-raw` | `x` |",
                "bucket: acme-raw",
                "&quot;Bucket&quot;:&quot;acme-raw&quot;",
                "buckets:\n  - acme-raw\n",
                "|  BucketName  |  acme-raw  |",
                "why is the bucket acme-raw empty?",
                "  bucket:   'acme-raw'",
                "<Bucket>acme-raw</Bucket>",
                "GetObjectRequest.builder().bucket(\"acme-raw\")",
                "the bucket `acme-raw` is empty",
                "arn:aws:s3:::acme-raw/key",
                "arn%3Aaws%3As3%3A%3A%3Aacme-raw%2Fkey",
                "https://acme-raw.s3.eu-west-1.amazonaws.com/key",
                "https://s3.eu-west-1.amazonaws.com/acme-raw/key",
                "resource \"aws_s3_bucket\" \"b\" {\n  name = \"acme-raw\"\n}"
            })
    void findsABucket(String text) {
        assertEquals(List.of("BUCKET acme-raw"), Texts.found(text));
    }

    @Test
    void takesTheKeyUnderWhichAPassageStands() {
        assertEquals(List.of("BUCKET acme-raw"), Texts.found("acme-raw", "Bucket"));
        assertEquals(List.of("BUCKET production"), Texts.found("production", "BucketName"));
        assertEquals(List.of("RDS orders"), Texts.found("orders", "DBInstanceIdentifier"));
        assertEquals(List.of("PASSWORD hunter 2 horse"), Texts.found("hunter 2 horse", "password"));
        assertEquals(List.of(), Texts.found("user", "role"));
        assertEquals(List.of(), Texts.found("us-east-1", "bucket"));
        assertEquals(List.of(), Texts.found("9f2b7c1d0e4a5b6c7d8e", "X-Amz-Signature"));
    }

    @Test
    void takesArnsApart() {
        assertEquals(
                "arn:aws:ecs:eu-west-1:<ACCOUNT>:service/<CLUSTER>/<ECS>",
                Texts.masked("arn:aws:ecs:eu-west-1:897355541743:service/main-7/web-1"));
        assertEquals(
                "arn:aws:sts::<ACCOUNT>:assumed-role/<ROLE>/<SESSION>",
                Texts.masked("arn:aws:sts::897355541743:assumed-role/admin/jane"));
        assertEquals("arn:aws:iam::aws:policy/ReadOnlyAccess", Texts.masked("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        assertEquals(
                "arn:aws:lambda:eu-west-1:<ACCOUNT>:function:<LAMBDA>:$LATEST",
                Texts.masked("arn:aws:lambda:eu-west-1:897355541743:function:shop-api:$LATEST"));
        assertEquals(
                "arn:aws:logs:eu-west-1:<ACCOUNT>:log-group:<LOGGROUP>:*",
                Texts.masked("arn:aws:logs:eu-west-1:897355541743:log-group:/aws/lambda/shop-api:*"));
        assertEquals(
                "arn:aws:ec2:eu-west-1:<ACCOUNT>:instance/<EC2>.",
                Texts.masked("arn:aws:ec2:eu-west-1:897355541743:instance/i-0bfcbc5f9cb541709."));
    }

    @Test
    void findsAnOrdinaryWordInAllPlacesOnceItIsAName() {
        assertEquals("--bucket <BUCKET> in <BUCKET>", Texts.masked("--bucket production in production"));
    }

    @Test
    void leavesWordsThatAreTooCommonForANameEvenWhereNamesStand() {
        assertEquals("--bucket data and data", Texts.masked("--bucket data and data"));
    }

    @Test
    void readsJsonWithinJsonForItsSecrets() {
        assertEquals(
                "{\"SecretString\": \"{\\\"user\\\":\\\"x\\\",\\\"password\\\":\\\"<PASSWORD>\\\"}\"}",
                Texts.masked("{\"SecretString\": \"{\\\"user\\\":\\\"x\\\",\\\"password\\\":\\\"Tr0ub4dor-3\\\"}\"}"));
        assertEquals("postgres://app:<PASSWORD>@db:5432/x", Texts.masked("postgres://app:kx4Npf!EBBA6l2@db:5432/x"));
        assertEquals(
                "AWS_SECRET_ACCESS_KEY=<SECRETKEY>",
                Texts.masked("AWS_SECRET_ACCESS_KEY=5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh"));
    }

    @Test
    void takesEveryStringInASecretStringForASecret() {
        assertEquals(
                "{\"SecretString\":\"{\\\"stripe\\\":\\\"<PASSWORD>\\\",\\\"pepper\\\": \\\"<PASSWORD>\\\"}\",\"x\":\"y-1\"}",
                Texts.masked(
                        "{\"SecretString\":\"{\\\"stripe\\\":\\\"Nightlive51abc\\\",\\\"pepper\\\": \\\"two words\\\"}\",\"x\":\"y-1\"}"));
        assertEquals(
                "--secret-string '{\"stripe\":\"<PASSWORD>\"}'",
                Texts.masked("--secret-string '{\"stripe\":\"Nightlive51abc\"}'"));
        assertEquals("{\"SecretBinary\": \"<PASSWORD>\"}", Texts.masked("{\"SecretBinary\": \"AAECAwQFBgcICQ==\"}"));
    }

    @Test
    void knowsASecretByItsNameWithoutTheSuffixOfItsArn() {
        assertEquals(
                "arn:aws:secretsmanager:eu-west-1:<ACCOUNT>:secret:<SECRETNAME> \"Name\":\"<SECRETNAME>\"",
                Texts.masked(
                        "arn:aws:secretsmanager:eu-west-1:897355541743:secret:shop/db-AbCdEf \"Name\":\"shop/db\""));
    }

    @Test
    void takesCapitalsForANameWhereNothingElseStands() {
        assertEquals(List.of("IAMUSER ACME_DCS_DEV"), Texts.found("{\"userName\": \"ACME_DCS_DEV\"}"));
        assertEquals(List.of("IAMUSER ACME_DCS_DEV"), Texts.found("ACME_DCS_DEV", "userName"));
        assertEquals(List.of("BUCKET ACME_RAW"), Texts.found("{\\\"BucketName\\\":\\\"ACME_RAW\\\"}"));
        assertEquals(List.of(), Texts.found("{\"userName\": \"YOUR_USER\", \"BucketName\": \"BUCKET_NAME\"}"));
        assertEquals(List.of(), Texts.found("{\"userName\": \"ADMIN\", \"role\": \"ACME_DCS_DEV\"}"));
    }

    @Test
    void takesTheRestOfALineOfYamlForASecret() {
        assertEquals(
                "db:\n  user: x\n  password: <PASSWORD>\n  port: 1",
                Texts.masked("db:\n  user: x\n  password: correct Horse battery\n  port: 1"));
        assertEquals("- db_password: <PASSWORD>", Texts.masked("- db_password: My Night passw0rd!"));
        assertEquals(List.of(), Texts.found("The password: see the wiki page for details"));
        assertEquals("{\"password\": <PASSWORD>}", Texts.masked("{\"password\": 99887766}"));
    }

    @Test
    void readsCompoundWordsAsWords() {
        assertEquals(
                List.of(),
                Texts.found("a role cross-account, bucket server-side encryption, user sign-in, table read-only"));
    }

    @Test
    void keepsTheServicePartOfAHost() {
        assertEquals(
                "<RDSDNS>.eu-west-1.rds.amazonaws.com:5432",
                Texts.masked("orders.cpyy99bbfum3.eu-west-1.rds.amazonaws.com:5432"));
        assertEquals(
                "ec2.eu-west-1.amazonaws.com lambda.amazonaws.com",
                Texts.masked("ec2.eu-west-1.amazonaws.com lambda.amazonaws.com"));
    }
}
