package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.Splice;
import io.awsmasker.mask.Replacement;
import io.awsmasker.mask.Restoration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Restores a text file of any length. It works on bytes, so that whatever is no valid UTF-8 passes as it is, and keeps back
 * the last word of each piece, since only white space is sure to stand in no token and in no escape beside one.
 */
public final class TextRestoring implements PiecewiseRestoring {
    /** Longer than any token; a word that goes on for longer is cut, because no token can stand across the cut. */
    private static final int LONGEST_WORD = 1 << 16;

    private final Supplier<Restoration> restorations;
    private byte[] rest = new byte[0];

    /** @param restorations gives a restoration for a stretch of the text */
    public TextRestoring(Supplier<Restoration> restorations) {
        this.restorations = restorations;
    }

    @Override
    public CompletionStage<byte[]> accept(byte[] piece) {
        byte[] text = Arrays.copyOf(rest, rest.length + piece.length);
        System.arraycopy(piece, 0, text, rest.length, piece.length);
        int cut = cut(text);
        rest = Arrays.copyOfRange(text, cut, text.length);
        return restored(text, cut);
    }

    @Override
    public CompletionStage<byte[]> end() {
        return restored(rest, rest.length);
    }

    @Override
    public int held() {
        return rest.length;
    }

    private static int cut(byte[] text) {
        for (int at = text.length; at > 0; at--) {
            if (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\r' || text[at - 1] == '\t') {
                return at;
            }
        }
        if (text.length <= LONGEST_WORD) {
            return 0;
        }
        int at = text.length;
        while (at > 1 && isWord(text[at - 1])) {
            at--;
        }
        return at > 1 ? at - 1 : text.length;
    }

    private static boolean isWord(byte b) {
        return b == '_' || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '\\';
    }

    private CompletionStage<byte[]> restored(byte[] text, int end) {
        Passage passage = new Passage(text, 0, end, null);
        return restorations.get().restore(List.of(passage)).thenApply(replacements -> {
            Splice splice = new Splice(text, end);
            for (Replacement replacement : replacements.get(0)) {
                splice.replace(
                        replacement.start(),
                        replacement.end(),
                        replacement.text().getBytes(UTF_8));
            }
            return splice.toBytes();
        });
    }
}
