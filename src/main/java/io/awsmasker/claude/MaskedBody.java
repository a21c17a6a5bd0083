package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.Spot.Use;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Replacement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body with its tokens: what Claude wrote stands as it wrote it, the rest is masked, and places in documents move
 * with what is replaced in them.
 */
final class MaskedBody {
    private final PreparedRequest prepared;
    private final ReadRequest read;
    private final Masking masking;
    private final Set<Integer> written;
    private final CitedDocuments documents = new CitedDocuments();

    /** @param written the numbers of the searched texts that Claude wrote */
    MaskedBody(PreparedRequest prepared, Masking masking, Set<Integer> written) {
        this.prepared = prepared;
        this.read = prepared.read();
        this.masking = masking;
        this.written = written;
        addDocuments();
    }

    private void addDocuments() {
        List<Integer> nodes = read.facts().documents();
        Map<Integer, Integer> byNode = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            byNode.put(nodes.get(i), i);
        }
        for (int i = 0; i < prepared.searched().size() && !byNode.isEmpty(); i++) {
            Spot spot = prepared.searched().get(i);
            Integer document = spot.use() == Use.MASK ? byNode.get(spot.node()) : null;
            if (document != null) {
                documents.add(document, spot.maskable().passage(), replacements(i));
            }
        }
    }

    /** Translates citations of these documents in the answer. */
    CitedDocuments documents() {
        return documents;
    }

    /** @throws RefusedContent if a schema that Claude must obey takes an identifier but not its token */
    void checkSchemas() {
        if (read.facts().schemas().isEmpty()) {
            return;
        }
        JsonIndex index = read.index();
        Map<Integer, String> texts = new HashMap<>();
        for (int i = 0; i < prepared.searched().size(); i++) {
            Spot spot = prepared.searched().get(i);
            if (!replacements(i).isEmpty()) {
                byte[] masked = AnswerNotes.delivered(spot.maskable().passage(), replacements(i));
                texts.put(spot.node(), new String(masked, UTF_8));
            }
        }
        StrictSchemas schemas =
                new StrictSchemas(read, masking.originals(), node -> texts.getOrDefault(node, index.string(node)));
        read.facts().schemas().forEach(schemas::check);
    }

    OutgoingBody body() {
        OutgoingBody body = new OutgoingBody(read.index().text());
        int searched = 0;
        for (Spot spot : read.spots()) {
            StringBytes bytes = spot.bytes();
            List<Mark> marks = marks(read, spot, prepared.known());
            if (marks != null && bytes != null) {
                boolean text = spot.maskable().tokensStand();
                body.written(bytes, text ? Recollected.replacements(marks, bytes.start()) : List.of());
            } else if (bytes != null && written.contains(searched)) {
                body.written(bytes, replacements(searched));
            } else if (bytes != null) {
                body.masked(bytes, replacements(searched), prepared.detected().late(searched));
            }
            Citation citation =
                    spot.use() == Use.CITED ? read.facts().citations().get(spot.node()) : null;
            if (citation != null) {
                move(body, citation, spot.node());
            }
            searched += marks == null ? 1 : 0;
        }
        return body;
    }

    private void move(OutgoingBody body, Citation citation, int node) {
        long place = Long.parseLong(read.index().string(node));
        body.place(
                read.index().start(node),
                read.index().end(node),
                documents.toMasked(citation.document(), place, node == citation.endNode()));
    }

    private List<Replacement> replacements(int searched) {
        return masking.replacements().get(searched);
    }

    /** Where tokens stood in what leaves as it is: a value that was allowed, or a block that is Claude's; else null. */
    static @Nullable List<Mark> marks(ReadRequest read, Spot spot, Recollected known) {
        if (spot.use() == Use.ALLOWED || spot.use() == Use.CITED) {
            return List.of();
        }
        return spot.signed() < 0
                ? null
                : known.signed().get(read.signed().get(spot.signed()).fingerprint());
    }
}
