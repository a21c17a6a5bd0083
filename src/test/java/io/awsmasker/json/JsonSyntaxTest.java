package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {
    private static final String DOCUMENT =
            "{\"a\":[1.5e+3,-0,{\"b\\u00e9\":\"\\\"\u00e9\u20ac\ud83d\ude00\\/\"}],\"c\":[true,false,null,{},[]]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "10",
                "-1",
                "0.0",
                "1.25",
                "1e5",
                "1E5",
                "1e+05",
                "1E-0",
                "-0.1e-10",
                " 1",
                "1 ",
                "\t\r\n 1 \t\r\n",
                "true",
                "false",
                "null",
                "\"\"",
                "\"\u007f\"",
                "\"\\u0000\"",
                "\"\\uAbCd\"",
                "\"\\uDEAD\"",
                "\"\\/\"",
                "\"/\"",
                "\"\u2028\"",
                "\"\ufeff\"",
                "\"\uffff\"",
                "\"\udbff\udfff\"",
                "[]",
                "[ ]",
                "{}",
                "{ }",
                "[[],{}]",
                "{\"\":0}",
                "{\"a\":1,\"a\":2}",
                "[1 , 2]",
                "{\"a\" : 1 , \"b\" : 2}",
                "\"<!-- // 'x' -->\""
            })
    void takesEveryFormOfJson(String text) {
        assertEquals(Events.ofJackson(text.getBytes(UTF_8)), Events.ofIndex(Indexed.text(text)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|0",
                "` `|1",
                "+1|0",
                ".5|0",
                "01|1",
                "-01|2",
                "00|1",
                "-|1",
                "-a|1",
                "1.|2",
                "1.e5|2",
                "1e|2",
                "1e+|3",
                "0x10|1",
                "1.5.5|3",
                "1-|1",
                "NaN|0",
                "-Infinity|1",
                "Infinity|0",
                "tru|0",
                "True|0",
                "truex|4",
                "nul|0",
                "fals3|0",
                "'a'|0",
                "\"|1",
                "\"a|2",
                "\"\\|2",
                "\"\\\"|3",
                "\"\\x\"|1",
                "\"\\U0041\"|1",
                "\"\\u12\"|1",
                "\"\\u12g4\"|1",
                "\"\\u|3",
                "\"\\u123|6",
                "\"\\a\"|1",
                "[|1",
                "[1|2",
                "[1,|3",
                "[1,]|3",
                "[,1]|1",
                "[1 2]|3",
                "[1}|2",
                "]|0",
                "[1]]|3",
                "{|1",
                "{1:2}|1",
                "{a:1}|1",
                "{\"a\"|4",
                "{\"a\"}|4",
                "{\"a\":|5",
                "{\"a\":}|5",
                "{\"a\" 1}|5",
                "{\"a\":1|6",
                "{\"a\":1,|7",
                "{\"a\":1,}|7",
                "{,}|1",
                "{\"a\":1 \"b\":2}|7",
                "{\"a\":1]|6",
                "{\"a\",\"b\"}|4",
                "1 2|2",
                "{}{}|2",
                "[1]//|3",
                "/**/1|0",
                "1,|1",
                "\u00a0" + "1|0",
                "\ufeff" + "1|0",
                "1\u0000|1",
                "\u0000|0",
                "[1\f]|2"
            })
    void refusesWhatIsNotJsonAndSaysWhere(String text, int offset) {
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text(text));
        assertEquals(offset, refusal.offset(), refusal.getMessage());
    }

    @Test
    void refusesEveryRawControlInAString() {
        for (char c = 0; c < ' '; c++) {
            for (String around : new String[] {"", "12345678", "1234567\u00e9"}) {
                String text = "\"" + around + c + around + "\"";
                JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text(text));
                assertEquals(around.getBytes(UTF_8).length + 1, refusal.offset());
            }
        }
    }

    @Test
    void refusesEveryTextThatWasCutOff() {
        byte[] text = DOCUMENT.getBytes(UTF_8);
        for (int end = 0; end < text.length; end++) {
            byte[] cut = Arrays.copyOf(text, end);
            JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text(cut));
            assertTrue(refusal.offset() <= end, refusal.getMessage());
            int to = end;
            JsonSyntaxException inWindow =
                    assertThrows(JsonSyntaxException.class, () -> JsonIndex.parse(text, 0, to, Indexed.DEPTH));
            assertEquals(refusal.getMessage(), inWindow.getMessage(), "bytes behind the window were read");
        }
    }

    @Test
    void aByteOrderMarkIsNamed() {
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text("\ufeff{}"));
        assertTrue(refusal.problem().contains("byte order mark"), refusal.problem());
    }

    @Test
    void aLeadingZeroIsNamed() {
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text("[-012]"));
        assertTrue(refusal.problem().contains("leading zero"), refusal.problem());
    }

    @Test
    void placesAreCountedFromTheBeginningOfTheText() {
        byte[] text = "#\n{\r\n\"\u00e9\ud83d\ude00\"\r:\n #}".getBytes(UTF_8);
        JsonSyntaxException refusal =
                assertThrows(JsonSyntaxException.class, () -> JsonIndex.parse(text, 2, text.length, 1));
        assertEquals(text.length - 2 - 2, refusal.offset());
        assertPlace("line 4, column 2", refusal);
        JsonSyntaxException sameLine =
                assertThrows(JsonSyntaxException.class, () -> Indexed.text("[\"\u00e9\ud83d\ude00\" #"));
        assertPlace("line 1, column 7", sameLine);
    }

    private static void assertPlace(String place, JsonSyntaxException refusal) {
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("(" + place + ")"), message);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "#|``",
                "[1,2,#|[2]",
                "[1 #|[1]",
                "{\"a\":#|a",
                "{\"a\":1,#|``",
                "{\"a\":[{\"secret\":[[],{\"a\":\"\\x|a[0].<member 0>[1].a",
                "{\"x\":1,\"secret\"#|<member 1>",
                "{\"a\":[1,2]#|``",
                "[{},[[]],#|[2]",
                "{\"a\":{\"b\":{\"a\":1,#|a.<member 0>",
                "[1]#|``"
            })
    void tellsThePathOfTheFault(String text, String path) {
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text(text));
        assertEquals(path, refusal.path("a"::equals));
    }

    @Test
    void noMessageRepeatsTheText() {
        byte[] text = "{\"\u0416\u0416\":[{\"\u0416\":\"\u0416\\n\u0416\"}],\"\u0416\":[true]}".getBytes(UTF_8);
        int refused = 0;
        for (int i = 0; i < text.length; i++) {
            byte[] broken = text.clone();
            broken[i] = (byte) 0xD0;
            try {
                Indexed.text(broken);
            } catch (JsonSyntaxException refusal) {
                refused++;
                String shown = refusal + refusal.problem() + refusal.path(name -> false);
                assertTrue(shown.chars().allMatch(c -> c < 0x7F), shown);
            }
        }
        assertTrue(refused > 20, "only " + refused + " were refused");
    }
}
