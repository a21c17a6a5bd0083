package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.testing.AwsCliJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lines end and blanks stand in JSON makes no difference to what is found in it. */
class JsonLayoutTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersOfTheCliHoldTheSameInOneLine(long seed) {
        String printed = new String(AwsCliJson.bytes(100_000, seed), US_ASCII);
        List<String> found = Texts.found(printed);
        assertFalse(found.isEmpty());
        assertEquals(found, Texts.found(printed.replaceAll("\n *", "")));
        assertEquals(found, Texts.found(printed.replaceAll("\n *", "").replace("\": ", "\":")));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyTellsTheSameOnALineOfItsOwn(IdentifierType type) {
        for (Column column : List.of(Column.KEY, Column.VAGUE)) {
            for (String entry : type.grammar().words(column)) {
                String key = entry.replace("*", "");
                for (String name : List.of(key, Character.toUpperCase(key.charAt(0)) + key.substring(1))) {
                    String printed = """
                            {
                                "Before": "nothing",
                                "%s": "%s",
                                "Behind": 80,
                                "Of": {
                                    "Name": "harbour-quay-7"
                                }
                            }
                            """.formatted(name, MadeUp.name(type));
                    assertSame(printed);
                    assertFalse(column == Column.VAGUE && Texts.found(printed).isEmpty(), printed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
        {
            "apiVersion": "eksctl.io/v1alpha5",
            "kind": "ClusterConfig",
            "metadata": {
                "name": "lantern"
            }
        }
        """, """
        {
            "data": {
                "colour": "c2VhZ3JlZW4tN3Y="
            },
            "kind": "Secret"
        }
        """, """
        {
            "Value": "Seagreen7v!",
            "Type": "SecureString"
        }
        """, """
        {
            "formatVersion": 1,
            "webaclFormat": "plain",
            "ruleId": "lantern-block-7",
            "action": "BLOCK"
        }
        """, """
        {
            "type": "S3",
            "location": "lantern-cache"
        }
        """, """
        {
            "networkMode": "awsvpc",
            "family": "lantern-web"
        }
        """, """
        {
            "Buckets": [
                {
                    "CreationDate": "2024-05-06",
                    "Name": "lantern-logs",
                    "Colour": {
                        "Name": "sea-green"
                    }
                }
            ]
        }
        """, """
        {
            "Buckets": {
                "lantern-logs": {
                    "Region": "internal"
                }
            }
        }
        """, """
        {
            "ParameterKey": "BucketName",
            "ParameterValue": "lantern-logs"
        }
        """})
    void whatOneMemberTellsOfAnotherIsReadOnLinesOfTheirOwn(String printed) {
        assertEquals(1, Texts.found(printed).size(), printed);
        assertSame(printed);
    }

    /** {@code ¶} is a line's end, {@code ⇥} a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"password\":⇥\"hunter2x\"} ~ {\"password\":⇥\"<PASSWORD>\"}",
                "{\"bucket\"⇥: \"lantern-logs\"} ~ {\"bucket\"⇥: \"<BUCKET>\"}",
                "{⇥\"Bucket\":⇥\"lantern-logs\",¶⇥\"Buckets\":⇥[{⇥\"Name\":⇥\"quay-logs\"⇥}]} ~ {⇥\"Bucket\":⇥\"<BUCKET>\",¶⇥\"Buckets\":⇥[{⇥\"Name\":⇥\"<BUCKET>\"⇥}]}",
                "{\"password\":¶\"hunter2x\"} ~ {\"password\":¶\"<PASSWORD>\"}",
                "{\"bucket\":¶   \"lantern\"} ~ {\"bucket\":¶   \"<BUCKET>\"}",
                "{\"password\":93847561} ~ {\"password\":<PASSWORD>}",
                "{\"cvv\":123,\"port\":443} ~ {\"cvv\":<CVV>,\"port\":443}",
                "{\"NoEcho\":true,\"Default\":\"Pq83nbvplw\"} ~ {\"NoEcho\":true,\"Default\":\"<PASSWORD>\"}",
                "{\"S3_BUCKET_UPLOADS\": \"lantern-uploads-7\"} ~ {\"S3_BUCKET_UPLOADS\": \"<BUCKET>\"}",
                "{\"password\":\"tail\\\\\",\"a\":\"b\"} ~ {\"password\":\"<PASSWORD>\",\"a\":\"b\"}",
                "{\"password\":\"ta\\\"il9\",\"a\":\"b\"} ~ {\"password\":\"<PASSWORD>\",\"a\":\"b\"}",
                "{\\\"password\\\":\\\"tail\\\\\\\\\\\",\\\"a\\\":1} ~ {\\\"password\\\":\\\"<PASSWORD>\\\",\\\"a\\\":1}"
            })
    void blanksAndSlashesAreReadAsJsonReadsThem(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    private static String lines(String text) {
        return text.replace('¶', '\n').replace('⇥', '\t');
    }

    private static void assertSame(String printed) {
        List<String> found = Texts.found(printed);
        assertEquals(found, Texts.found(printed.replaceAll("\n *", "")), printed);
        assertEquals(found, Texts.found(printed.replaceAll("\n *", " ")), printed);
        assertEquals(found, Texts.found(printed.replaceAll("\n *", "").replace("\": ", "\":")), printed);
    }
}
