package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.AnswerWalk.Spot;
import io.awsmasker.detect.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.mask.Replacement;
import io.awsmasker.mask.Restoration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Restores a whole answer, JSON or not. An answer that is no JSON comes from something in front of the API, so it is treated
 * as plain text.
 */
public final class AnswerRestoring {
    private static final int MAX_DEPTH = 10_000;

    private AnswerRestoring() {}

    /** The answer with its originals; the same array when it holds no token. */
    public static CompletionStage<byte[]> restore(Restoration restoration, byte[] answer) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(answer, 0, answer.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            return plain(restoration, answer);
        }
        return restore(restoration, index, JsonIndex.ROOT)
                .thenApply(splice -> splice.isEmpty() ? answer : splice.toBytes());
    }

    /** The replacements of everything at or below a node, made on the text that holds it. */
    static CompletionStage<Splice> restore(Restoration restoration, JsonIndex index, int node) {
        List<Spot> spots = AnswerWalk.spots(index, node);
        List<Passage> passages = spots.stream().map(Spot::passage).toList();
        return restoration.restore(passages).thenApply(replacements -> splice(index, spots, replacements));
    }

    private static Splice splice(JsonIndex index, List<Spot> spots, List<List<Replacement>> replacements) {
        Splice splice = new Splice(index.text(), 0, index.text().length);
        for (int i = 0; i < spots.size(); i++) {
            for (Replacement replacement : replacements.get(i)) {
                splice.replace(
                        spots.get(i).bytes().rawOffset(replacement.start()),
                        spots.get(i).bytes().rawOffset(replacement.end()),
                        JsonString.escape(replacement.text()));
            }
        }
        return splice;
    }

    /** The text of an index with these replacements in its spots; the same array when there are none. */
    static byte[] bytes(JsonIndex index, List<Spot> spots, List<List<Replacement>> replacements) {
        Splice splice = splice(index, spots, replacements);
        return splice.isEmpty() ? index.text() : splice.toBytes();
    }

    private static CompletionStage<byte[]> plain(Restoration restoration, byte[] text) {
        Passage passage = new Passage(text, 0, text.length, null);
        return restoration.restore(List.of(passage)).thenApply(replacements -> {
            Splice splice = new Splice(text, 0, text.length);
            replacements
                    .get(0)
                    .forEach(r -> splice.replace(r.start(), r.end(), r.text().getBytes(UTF_8)));
            return splice.isEmpty() ? text : splice.toBytes();
        });
    }
}
