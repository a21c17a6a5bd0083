package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialStringLexerTest {
    /** Units are written as raw=decoded, content in angle brackets; what is pending at the end stands behind them. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\":1}|{ \" <a> \" : 1 }",
                "\"\\\"\\/\\\\\"|\" <\\\"=\"> <\\/=/> <\\\\=\\> \"",
                "\"\\u0045C\\u005F|\" <\\u0045=E> <C> <\\u005F=_>",
                "\"\\|\" +\\",
                "\"\\u|\" +\\u",
                "\"\\u0|\" +\\u0",
                "\"\\u00|\" +\\u00",
                "\"\\u004|\" +\\u004",
                "\"\\x1|\" <\\x=\ufffd> <1>",
                "\"\\u00g4\"|\" <\\u00g=\ufffd> <4> \"",
                "\"\\u00\"1|\" \\u00\"=\ufffd 1",
                "\"\\u00\\n|\" <\\u00\\=\ufffd> <n>",
                "\\u0041|\\ u 0 0 4 1"
            })
    void everyUnitIsTold(String raw, String units) {
        PartialStringLexer lexer = new PartialStringLexer();
        StringBuilder told = new StringBuilder();
        int begin = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (lexer.accept(raw.charAt(i))) {
                String unit = raw.substring(begin, i + 1);
                assertEquals(unit.length(), lexer.consumed());
                String shown = unit.equals("" + lexer.decoded()) ? unit : unit + "=" + lexer.decoded();
                told.append(lexer.content() ? "<" + shown + "> " : shown + " ");
                begin = i + 1;
            }
        }
        assertEquals(raw.length() - begin, lexer.pending());
        told.append(lexer.pending() > 0 ? "+" + raw.substring(begin) : "");
        assertEquals(units, told.toString().strip());
    }

    @Test
    void readsWhatTheWholeTextReads() {
        Cases.run(10_000, random -> {
            String text = RandomJson.text(random);
            JsonIndex index = Indexed.text(text.getBytes(UTF_8));
            List<String> expected = IntStream.range(0, index.size())
                    .filter(n -> index.kind(n) == Kind.STRING || index.kind(n) == Kind.KEY)
                    .mapToObj(index::string)
                    .toList();
            assertEquals(expected, strings(text));
        });
    }

    @Test
    void garbageIsTakenCharByCharAndNothingIsLost() {
        String alphabet = "\"\\\\u0aAgn{ \n\u0000\ud83d\ude00\uff11";
        Cases.run(10_000, random -> {
            PartialStringLexer lexer = new PartialStringLexer();
            int told = 0;
            for (int taken = 1; taken <= 60; taken++) {
                char c = random.nextInt(9) == 0
                        ? (char) random.nextInt(0x10000)
                        : alphabet.charAt(random.nextInt(alphabet.length()));
                boolean complete = lexer.accept(c);
                told += complete ? lexer.consumed() : 0;
                assertEquals(taken, told + lexer.pending());
                assertTrue(lexer.pending() <= 5);
                assertEquals(complete, lexer.pending() == 0);
            }
        });
    }

    @Test
    void fullWidthDigitsAreNoDigits() {
        PartialStringLexer lexer = new PartialStringLexer();
        for (char c : "\"\\u004".toCharArray()) {
            lexer.accept(c);
        }
        assertTrue(lexer.accept('\uff15'));
        assertEquals(PartialStringLexer.REPLACEMENT, lexer.decoded());
        assertFalse(lexer.accept('\\'));
    }

    private static List<String> strings(String text) {
        PartialStringLexer lexer = new PartialStringLexer();
        List<String> strings = new ArrayList<>();
        StringBuilder string = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            if (!lexer.accept(text.charAt(i))) {
                continue;
            }
            if (lexer.content()) {
                string.append(lexer.decoded());
            } else if (lexer.decoded() == '"') {
                inside = !inside;
                if (!inside) {
                    strings.add(string.toString());
                    string.setLength(0);
                }
            }
        }
        return strings;
    }
}
