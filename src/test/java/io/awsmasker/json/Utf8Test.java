package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final int[] EDGES = {
        0x20, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFC, 0xFE, 0xFF
    };

    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(16);

    @Test
    void takesExactlyTheSequencesThatTheJdkTakes() {
        int taken = 0;
        for (int a : EDGES) {
            for (int b : EDGES) {
                for (int c : EDGES) {
                    taken += check(new byte[] {'"', (byte) a, (byte) b, (byte) c, '"'}) ? 1 : 0;
                    for (int d : a >= 0xF0 ? EDGES : new int[0]) {
                        taken += check(new byte[] {'"', (byte) a, (byte) b, (byte) c, (byte) d, '"'}) ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(taken > 100, "only " + taken + " sequences were valid");
    }

    @Test
    void everyCharacterIsTaken() {
        StringBuilder all = new StringBuilder("\"");
        for (int codePoint = 0x20; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            if (codePoint != '"' && codePoint != '\\' && !surrogate) {
                all.appendCodePoint(codePoint);
            }
        }
        JsonIndex index = Indexed.text(all.append('"').toString());
        assertEquals(all.substring(1, all.length() - 1), index.string(JsonIndex.ROOT));
    }

    @Test
    void aSurrogateInUtf8IsNamed() {
        byte[] text = {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"', ']'};
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> Indexed.text(text));
        assertEquals(2, refusal.offset());
        assertTrue(refusal.problem().contains("surrogate"), refusal.problem());
    }

    private boolean check(byte[] text) {
        decoder.reset();
        decoded.clear();
        boolean expected = !decoder.decode(ByteBuffer.wrap(text), decoded, true).isError();
        boolean taken;
        try {
            Indexed.text(text);
            taken = true;
        } catch (JsonSyntaxException refusal) {
            taken = false;
        }
        assertEquals(expected, taken, () -> java.util.HexFormat.of().formatHex(text));
        return taken;
    }
}
