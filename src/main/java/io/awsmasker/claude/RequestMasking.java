package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.RequestWalk.Signed;
import io.awsmasker.claude.RequestWalk.Spot;
import io.awsmasker.claude.RequestWalk.Use;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Masks the body of a messages request: finds the positions that carry customer text, and splices tokens into the bytes so
 * that nothing else changes. Two steps, because the first is pure work and the second asks the mappings.
 */
public final class RequestMasking {
    private static final int MAX_DEPTH = 256;

    /** Far more than clients send; each value costs some hundred bytes while it is masked. */
    private static final int MOST_NODES = 500_000;

    private final Masker masker;
    private final Recollections recollections;
    private final Recall recall;
    private final ContentPolicy policy;
    private final String ruleset;

    /** @param ruleset the version of the rules by which texts are searched: other rules mask a conversation anew */
    public RequestMasking(
            Masker masker, Recollections recollections, ContentPolicy policy, String ruleset) {
        this.ruleset = ruleset;
        this.masker = masker;
        this.policy = policy;
        this.recollections = recollections;
        this.recall = new Recall(masker, recollections);
    }

    /** A parsed body and where its texts are; opaque outside this room. */
    public static final class Read {
        private final JsonIndex index;
        private final List<Spot> spots;
        private final List<Signed> signed;
        private final List<Integer> schemas;
        private final List<Integer> documents;
        private final Map<Integer, Citation> citations;
        private final Turns turns;

        private Read(JsonIndex index, RequestWalk walk, String ruleset) {
            this.index = index;
            this.spots = walk.spots();
            this.signed = walk.signed();
            this.schemas = walk.schemas();
            this.documents = walk.documents();
            this.citations = walk.citations();
            this.turns = new Turns(spots, walk.messages(), ruleset);
        }

        List<Spot> spots() {
            return spots;
        }

        List<Signed> signed() {
            return signed;
        }

        Turns turns() {
            return turns;
        }
    }

    /** What is known of a request from earlier exchanges; opaque outside this room. */
    public static final class Known {
        private final Recollected recollected;

        private Known(Recollected recollected) {
            this.recollected = recollected;
        }
    }

    /** A parsed body and what stands in it; opaque outside this room. */
    public static final class Prepared {
        private final Read read;
        private final Recollected known;
        private final List<Spot> searched;
        private final Detected detected;

        private Prepared(Read read, Recollected known, List<Spot> searched, Detected detected) {
            this.read = read;
            this.known = known;
            this.searched = searched;
            this.detected = detected;
        }

        Recollected known() {
            return known;
        }

        List<Spot> searched() {
            return searched;
        }

        Detected detected() {
            return detected;
        }
    }

    /**
     * Parses a body and finds its texts; linear in its length.
     *
     * @throws InvalidBody if it is no JSON object
     * @throws OversizedBody if it has more values than can be masked at once
     * @throws RefusedContent if it holds what must not leave
     */
    public Read read(byte[] body) {
        JsonIndex index = parse(body);
        if (index.size() > MOST_NODES) {
            throw new OversizedBody("the body has more than " + MOST_NODES + " JSON values; send less at once");
        }
        return new Read(index, RequestWalk.of(index, policy), ruleset);
    }

    /** What is known of the request: which blocks are Claude's own, and which beginning was sent before. */
    public CompletionStage<Known> recall(Tenant tenant, Read read) {
        return recall.of(tenant, read).thenApply(Known::new);
    }

    /**
     * Searches what was read, as if nothing were known of it.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public Prepared prepare(Read read) {
        return prepare(read, new Known(Recollected.NOTHING));
    }

    /**
     * Searches what was read; linear in its length.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public Prepared prepare(Read read, Known known) {
        Recollected recollected = known.recollected;
        List<Spot> searched = read.spots.stream()
                .filter(spot -> marks(read, spot, recollected) == null)
                .toList();
        int[] turns = searched.stream()
                .mapToInt(spot -> recollected.turn(spot.message()))
                .toArray();
        Detected detected = masker.detect(searched.stream().map(Spot::maskable).toList(), turns);
        for (int i = 0; i < searched.size(); i++) {
            Optional<String> setting = detected.blockedBy(i);
            if (setting.isPresent()) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        read.index.path(searched.get(i).node(), Place::isProtocolWord)
                                + " holds a value that must not be sent here, by the setting " + setting.get()
                                + "; leave it out");
            }
            if (searched.get(i).use() == Use.CLEAN && detected.any(i)) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        read.index.path(searched.get(i).node(), Place::isProtocolWord)
                                + " holds an identifier where no token can stand: in a field of the protocol, or as a"
                                + " number; leave it out, or send it as a string");
            }
        }
        return new Prepared(read, recollected, searched, detected);
    }

    /** The masked request; complete at once when the mappings know every value. */
    public CompletionStage<MaskedRequest> mask(Tenant tenant, Prepared prepared) {
        return recall.said(tenant, prepared)
                .thenCompose(written -> masker.mask(tenant, prepared.detected, written)
                        .thenApply(masking -> masked(tenant, prepared, masking, written.keySet())));
    }

