package io.awsmasker.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** P6: wherever a text is cut, the joined pieces are the restored text, and nothing is kept back without need. */
class StreamedTextTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);

    @Test
    void everyCutOfEveryTokenRestoresTheSame() {
        StringMasker masked = new StringMasker();
        String answer = masked.mask("stop i-1234567890abcdef0, then i-0abc1234def567890!");
        String expected = masked.restore(answer);
        for (int first = 0; first <= answer.length(); first++) {
            for (int second = first; second <= answer.length(); second++) {
                List<String> pieces =
                        List.of(answer.substring(0, first), answer.substring(first, second), answer.substring(second));

                assertEquals(expected, joined(masked.restoration().plainText(), pieces), pieces.toString());
            }
        }
    }

    @Test
    void anyCutOfAnyTextRestoresTheSame() {
        Cases.run(CASES, random -> {
            StringMasker masked = new StringMasker();
            RandomText texts = new RandomText(random);
            masked.mask(texts.ofUser());
            String answer = texts.ofModel();

            assertEquals(
                    masked.restore(answer),
                    joined(masked.restoration().plainText(), new Pieces(random).of(answer)),
                    () -> "answer: " + answer);
        });
    }

    @Test
    void textThatCannotBecomeATokenLeavesAtOnce() {
        StreamedText text = new StringMasker().restoration().plainText();

        assertEquals("The instance is ", given(text, "The instance is "));
        assertEquals("fine", given(text, "fine"));
        assertEquals(" ", given(text, " E"));
        assertEquals("Even", given(text, "ven"));
    }

    /** A piece that is read in several: a token stands at every place where that might cut. */
    @Test
    void aLongPieceIsRestoredAsAWhole() {
        StringMasker masked = new StringMasker();
        String token = masked.mask("i-1234567890abcdef0");
        for (int shift = 0; shift <= token.length() + 1; shift++) {
            String answer =
                    ".".repeat((1 << 16) - shift) + token + ".".repeat((1 << 16) - token.length()) + token + " end";
            assertEquals(masked.restore(answer), joined(masked.restoration().plainText(), List.of(answer)));
        }
    }

    @Test
    void aTokenLeavesWithTheFirstCharacterBehindIt() {
        StringMasker masked = new StringMasker();
        masked.mask("i-1234567890abcdef0");
        StreamedText text = masked.restoration().plainText();

        assertEquals("", given(text, "EC2_0"));
        assertEquals("", given(text, "01"));
        assertEquals("i-1234567890abcdef0.", given(text, "."));
    }

    private static String joined(StreamedText text, List<String> pieces) {
        StringBuilder joined = new StringBuilder();
        pieces.forEach(piece -> joined.append(given(text, piece)));
        return joined.append(StringMasker.now(text.finish())).toString();
    }

    private static String given(StreamedText text, String piece) {
        return StringMasker.now(text.append(piece));
    }

    /** Cuts a text at random places. */
    private record Pieces(Random random) {
        List<String> of(String text) {
            List<String> pieces = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                int end = Math.min(text.length(), at + random.nextInt(4));
                pieces.add(text.substring(at, end));
                at = end;
            }
            return pieces;
        }
    }
}
