package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.AnswerWalk.TextNode;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Replacement;
import io.awsmasker.mask.Restoration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Restores a whole answer, JSON or not. An answer that is no JSON comes from something in front of the API, so it is treated
 * as plain text.
 */
public final class AnswerRestoring {
    /** Deeper than any request may be, and so than what a client could send back; walking it takes stack. */
    static final int MAX_DEPTH = 500;

    /** Names of members are mostly the protocol's or the program's own; one that could be an identifier is longer. */
    private static final int SHORTEST_KEY = 7;

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
            if (e.isTooDeep()) {
                throw new UnreadableAnswer("its JSON is nested deeper than " + MAX_DEPTH + " levels");
            }
            return plain(answering.restoration(), answer);
        }
        AnswerNotes notes = answering.notes();
        AnswerWalk walk = AnswerWalk.of(index, JsonIndex.ROOT, answering.restoresThoughts());
        return replacements(answering.restoration(), walk).thenCompose(replacements -> {
            Splice splice = splice(answering, index, walk, replacements);
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
            return splice(answering, index, walk, replacements);
        });
    }

    static CompletionStage<List<List<Replacement>>> replacements(Restoration restoration, AnswerWalk walk) {
        return restoration.restore(walk.spots().stream().map(TextNode::passage).toList());
    }

    /** Notes every text that may come back. */
    static void note(AnswerNotes notes, JsonIndex index, AnswerWalk walk, List<List<Replacement>> replacements) {
        for (int i = 0; i < walk.spots().size(); i++) {
            TextNode spot = walk.spots().get(i);
            boolean key = index.kind(spot.node()) == Kind.KEY;
            int length = spot.bytes().end() - spot.bytes().start();
            if (spot.signed() < 0 && (!key || length >= SHORTEST_KEY)) {
                notes.said(spot.passage(), replacements.get(i));
            }
        }
    }

    /** Notes every signed block. */
    static void noteSigned(AnswerNotes notes, JsonIndex index, AnswerWalk walk, List<List<Replacement>> replacements) {
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

    @SuppressWarnings("ArrayRecordComponent") // made and used at once, never compared
    private record Edit(int start, int end, byte[] with) {}

    static Splice splice(Answering answering, JsonIndex index, AnswerWalk walk, List<List<Replacement>> replacements) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < walk.spots().size(); i++) {
            StringBytes bytes = walk.spots().get(i).bytes();
            for (Replacement replacement : replacements.get(i)) {
                edits.add(new Edit(
                        bytes.rawOffset(replacement.start()),
                        bytes.rawOffset(replacement.end()),
                        JsonString.escape(replacement.text())));
            }
        }
        for (Citation citation : walk.citations()) {
            edits.add(place(answering, index, citation, citation.startNode()));
            edits.add(place(answering, index, citation, citation.endNode()));
        }
        if (!walk.citations().isEmpty()) {
            edits.removeIf(edit -> Arrays.equals(edit.with, 0, edit.with.length, index.text(), edit.start, edit.end));
            edits.sort(Comparator.comparingInt(Edit::start));
        }
        Splice splice = new Splice(index.text(), index.text().length);
        edits.forEach(edit -> splice.replace(edit.start, edit.end, edit.with));
        return splice;
    }

    private static Edit place(Answering answering, JsonIndex index, Citation citation, int node) {
        long masked = Long.parseLong(index.string(node));
        long place = answering.documents().toOriginal(citation.document(), masked, node == citation.endNode());
        return new Edit(index.start(node), index.end(node), Long.toString(place).getBytes(UTF_8));
    }

    private static CompletionStage<byte[]> plain(Restoration restoration, byte[] text) {
        Passage passage = new Passage(text, 0, text.length, null);
        return restoration.restore(List.of(passage)).thenApply(replacements -> {
            Splice splice = new Splice(text, text.length);
            replacements
                    .get(0)
                    .forEach(r -> splice.replace(r.start(), r.end(), r.text().getBytes(UTF_8)));
            return splice.isEmpty() ? text : splice.toBytes();
        });
    }
}