    /** Remembers that the request has left, so that its beginning stays what it was in later turns. */
    public CompletionStage<Void> sent(Tenant tenant, MaskedRequest request) {
        String turns = request.turns().stream().map(String::valueOf).collect(Collectors.joining(","));
        return request.conversation().isEmpty()
                ? CompletableFuture.completedStage(null)
                : recollections.remember(tenant, Kind.TURN, Map.of(request.conversation(), turns));
    }

    private MaskedRequest masked(Tenant tenant, Prepared prepared, Masking masking, Set<Integer> written) {
        checkSchemas(prepared, masking);
        CitedDocuments documents = documents(prepared, masking);
        OutgoingBody body = body(prepared, masking, written, documents);
        byte[] outgoing = body.outgoing();
        Recollected known = prepared.known;
        return new MaskedRequest(
                outgoing,
                body.toProve(outgoing),
                masker.restoration(tenant, masking),
                documents,
                masking.concealed(),
                masking.counts(),
                known.hashes().isEmpty() ? "" : known.hash(known.hashes().size() - 1),
                known.turns());
    }

    /** The answer to this request, to be restored and recognised when it comes back. */
    public Answering answering(Tenant tenant, MaskedRequest request) {
        return new Answering(
                request.restoration(),
                request.documents(),
                new AnswerNotes(recollections, tenant, request.conversation(), policy.thoughtsRestored()));
    }

    private static void checkSchemas(Prepared prepared, Masking masking) {
        Read read = prepared.read;
        if (!read.schemas.isEmpty()) {
            Map<Integer, String> texts = new HashMap<>();
            for (int i = 0; i < prepared.searched.size(); i++) {
                Spot spot = prepared.searched.get(i);
                if (!masking.replacements().get(i).isEmpty()) {
                    texts.put(
                            spot.node(),
                            new String(
                                    AnswerNotes.delivered(
                                            spot.maskable().passage(),
                                            masking.replacements().get(i)),
                                    UTF_8));
                }
            }
            StrictSchemas schemas = new StrictSchemas(
                    read.index, masking.originals(), node -> texts.getOrDefault(node, read.index.string(node)));
            read.schemas.forEach(schemas::check);
        }
    }

    private static JsonIndex parse(byte[] body) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(body, 0, body.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            String path = e.path(Place::isProtocolWord);
            throw new InvalidBody((path.isEmpty() ? "" : "at " + path + ": ") + e.getMessage());
        }
        if (index.kind(JsonIndex.ROOT) != JsonIndex.Kind.OBJECT) {
            throw new InvalidBody("the body must be a JSON object");
        }
        return index;
    }

    private static CitedDocuments documents(Prepared prepared, Masking masking) {
        Map<Integer, Integer> byNode = new HashMap<>();
        for (int i = 0; i < prepared.read.documents.size(); i++) {
            byNode.put(prepared.read.documents.get(i), i);
        }
        CitedDocuments documents = new CitedDocuments();
        for (int i = 0; i < prepared.searched.size() && !byNode.isEmpty(); i++) {
            Spot spot = prepared.searched.get(i);
            Integer document = spot.use() == Use.MASK ? byNode.get(spot.node()) : null;
            if (document != null) {
                documents.add(
                        document,
                        spot.maskable().passage(),
                        masking.replacements().get(i));
            }
        }
        return documents;
    }

    private static OutgoingBody body(
            Prepared prepared, Masking masking, Set<Integer> written, CitedDocuments documents) {
        OutgoingBody body = new OutgoingBody(prepared.read.index.text());
        int searched = 0;
        for (Spot spot : prepared.read.spots) {
            StringBytes bytes = spot.bytes();
            List<Mark> marks = marks(prepared.read, spot, prepared.known);
            if (marks != null && bytes != null) {
                boolean text = spot.maskable().tokensStand();
                body.written(bytes, text ? Recollected.replacements(marks, bytes.start()) : List.of());
            } else if (bytes != null && written.contains(searched)) {
                body.written(bytes, masking.replacements().get(searched));
            } else if (bytes != null) {
                body.masked(bytes, masking.replacements().get(searched), prepared.detected.late(searched));
            }
            Citation citation = spot.use() == Use.CITED ? prepared.read.citations.get(spot.node()) : null;
            if (citation != null) {
                long place = Long.parseLong(prepared.read.index.string(spot.node()));
                boolean end = spot.node() == citation.endNode();
                body.place(
                        prepared.read.index.start(spot.node()),
                        prepared.read.index.end(spot.node()),
                        documents.toMasked(citation.document(), place, end));
            }
            searched += marks == null ? 1 : 0;
        }
        return body;
    }

    /** Where tokens stood in what leaves as it is: a value that was allowed, or a block that is Claude's; else null. */
    private static @Nullable List<Mark> marks(Read read, Spot spot, Recollected known) {
        if (spot.use() == Use.ALLOWED || spot.use() == Use.CITED) {
            return List.of();
        }
        return spot.signed() < 0
                ? null
                : known.signed().get(read.signed.get(spot.signed()).fingerprint());
    }
}
