package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.StreamedBlock.Kind;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.mask.Replacement;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One content block of a stream from its start to its stop: its texts, and what is noted of it when it is complete. */
final class OpenBlock {
    private static final int MAX_DEPTH = 1_000;

    private final Answering answering;
    private final long index;
    private final Map<Kind, StreamedBlock> texts = new LinkedHashMap<>();
    private final Map<String, String> assigned = new HashMap<>();
    private @Nullable JsonIndex start;
    private int signed = -1;

    OpenBlock(Answering answering, long index) {
        this.answering = answering;
        this.index = index;
    }

    /** How the block began; kept for those that are signed, of which every member counts. */
    void started(JsonIndex event, int object, String type) {
        if (AnswerWalk.isSigned(type)) {
            start = event;
            signed = object;
        }
    }

    /** A member that a delta brought whole. */
    void assign(String member, String value) {
        assigned.put(member, value);
    }

    StreamedBlock text(Kind kind) {
        return texts.computeIfAbsent(kind, k -> new StreamedBlock(answering, k, index));
    }

    /** How many characters wait to be noted. */
    int held() {
        int held = 0;
        for (StreamedBlock text : texts.values()) {
            held += text.held();
        }
        return held;
    }

    /** Lets go what is kept back. */
    CompletionStage<Void> flush(ByteArrayOutputStream out) {
        CompletionStage<Void> flushed = CompletableFuture.completedStage(null);
        for (StreamedBlock text : texts.values()) {
            flushed = flushed.thenCompose(done -> text.finish().thenAccept(out::writeBytes));
        }
        return flushed;
    }

    /** Notes what the block said, once it has stopped. */
    CompletionStage<Void> note() {
        AnswerNotes notes = answering.notes();
        CompletionStage<Void> noted = CompletableFuture.completedStage(null);
        if (notes == null) {
            return noted;
        }
        for (Map.Entry<Kind, StreamedBlock> text : texts.entrySet()) {
            String written = text.getValue().written();
            if (written != null && text.getKey() == Kind.TEXT) {
                Passage passage = passage(written);
                noted = noted.thenCompose(done -> replacements(passage))
                        .thenAccept(replacements -> notes.said(passage, replacements));
            } else if (written != null && text.getKey() == Kind.JSON) {
                noted = noted.thenCompose(done -> noteInput(notes, written));
            }
        }
        JsonIndex began = start;
        return began == null ? noted : noted.thenCompose(done -> noteSigned(notes, began));
    }

    private CompletionStage<Void> noteInput(AnswerNotes notes, String written) {
        byte[] json = written.getBytes(UTF_8);
        JsonIndex input;
        try {
            input = JsonIndex.parse(json, 0, json.length, MAX_DEPTH);
        } catch (JsonSyntaxException incomplete) {
            return CompletableFuture.completedStage(null);
        }
        AnswerWalk walk = AnswerWalk.ofInput(input);
        return AnswerRestoring.replacements(answering.restoration(), walk)
                .thenAccept(replacements -> AnswerRestoring.note(notes, input, walk, replacements));
    }

    private CompletionStage<Void> noteSigned(AnswerNotes notes, JsonIndex began) {
        StreamedBlock thoughts = texts.get(Kind.THINKING);
        String written = thoughts == null ? "" : thoughts.written();
        if (written == null) {
            return CompletableFuture.completedStage(null);
        }
        Passage passage = passage(written);
        CompletionStage<List<Replacement>> made =
                answering.restoresThoughts() ? replacements(passage) : CompletableFuture.completedStage(List.of());
        return made.thenAccept(replacements -> {
            if (thoughts != null) {
                assigned.put("thinking", new String(AnswerNotes.delivered(passage, replacements), UTF_8));
            }
            notes.signed(Fingerprint.of(began, signed, assigned), Mark.of(passage.text(), 0, replacements));
        });
    }

    private CompletionStage<List<Replacement>> replacements(Passage passage) {
        return answering.restoration().restore(List.of(passage)).thenApply(all -> all.get(0));
    }

    private static Passage passage(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Passage(bytes, 0, bytes.length, null);
    }
}
