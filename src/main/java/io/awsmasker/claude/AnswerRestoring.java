package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.AnswerWalk.Spot;
import io.awsmasker.detect.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.mask.Replacement;
import io.awsmasker.mask.Restoration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Restores a whole answer, JSON or not. An answer that is no JSON comes from something in front of the API, so it is treated
 * as plain text.
 */
public final class AnswerRestoring {
    private static final int MAX_DEPTH = 10_000;

    private AnswerRestoring() {}

    /** An answer that will not come back, with its originals; the same array when it holds no token. */
    public static CompletionStage<byte[]> restore(Restoration restoration, byte[] answer) {
        return restore(Answering.once(restoration), answer);
    }

    /** The answer with its originals; the same array when it holds no token. */
    public static CompletionStage<byte[]> restore(Answering answering, byte[] answer) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(answer, 0, answer.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            return plain(answering.restoration(), answer);
        }
        AnswerNotes notes = answering.notes();
        AnswerWalk walk = AnswerWalk.of(index, JsonIndex.ROOT, answering.restoresThoughts());
        return replacements(answering.restoration(), walk).thenCompose(replacements -> {
            Splice splice = splice(index, walk.spots(), replacements);
            byte[] restored = splice.isEmpty() ? answer : splice.toBytes();
            if (notes == null) {
                return CompletableFuture.completedStage(restored);
            }
            note(notes, index, walk, replacements);
            noteSigned(notes, index, walk, replacements);
            return notes.keep().thenApply(kept -> restored);
        });
    }

    /** The replacements of everything at or below a node, made on the text that holds it. */
    static CompletionStage<Splice> restore(Answering answering, JsonIndex index, int node) {
        AnswerWalk walk = AnswerWalk.of(index, node, answering.restoresThoughts());
        return replacements(answering.restoration(), walk).thenApply(replacements -> {
            if (answering.notes() != null) {
                note(answering.notes(), index, walk, replacements);
            }
            return splice(index, walk.spots(), replacements);
        });
    }

    static CompletionStage<List<List<Replacement>>> replacements(Restoration restoration, AnswerWalk walk) {
        return restoration.restore(walk.spots().stream().map(Spot::passage).toList());
    }

    /** Notes every text that may come back. */
    static void note(AnswerNotes notes, JsonIndex index, AnswerWalk walk, List<List<Replacement>> replacements) {
        for (int i = 0; i < walk.spots().size(); i++) {
            Spot spot = walk.spots().get(i);
            if (spot.signed() < 0 && index.kind(spot.node()) == Kind.STRING) {
                notes.said(spot.passage(), replacements.get(i));
            }
        }
    }

    private static void noteSigned(
            AnswerNotes notes, JsonIndex index, AnswerWalk walk, List<List<Replacement>> replacements) {
        for (int block : walk.signed()) {
            List<Mark> marks = List.of();
            Map<String, String> instead = Map.of();
            for (int i = 0; i < walk.spots().size(); i++) {
                if (walk.spots().get(i).signed() == block) {
                    Passage thought = walk.spots().get(i).passage();
                    marks = Mark.of(thought.text(), thought.start(), replacements.get(i));
                    instead =
                            Map.of("thinking", new String(AnswerNotes.delivered(thought, replacements.get(i)), UTF_8));
                }
            }
            notes.signed(Fingerprint.of(index, block, instead), marks);
        }
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
