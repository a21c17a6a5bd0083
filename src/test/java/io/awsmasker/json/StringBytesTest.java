package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.testing.Cases;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringBytesTest {
    @Test
    void aStringWithoutEscapesIsAWindowOnTheText() {
        JsonIndex index = Indexed.text("{\"k\u00e9y\":\"v\"}");
        StringBytes key = StringBytes.of(index, 1);
        assertSame(index.text(), key.bytes());
        assertEquals(2, key.start());
        assertEquals(6, key.end());
        assertEquals(4, key.rawOffset(4));
        assertEquals(6, key.rawOffset(6));
    }

    /** Columns: content between the quotes, decoded bytes, raw offset of each decoded byte and of the end. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\\u0069-0|692d30|1 7 8 9",
                "\\/\\n|2f0a|1 3 5",
                "\u00e9\\t|c3a909|1 2 3 5",
                "\\u00E9x|c3a978|1 1 7 8",
                "\\u20aC|e282ac|1 1 1 7",
                "a\\uD83d\\udE00b|61f09f988062|1 2 2 2 2 14 15",
                "\\ud83d\ud83d\ude00|eda0bdf09f9880|1 1 1 7 8 9 10 11",
                "\\ud83d|eda0bd|1 1 1 7",
                "\\ude00\\ud83d|edb880eda0bd|1 1 1 7 7 7 13",
                "\\ud83d\\ud83d\\ude00|eda0bdf09f9880|1 1 1 7 7 7 7 19",
                "\\ud83d\\u0041|eda0bd41|1 1 1 7 13",
                "\\ud83d\\\\ude00|eda0bd5c7564653030|1 1 1 7 9 10 11 12 13 14",
                "\\u0000|00|1 7",
                "\\u007F\\u0080\\u07ff|7fc280dfbf|1 7 7 13 13 19",
                "\\u0800\\uFFFF|e0a080efbfbf|1 1 1 7 7 7 13",
                "\\uD800\\uDC00\\udbff\\udfff|f0908080f48fbfbf|1 1 1 1 13 13 13 13 25",
                "\\ud83d\\n|eda0bd0a|1 1 1 7 9"
            })
    void everyDecodedByteKnowsItsPlace(String content, String decoded, String offsets) {
        StringBytes string = StringBytes.of(Indexed.text("\"" + content + "\""), JsonIndex.ROOT);
        assertEquals(decoded, HexFormat.of().formatHex(string.bytes(), string.start(), string.end()));
        assertEquals(offsets, rawOffsets(string));
    }

    @Test
    void placesAreRightInLongStringsToo() {
        Cases.run(2_000, random -> {
            String content = RandomJson.string(random) + RandomJson.string(random) + "\\";
            StringBuilder raw = new StringBuilder("\"");
            StringBuilder offsets = new StringBuilder();
            int at = 1;
            for (int i = 0; i < content.length(); ) {
                int codePoint = content.codePointAt(i);
                String character = Character.toString(codePoint);
                boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                boolean escape =
                        lone || codePoint < ' ' || codePoint == '"' || codePoint == '\\' || random.nextInt(9) == 0;
                int length = lone ? 3 : character.getBytes(UTF_8).length;
                for (int b = 0; b < length; b++) {
                    offsets.append(escape ? at : at + b).append(' ');
                }
                character.chars().forEach(c -> raw.append(escape ? String.format("\\u%04x", c) : "" + (char) c));
                at += escape ? 6 * character.length() : length;
                i += character.length();
            }
            StringBytes string = StringBytes.of(Indexed.text(raw + "\""), JsonIndex.ROOT);
            assertEquals(offsets.toString() + at, rawOffsets(string));
        });
    }

    @Test
    void offsetsOutsideAndOtherNodesAreRefused() {
        StringBytes string = StringBytes.of(Indexed.text("\"\\n\""), JsonIndex.ROOT);
        assertThrows(IndexOutOfBoundsException.class, () -> string.rawOffset(2));
        assertThrows(IndexOutOfBoundsException.class, () -> string.rawOffset(-1));
        StringBytes window = StringBytes.of(Indexed.text("[\"ab\"]"), 1);
        assertThrows(IndexOutOfBoundsException.class, () -> window.rawOffset(5));
        assertThrows(IndexOutOfBoundsException.class, () -> window.rawOffset(1));
        assertThrows(IllegalArgumentException.class, () -> StringBytes.of(Indexed.text("12"), JsonIndex.ROOT));
    }

    private static String rawOffsets(StringBytes string) {
        int[] offsets = IntStream.rangeClosed(string.start(), string.end())
                .map(string::rawOffset)
                .toArray();
        return Arrays.toString(offsets).replaceAll("[^0-9 ]", "");
    }
}
