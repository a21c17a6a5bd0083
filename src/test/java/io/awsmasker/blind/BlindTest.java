package io.awsmasker.blind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the detector finds of made-up identifiers in texts as tools and people write them. */
class BlindTest {
    private static final int FILLINGS = 20;

    /** Kinds that one knows by their shape, and credentials, of which nothing may be missed wherever they stand. */
    private static final List<String> NEVER_MISSED = List.of(
            "EC2",
            "AMI",
            "SUBNET",
            "VPC",
            "VOL",
            "ENI",
            "SG",
            "RESV",
            "VPCE",
            "MAC",
            "PRIV",
            "PUB",
            "ACCOUNT",
            "IAMID",
            "ORG",
            "EMR",
            "COGNITO",
            "RDSRES",
            "ZONE",
            "EMAIL",
            "CIDR",
            "DASHIP",
            "RDSHOST",
            "ELBHOST",
            "AKID",
            "SECRETKEY",
            "SESSIONTOKEN",
            "PASSWORD",
            "LONGTOKEN",
            "JWT",
            "PEMBODY",
            "B64SECRET",
            "B64EC2");

    /** Where an id can stand; the hash is its place. */
    private static final List<String> PLACES = List.of(
            "#",
            "see # for it",
            "# is down.",
            "(#)",
            "\"#\"",
            "'#',",
            "`#`",
            "**#**",
            "id=#",
            "id: #",
            "- #\n",
            "{\"Id\":\"#\"}",
            "{\\\"Id\\\": \\\"#\\\"}",
            "[\"#\",\"#\"]",
            "/home/#/x",
            "https://x.test/a?id=#&b=1",
            "--ids # --x",
            "a,#,b",
            "|  #  |",
            "<Id>#</Id>",
            "arn:aws:ec2:eu-west-1:222233334444:thing/#",
            "\\n#\\n",
            "\t#\t",
            "%2F#%26",
            "\u001b[32m#\u001b[0m",
            "#:",
            "#;",
            "<#>",
            "x (#).",
            "“#”",
            "é #",
            "#\r\n");

    /** The most over-masking is what was measured with the rules of version 5 (0.0041, 0.0024, 0.0051, 0.0260), and a little more. */
    @ParameterizedTest
    @CsvSource({"cli.txt, 0.005", "infra.txt, 0.003", "logs.txt, 0.006", "prose.txt, 0.0275"})
    void findsIdentifiersInTheTextsOf(String file, double mostOverMasking) {
        Tally tally = new Tally();
        Cases.run(FILLINGS, random -> Template.of(file).forEach(template -> tally.add(template.fill(random))));

        assertTrue(tally.recall() >= 0.995, tally::toString);
        assertTrue(tally.precision() >= 0.995, tally::toString);
        assertTrue(tally.overMasking() <= mostOverMasking, tally::toString);
        assertEquals(
                List.of(), tally.leaks().stream().filter(BlindTest::neverMissed).toList());
    }

    @Test
    void findsNothingInHarmlessTexts() {
        Tally tally = new Tally();
        Template.of("harmless.txt").forEach(template -> tally.add(template.fill(new Random(1))));

        assertEquals(List.of(), tally.alarms());
    }

    @Test
    void findsEveryIdOfTheCatalogueWhereverItStands() {
        Tally tally = new Tally();
        Cases.run(
                2,
                random -> Ids.patterns().forEach((kind, patterns) -> {
                    for (String pattern : patterns) {
                        for (String place : PLACES) {
                            String id = new Samples(random).id(pattern);
                            int at = place.indexOf('#');
                            String text = place.replace("#", id);
                            int bytes = place.substring(0, at).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                            tally.add(new Labelled(text, List.of(new Label(kind, bytes, bytes + id.length()))));
                        }
                    }
                }));

        assertEquals(List.of(), tally.leaks());
    }

    private static boolean neverMissed(String leak) {
        return NEVER_MISSED.contains(leak.substring(0, leak.indexOf(' ')));
    }
}
