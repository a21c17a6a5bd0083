package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON, shells, regular expressions and Markdown may put a backslash in front of what joins the parts of a name. */
class EscapedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::897355541743:role\\/deploy-x9",
                "arn:aws:iam::897355541743:role\\\\\\/deploy-x9",
                "arn:aws:iam::897355541743:role\\u002fdeploy-x9",
                "arn:aws:iam::897355541743:role\\\\u002Fdeploy-x9",
                "arn\\u003aaws\\u003aiam\\u003a\\u003a897355541743\\u003arole\\/deploy-x9"
            })
    void findsBothPartsOfAnArn(String text) {
        assertEquals(List.of("ACCOUNT 897355541743", "ROLE deploy-x9"), Texts.found(text));
    }

    @Test
    void findsNamesBehindEscapedSlashes() {
        assertEquals(
                "{\"Q\":\"https:\\/\\/sqs.eu-west-1.amazonaws.com\\/<ACCOUNT>\\/<SQS>\"}",
                Texts.masked("{\"Q\":\"https:\\/\\/sqs.eu-west-1.amazonaws.com\\/897355541743\\/orders-in\"}"));
        assertEquals("{\"B\":\"s3:\\/\\/<BUCKET>\\/k\"}", Texts.masked("{\"B\":\"s3:\\/\\/acme-raw\\/k\"}"));
        assertEquals(
                "https:\\/\\/s3.eu-west-1.amazonaws.com\\/<BUCKET>\\/k",
                Texts.masked("https:\\/\\/s3.eu-west-1.amazonaws.com\\/acme-raw\\/k"));
        assertEquals(
                "arn:aws:ecs:eu-west-1:<ACCOUNT>:service\\/<CLUSTER>\\/<ECS>",
                Texts.masked("arn:aws:ecs:eu-west-1:897355541743:service\\/main-7\\/web-1"));
        assertEquals(
                "arn:aws:dynamodb:eu-west-1:<ACCOUNT>:table\\/<DDB>",
                Texts.masked("arn:aws:dynamodb:eu-west-1:897355541743:table\\/orders-7"));
    }

    @Test
    void takesANameWithEscapesInsideApartAtThem() {
        assertEquals(
                "\"logGroupName\":\"\\/aws\\/<LOGGROUP>\\/<LOGGROUP>\"",
                Texts.masked("\"logGroupName\":\"\\/aws\\/lambda\\/orders-fn\""));
        assertEquals("{\"Bucket\":\"<BUCKET>\\u002d<BUCKET>\"}", Texts.masked("{\"Bucket\":\"acme\\u002draw-7\"}"));
        assertEquals("<EMAIL>\\u0040<EMAIL>", Texts.masked("joe.miller\\u0040acme-corp.com"));
    }

    @Test
    void findsAddressesAndIdsInPatternsAndMarkdown() {
        assertEquals(
                "grep -rn \"<IPV4PRIV>\\.<IPV4PRIV>\\.<IPV4PRIV>\\.<IPV4PRIV>\" /etc/nginx",
                Texts.masked("grep -rn \"10\\.66\\.77\\.88\" /etc/nginx"));
        assertEquals("the <EC2>\\-<EC2> is", Texts.masked("the i\\-0c0ffee0c0ffee123 is"));
        assertEquals("vpc\\-<VPC>", Texts.masked("vpc\\-0c0ffee0c0ffee123"));
    }

    @Test
    void knowsANameInAllItsSpellings() {
        assertEquals(
                List.of("BUCKET acme-raw-7", "BUCKET acme", "BUCKET raw-7"),
                Texts.found("--bucket acme-raw-7 and acme\\u002draw-7"));
        assertEquals(
                List.of("BUCKET acme", "BUCKET raw-7", "BUCKET acme-raw-7"),
                Texts.found("--bucket acme\\-raw-7 and acme-raw-7"));
    }

    @Test
    void readsJsonWhoseQuotesAreEscapedByTheirNumber() {
        assertEquals(List.of("BUCKET acme-raw"), Texts.found("{\\u0022Bucket\\u0022:\\u0022acme-raw\\u0022}"));
    }

    @Test
    void masksASecretWithItsEscapes() {
        assertEquals(
                List.of("SECRETKEY 5Enb7gyk4T\\/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh"),
                Texts.found("\"SecretAccessKey\":\"5Enb7gyk4T\\/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh\""));
    }
}
