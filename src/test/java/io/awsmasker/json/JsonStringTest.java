package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStringTest {
    @Test
    void escapesWhatJsonDemandsAndNothingElse() {
        assertEquals(
                "arn:aws:s3:::a/b <\u00e9\u20ac\u2028\ud83d\ude00\u007f>",
                escape("arn:aws:s3:::a/b <\u00e9\u20ac\u2028\ud83d\ude00\u007f>"));
        assertEquals("\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f", escape("\"\\\b\f\n\r\t\u0000\u001f"));
        assertEquals("\\ud83d", escape("\ud83d"));
        assertEquals("\\ude00\\ud83dx\\udfff", escape("\ude00\ud83dx\udfff"));
        assertEquals("\\ud83d\ud83d\ude00\\ude00", escape("\ud83d\ud83d\ude00\ude00"));
    }

    @Test
    void appendsTheSameToCharsBehindWhatIsThere() {
        StringBuilder out = new StringBuilder("\"a\\");
        JsonString.escapeTo("\n\"", out);
        assertEquals("\"a\\\\n\\\"", out.toString());
    }

    @Test
    void whatIsEscapedIsReadBack() {
        Cases.run(10_000, random -> {
            String content = RandomJson.string(random);
            byte[] text = ("\"" + escape(content) + "\"").getBytes(UTF_8);
            assertEquals(content, Indexed.text(text).string(JsonIndex.ROOT));
            assertEquals(List.of("string " + content), Events.ofJackson(text));
        });
    }

    private static String escape(String content) {
        return new String(JsonString.escape(content), UTF_8);
    }
}
