package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Replacement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Notes of one answer, by which it is recognised when the client sends it back: for each text and each signed block a hash
 * of what the client got, and where tokens stood in it. The notes of texts are bound to the conversation they answer.
 */
public final class AnswerNotes {
    private static final int MOST = 10_000;
    private static final int SHORTEST = 3;

    private final Recollections recollections;
    private final Tenant tenant;
    private final String conversation;
    private final boolean restoresThoughts;
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, String> signed = new HashMap<>();

    /**
     * @param conversation the hash of the request; empty when it is not known any more, as for batches
     * @param restoresThoughts whether the client gets originals in thoughts too
     */
    public AnswerNotes(Recollections recollections, Tenant tenant, String conversation, boolean restoresThoughts) {
        this.recollections = recollections;
        this.tenant = tenant;
        this.conversation = conversation;
        this.restoresThoughts = restoresThoughts;
    }

    boolean restoresThoughts() {
        return restoresThoughts;
    }

    /** A text as Claude wrote it, and what was replaced in it. */
    void said(Passage text, List<Replacement> replacements) {
        if (!conversation.isEmpty() && text.end() - text.start() >= SHORTEST && said.size() < MOST) {
            byte[] delivered = delivered(text, replacements);
            said.put(
                    hash(conversation, new Passage(delivered, 0, delivered.length, null)),
                    Mark.write(Mark.of(text.text(), text.start(), replacements)));
        }
    }

    /** A signed block as the client got it, and where tokens stood in its text. */
    void signed(String fingerprint, List<Mark> marks) {
        if (signed.size() < MOST) {
            signed.put(fingerprint, Mark.write(marks));
        }
    }

    /**
     * Keeps the notes. It never fails: without them the next turn is masked like any text, which is safe, if not always
     * what Claude expects.
     */
    CompletionStage<Void> keep() {
        return remember(Kind.SAID, said)
                .thenCompose(kept -> remember(Kind.SIGNED, signed))
                .exceptionally(lost -> null);
    }

    private CompletionStage<Void> remember(Kind kind, Map<String, String> notes) {
        if (notes.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        Map<String, String> kept = Map.copyOf(notes);
        notes.clear();
        return recollections.remember(tenant, kind, kept);
    }

    static String hash(String conversation, Passage text) {
        return new Digest()
                .add(conversation)
                .add(text.text(), text.start(), text.end())
                .text();
    }

    /** A text with its replacements made. */
    static byte[] delivered(Passage text, List<Replacement> replacements) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(text.end() - text.start() + 64);
        int at = text.start();
        for (Replacement replacement : replacements) {
            out.write(text.text(), at, replacement.start() - at);
            out.writeBytes(replacement.text().getBytes(UTF_8));
            at = replacement.end();
        }
        out.write(text.text(), at, text.end() - at);
        return out.toByteArray();
    }
}
