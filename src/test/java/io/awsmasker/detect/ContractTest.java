package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.finding.TokenLiteral;
import io.awsmasker.testing.Cases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the masking relies on, over generated texts that mix identifiers, tokens, escapes and noise. */
class ContractTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);

    private static final List<String> GLUE = List.of(
            " ",
            "",
            "",
            "-",
            "_",
            ".",
            ":",
            "/",
            "\"",
            "\\\"",
            "\\n",
            "\\/",
            "\\-",
            "\\u002d",
            "\\\\u0040",
            "\\t",
            "\\u001b[32m",
            "%3A",
            "%2F",
            ",",
            "\n",
            "é",
            "😀",
            "x",
            "A",
            "9",
            "=",
            " = ",
            ": ",
            "\":\"",
            "\\\":\\\"",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "--",
            "@",
            "://",
            "`",
            "|",
            "<",
            ">",
            "\\",
            "%",
            "\u0001");

    private static final List<String> PIECES = List.of(
            "EC2_001",
            "LIT_1234",
            "A_000",
            "arn:aws:",
            "iam::123456789012:role/x-1",
            "Bucket",
            "--bucket",
            "password",
            "s3://",
            "12",
            "123456789012",
            "AKIA",
            "eyJ",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            ".amazonaws.com",
            "s3",
            "10.0.0.1",
            "fe80::1",
            "name",
            "acme-data-7",
            "user",
            "role",
            "null",
            "true",
            "í",
            "cluster",
            "BucketName,RoleName\n",
            "a,b-1\n",
            "An error occurred (",
            "message: table",
            "fromBucketName(this, 'a', '",
            "Buckets:\n- Name",
            "a.b:5432:c:d:",
            " | ",
            "example.com");

    @Test
    void findingsStandAtBoundariesAndHoldNoTokenQuoteOrControl() {
        List<String> pieces = new ArrayList<>(PIECES);
        for (IdentifierType type : IdentifierType.values()) {
            pieces.addAll(type.examples());
            pieces.addAll(type.counterExamples());
        }
        Cases.run(CASES, random -> {
            String text = text(random, pieces);
            check(Texts.passage(text, random.nextInt(4) == 0 ? "Bucket" : null), text);
        });
    }

    private static String text(Random random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            text.append(GLUE.get(random.nextInt(GLUE.size())));
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.append(GLUE.get(random.nextInt(GLUE.size()))).toString();
    }

    private static void check(Passage passage, String message) {
        byte[] text = passage.text();
        int last = passage.start();
        for (Finding finding : Texts.DETECTOR.find(List.of(passage)).get(0)) {
            assertTrue(
                    finding.start() >= last && finding.end() > finding.start() && finding.end() <= passage.end(),
                    message);
            assertTrue(Boundary.before(text, passage.start(), finding.start()), message);
            assertTrue(Boundary.after(text, finding.end(), passage.end()), message);
            assertFalse(TokenLiteral.is(text, finding.start(), finding.end()), message);
            assertTrue((text[finding.start()] & 0xC0) != 0x80, message);
            assertTrue(finding.end() == passage.end() || (text[finding.end()] & 0xC0) != 0x80, message);
            for (int i = finding.start(); i < finding.end() && !finding.type().secret(); i++) {
                assertTrue(text[i] != '"' && text[i] != '\\' && (text[i] >= ' ' || text[i] < 0), message);
            }
            last = finding.end();
        }
    }

    @Test
    void readsAnyBytesWithoutFailing() {
        byte[] alphabet = "\"\"\\\\[]{}::==--//..__@@,,<>()`'+% \n0123456789abefiknprstuxARNZJGDB\u00e9\0"
                .getBytes(StandardCharsets.UTF_8);
        byte[][] words = List.of(
                        "bucket",
                        "password",
                        "arn:aws:s3:::",
                        "amazonaws.com",
                        "\"role\":[",
                        "s3://",
                        "--bucket",
                        "BucketName,a\nb,c",
                        "error: user ",
                        "Table.fromTableName(",
                        "a:5432:b:c:d",
                        "aws_s3_bucket")
                .stream()
                .map(w -> w.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Cases.run(CASES, random -> {
            byte[] text = new byte[random.nextInt(120)];
            for (int k = 0; k < text.length; k++) {
                text[k] = random.nextInt(20) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            byte[] word = words[random.nextInt(words.length)];
            if (text.length > word.length) {
                System.arraycopy(word, 0, text, random.nextInt(text.length - word.length), word.length);
            }
            Texts.DETECTOR.find(List.of(new Passage(text, 0, text.length, null)));
        });
    }

    @Test
    void anotherPassageAddsOnlyNames() {
        Passage bucket = Texts.passage("aws s3 ls --bucket acme-raw-7", null);
        Passage other = Texts.passage("why is acme-raw-7 empty? i-1234567890abcdef0", null);
        assertEquals(1, Texts.DETECTOR.find(List.of(other)).get(0).size());
        List<List<Finding>> both = Texts.DETECTOR.find(List.of(bucket, other));
        assertEquals(
                List.of("BUCKET acme-raw-7", "EC2 i-1234567890abcdef0"),
                both.get(1).stream().map(f -> Texts.name(other, f)).toList());
    }

    @Test
    void readsOnlyTheWindowOfThePassage() {
        byte[] text = "i-1234567890abcdef0 i-0234567890abcdef0 ".getBytes(StandardCharsets.UTF_8);
        List<Finding> found =
                new Detector().find(List.of(new Passage(text, 20, 39, null))).get(0);
        assertEquals(List.of(new Finding(IdentifierType.EC2, 20, 39)), found);
        assertEquals(
                List.of(),
                new Detector().find(List.of(new Passage(text, 20, 38, null))).get(0));
    }

    @Test
    void widensWhatIsGluedToAWord() {
        assertEquals(
                List.of("ACCOUNT 123456789012_CloudTrail_eu"), Texts.found("logs/123456789012_CloudTrail_eu.json"));
    }
}
