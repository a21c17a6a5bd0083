package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools put around a text: it is found in it what is found without. */
class WrappedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "see s3%3A%2F%2Flantern-quay-7%2Fx end => see s3%3A%2F%2F<BUCKET>%2Fx end",
                "GET /import?src=s3%3A%2F%2Flantern-quay%2Fx%2Fy.csv HTTP/1.1 => GET /import?src=s3%3A%2F%2F<BUCKET>%2Fx%2Fy.csv HTTP/1.1",
                "curl 'http://localhost:9000/run?uri=s3a%3a%2f%2flantern-quay%2fa&n=1' => curl 'http://localhost:9000/run?uri=s3a%3a%2f%2f<BUCKET>%2fa&n=1'",
                "s3%253A%252F%252Flantern-quay => s3%253A%252F%252F<BUCKET>",
                "see %257B%2522ip%2522%253A%252210.44.7.19%2522%257D end => see %257B%2522ip%2522%253A%2522<IPV4PRIV>%2522%257D end",
                "see %7B%22Bucket%22%3A%22lantern-quay%22%7D end => see %7B%22Bucket%22%3A%22<BUCKET>%22%7D end",
                "%257B%2522Bucket%2522%253A%2522lantern-quay%2522%252C%2522ip%2522%253A%252210.44.7.19%2522%257D => %257B%2522Bucket%2522%253A%2522<BUCKET>%2522%252C%2522ip%2522%253A%2522<IPV4PRIV>%2522%257D",
                "see FunctionName%3Dlantern-fn%26RoleName%3DLanternRole2 end => see FunctionName%3D<LAMBDA>%26RoleName%3D<ROLE> end",
                "arn%253Aaws%253Aiam%253A%253A604817295538%253Arole%252FLanternRole => arn%253Aaws%253Aiam%253A%253A<ACCOUNT>%253Arole%252F<ROLE>",
                "see 604817295538.dkr.ecr.eu-west-1.amazonaws.com%252Flantern%252Ftide-7:1 end => see <ACCOUNT>.dkr.ecr.eu-west-1.amazonaws.com%252F<ECR>%252F<ECR>:1 end",
            })
    void findsWhatIsPercentEncoded(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "see aws+s3api+head-bucket+--bucket+lantern-quay&role=x%3A1 end => see aws+s3api+head-bucket+--bucket+<BUCKET>&role=x%3A1 end",
                "q=bucket+lantern-quay+is+full%21 => q=bucket+<BUCKET>+is+full%21",
                "token=a%2Bb&key=AKIAQ3EGVJ7Z5TLH2WXB+AKIAQ3EGVJ7Z5TLH2WXC => token=a%2Bb&key=<AKID>+<AKID>"
            })
    void takesThePlusSignsOfAFormForBlanks(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "&lt;arn:aws:iam::604817295538:role/LanternRole&gt; then LanternRole => &lt;arn:aws:iam::<ACCOUNT>:role/<ROLE>&gt; then <ROLE>",
                "bucket &quot;lantern-quay&quot; is full => bucket &quot;<BUCKET>&quot; is full",
                "&lt;Bucket&gt;lantern-quay&lt;/Bucket&gt; => &lt;Bucket&gt;<BUCKET>&lt;/Bucket&gt;",
                "&amp;lt;Bucket&amp;gt;lantern-quay&amp;lt;/Bucket&amp;gt; => &amp;lt;Bucket&amp;gt;<BUCKET>&amp;lt;/Bucket&amp;gt;",
                "&#60;RoleName&#x3E;mussel-deploy&#x3c;/RoleName&gt; => &#60;RoleName&#x3E;<ROLE>&#x3c;/RoleName&gt;",
                "aws s3api head-bucket --bucket &#39;lantern-quay&#39; => aws s3api head-bucket --bucket &#39;<BUCKET>&#39;",
                "host = &#49;0.44.7.19 => host = &#49;<IPV4PRIV>"
            })
    void findsWhatStandsInEntities(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @Test
    void readsTheLinesOfAPageTogether() {
        String page = "<pre>\n{&quot;Buckets&quot;: [\n  {&quot;Name&quot;: &quot;lantern-quay&quot;}\n]}\n</pre>\n";
        assertEquals(page.replace("lantern-quay", "<BUCKET>"), Texts.masked(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (a &amp;&amp; b &lt; c) return &quot;none&quot;;",
                "Fish &amp; Chips &copy; 2024 &mdash; all rights reserved",
                "https://example.com/?a=1&lt=2&quot=3",
                "&#128512; &#x1F600; &#; &#x; &lt",
                "for (int i = 0; i &lt; names.length; i++) { print(names[i] + &quot;, &quot;); }"
            })
    void leavesOtherEntities(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf(\"%2d%3d%%\\n\", a, b)",
                "https://example.com/search?q=a%20bucket%20of%20fish&lang=en",
                "strftime('%Y-%m-%dT%H:%M:%S')",
                "width: 100%;height:50%",
                "s3%3A%2F%2F%24%7Bbucket%7D%2Fx"
            })
    void leavesOtherPercentSigns(String text) {
        assertEquals(text, Texts.masked(text));
    }

    private static final String LIST = "bucket_names = [\n  \"lantern-raw\",\n  \"lantern-cur\",\n]\n";
    private static final String JSON = "{\n  \"clusters\": [\n    \"quay-one\",\n    \"quay-two\"\n  ]\n}\n";
    private static final String LISTING = "2023-04-01 10:12:13 lantern-invoices\n2023-04-02 11:12:13 lantern-bills\n";
    private static final String SECTION = "TABLENAMES\tlantern-orders\nTABLENAMES\tlantern-bills\n";
    private static final String TABLE = "FunctionName,Runtime\nmussel-settle,java17\nmussel-pay,java21\n";

    /** In front of each line; a hash stands for its number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "     %d\u2192",
                "     %d\t",
                "%d:",
                "%d-",
                "  %d | ",
                "  %d \u2502 ",
                "+",
                "> ",
                "< ",
                "# ",
                "#",
                "// ",
                " * ",
                "-- ",
                "\u2502 ",
                "2024-05-01T10:11:12.1234567Z ",
                "2024-05-01T10:11:12Z ",
                "2024-05-01T10:11:12.123+02:00 ",
                "2024-05-01 10:11:12,123 ",
                "> > ",
                "2024-05-01T10:11:12.1234567Z      %d\u2192"
            })
    void findsWhatStandsBehindAMargin(String margin) {
        for (String text : List.of(LIST, JSON, LISTING, SECTION, TABLE)) {
            String plain = Texts.masked(text);
            assertNotEquals(plain, text);
            assertEquals(behind(margin, plain), Texts.masked(behind(margin, text)));
            assertEquals(
                    "see:\n" + behind(margin, plain) + "end", Texts.masked("see:\n" + behind(margin, text) + "end"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-1  | ",
                "harbour_web_1 | ",
                "modules/net/main.tf:%d:",
                "> +",
                "^a1b2c3d (Ahab Quay 2024-05-06 10:11:12 +0200 %d) ",
                "0a1b2c3d infra/net.tf (Ahab 2024-05-06 %d) "
            })
    void findsWhatStandsBehindANameOrASign(String margin) {
        for (String text : List.of(LIST, JSON, LISTING, SECTION, TABLE)) {
            String masked = Texts.masked("see:\n" + behind(margin, text) + "end");
            assertFalse(masked.matches("(?s).*(lantern-|mussel-|quay-).*"), masked);
        }
    }

    private static String behind(String margin, String text) {
        StringBuilder lines = new StringBuilder();
        int number = 9;
        for (String line : text.lines().toList()) {
            lines.append(margin.replace("%d", String.valueOf(number++)))
                    .append(line)
                    .append('\n');
        }
        return lines.toString();
    }

    @Test
    void findsWhatStandsInADiff() {
        assertEquals(
                "@@ -1,3 +1,4 @@\n bucket_names = [\n-  \"<BUCKET>\",\n+  \"<BUCKET>\",\n ]\n",
                Texts.masked("@@ -1,3 +1,4 @@\n bucket_names = [\n-  \"lantern-raw\",\n+  \"lantern-cur\",\n ]\n"));
    }

    @Test
    void findsWhatStandsInAMarginItself() {
        assertEquals("<IPV4PRIV>:12:  a\n<IPV4PRIV>:13: b\n", Texts.masked("10.44.7.19:12:  a\n10.44.7.20:13: b\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- name: quay\n  kind: Deployment\n- name: tide\n  kind: Service\n",
                "# Title\n\nsome text\n\n* one\n* two\n",
                "1. first\n2. second\n",
                "10:12:13 started\n10:12:14 ended\n",
                "2023-04-01 a\n2023-04-02 b\n",
                "+-----+-----+\n|  a  |  b  |\n+-----+-----+\n",
                "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old-word\n+new-word\n"
            })
    void leavesLinesThatHoldNothing(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIST,
                JSON,
                LISTING,
                SECTION,
                TABLE,
                "aws_s3_bucket.lantern: Refreshing state... [id=lantern-invoices]\n",
                "nodegroup \"mussel-ng-a\" will use\ncreating EKS cluster \"mussel-prod\" in \"eu-west-1\"",
                "bucket := aws.String(\"lantern-invoices\")\ns3.upload_file(\"r.csv\", \"lantern-raw\", \"k\")",
                "variable \"bucket\" {\n  type    = string\n  default = \"lantern-raw\"\n}",
                "see a%20b\nTABLENAMES\tlantern-orders\n",
                "BUCKETS\t2023-04-01T10:12:13+00:00\tlantern-invoices\n",
                "{\"out\": \"TABLENAMES\\tlantern-orders\\nTABLENAMES\\tlantern-bills\\n\"}",
                "     1\u2192[\n     2\u2192{\"clusters\": [\n     3\u2192  \"quay-one\"]}\n"
            })
    void findsWhatStandsInAString(String text) {
        String masked = Texts.masked(text);
        assertNotEquals(masked, text);
        for (String around : List.of("{\"stdout\":\"%s\"}", "{\"stdout\": \"%s\", \"stderr\": \"\"}", "out = \"%s\"")) {
            assertEquals(around.replace("%s", escaped(masked)), Texts.masked(around.replace("%s", escaped(text))));
            String twice = "{\"a\":\"" + escaped(around) + "\"}";
            assertEquals(
                    twice.replace("%s", escaped(escaped(masked))),
                    Texts.masked(twice.replace("%s", escaped(escaped(text)))));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\"", "\\\"");
    }

    @Test
    void findsWhatStandsInAStringOfPython() {
        assertEquals(
                "{'stdout': 'TABLENAMES\\t<DDB>\\n', 'rc': 0}",
                Texts.masked("{'stdout': 'TABLENAMES\\tlantern-orders\\n', 'rc': 0}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd C:\\tools\\new\\role",
                "printf(\"%s\\t%d\\n\", name, size);",
                "re.sub(r'\\n\\t\"', \"\\\"\", text)",
                "\\newcommand{\\role}[1]{\\textbf{#1}}",
                "{\"text\":\"the bucket\\nthe table\\tthe role\"}"
            })
    void leavesOtherBackslashes(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\u0001',
            value = {
                "2024-05-01T10:11:12Z,AssumeRole,\"{\"\"bucketName\"\":\"\"lantern-quay\"\",\"\"roleName\"\":\"\"QuayRole2\"\"}\" => 2024-05-01T10:11:12Z,AssumeRole,\"{\"\"bucketName\"\":\"\"<BUCKET>\"\",\"\"roleName\"\":\"\"<ROLE>\"\"}\"",
                "\"1\",\"{\"\"functionName\"\":\"\"mussel-fn\"\",\"\"TableName\"\":\"\"mussel-tb\"\"}\" => \"1\",\"{\"\"functionName\"\":\"\"<LAMBDA>\"\",\"\"TableName\"\":\"\"<DDB>\"\"}\"",
                "\"{\"\"a\"\":\"\"\"\",\"\"bucketName\"\":\"\"lantern-quay\"\"}\";2 => \"{\"\"a\"\":\"\"\"\",\"\"bucketName\"\":\"\"<BUCKET>\"\"}\";2",
                "\"say \"\"hello\"\" to all\",2 => \"say \"\"hello\"\" to all\",2",
                "a = \"\"\"role: text\"\"\" => a = \"\"\"role: text\"\"\"",
            })
    void findsWhatStandsInAFieldWithDoubledQuotes(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    /** Longer than what is read at once. */
    @Test
    void findsWhatStandsFarInside() {
        String lines = "a line of nothing\n".repeat(9_000);
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String line : (lines + LIST + lines).split("\n", -1)) {
            numbered.append(++number).append('\t').append(line).append('\n');
        }
        assertEquals(List.of("BUCKET lantern-raw", "BUCKET lantern-cur"), Texts.found(numbered.toString()));
        String string =
                "{\"out\": \"" + (lines + SECTION + lines).replace("\n", "\\n").replace("\t", "\\t") + "\"}";
        assertEquals(List.of("DDB lantern-orders", "DDB lantern-bills"), Texts.found(string));
        String encoded = "x=" + "nothing%3Dto%26".repeat(9_000) + "s3%3A%2F%2Flantern-raw";
        assertEquals(List.of("BUCKET lantern-raw"), Texts.found(encoded));
    }
}
