package io.awsmasker.claude;

import io.awsmasker.claude.RequestSpots.Spot;
import io.awsmasker.claude.RequestSpots.Use;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Masks the body of a messages request: finds the positions that carry customer text, and splices tokens into the bytes so
 * that nothing else changes. Reading and searching are pure work; recalling and masking ask the store.
 */
public final class RequestMasking {
    private static final int MAX_DEPTH = 256;

    /** Far more than clients send; each value costs some hundred bytes while it is masked. */
    private static final int MOST_NODES = 500_000;

    private final Masker masker;
    private final Masker lasting;
    private final Recollections recollections;
    private final Recall recall;
    private final ContentPolicy policy;
    private final String ruleset;

    /**
     * Masking by these rules.
     *
     * @param lasting masks what Anthropic keeps for later, with mappings that live as long
     * @param ruleset the version of the rules by which texts are searched: other rules mask a conversation anew
     */
    public RequestMasking(
            Masker masker, Masker lasting, Recollections recollections, ContentPolicy policy, String ruleset) {
        this.masker = masker;
        this.lasting = lasting;
        this.recollections = recollections;
        this.recall = new Recall(recollections);
        this.policy = policy;
        this.ruleset = ruleset;
    }

    /** What is known of a request from earlier exchanges; opaque outside this room. */
    public static final class Known {
        private final Recollected recollected;

        private Known(Recollected recollected) {
            this.recollected = recollected;
        }
    }

    /**
     * Parses a body and finds its texts; linear in its length.
     *
     * @throws InvalidBody if it is no JSON object
     * @throws OversizedBody if it has more values than can be masked at once
     * @throws RefusedContent if it holds what must not leave
     */
    public ReadRequest read(byte[] body) {
        JsonIndex index = parse(body, Origin.BODY);
        if (index.kind(JsonIndex.ROOT) != JsonIndex.Kind.OBJECT) {
            throw new InvalidBody("the body must be a JSON object");
        }
        RequestSpots walk = RequestWalk.of(index, Origin.BODY, new Rule.Into(Place.BODY), policy);
        return new ReadRequest(index, Origin.BODY, walk, Turns.of(walk, ruleset));
    }

    /** The same for a part of a body that is no conversation: an object of the given place, or an array of such. */
    ReadRequest read(byte[] part, Place root, Origin origin) {
        JsonIndex index = parse(part, origin);
        return new ReadRequest(index, origin, RequestWalk.of(index, origin, new Rule.Into(root), policy), Turns.NONE);
    }

    /** What is known of the request: which blocks are Claude's own, and which beginning was sent before. */
    public CompletionStage<Known> recall(Tenant tenant, ReadRequest read) {
        return recall.of(masker(read), tenant, read).thenApply(Known::new);
    }

    /**
     * Searches what was read, as if nothing were known of it.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public PreparedRequest prepare(ReadRequest read) {
        return prepare(read, new Known(Recollected.NOTHING));
    }

    /**
     * Searches what was read; linear in its length.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public PreparedRequest prepare(ReadRequest read, Known known) {
        Recollected recollected = known.recollected;
        List<Spot> searched = read.spots().stream()
                .filter(spot -> MaskedBody.marks(read, spot, recollected) == null)
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
                        read.path(searched.get(i).node())
                                + " holds a value that must not be sent here, by the setting " + setting.get()
                                + "; leave it out");
            }
            if (searched.get(i).use() == Use.CLEAN && detected.any(i)) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        read.path(searched.get(i).node())
                                + " holds an identifier where no token can stand: in a field of the protocol, or as a"
                                + " number; leave it out, or send it as a string");
            }
        }
        return new PreparedRequest(read, recollected, searched, detected);
    }

    /**
     * The masked request; complete at once when the mappings know every value.
     *
     * @param executor runs what is linear in the length of the request
     */
    public CompletionStage<MaskedRequest> mask(Tenant tenant, PreparedRequest prepared, Executor executor) {
        Masker used = masker(prepared.read());
        return recall.said(used, tenant, prepared)
                .thenCompose(written -> used.mask(tenant, prepared.detected(), written, executor)
                        .thenApply(masking -> masked(used, tenant, prepared, masking, written.keySet())));
    }

    /** Remembers that the request has left, so that its beginning stays what it was in later turns. */
    public CompletionStage<Void> sent(Tenant tenant, SentRequest request) {
        String turns = request.turns().stream().map(String::valueOf).collect(Collectors.joining(","));
        return request.conversation().isEmpty()
                ? CompletableFuture.completedStage(null)
                : recollections.remember(tenant, Kind.TURN, Map.of(request.conversation(), turns));
    }

    /** The answer to this request, to be restored and recognised when it comes back. */
    public Answering answering(Tenant tenant, SentRequest request) {
        return new Answering(
                request.restoration(),
                request.documents(),
                new AnswerNotes(recollections, tenant, request.conversation(), policy.thoughtsRestored()));
    }

    /** Answers of a batch, whose requests are not at hand any more: of what Claude wrote, signed blocks are recognised. */
    public Answering results(Tenant tenant) {
        return new Answering(
                lasting.restoration(tenant),
                CitedDocuments.NONE,
                new AnswerNotes(recollections, tenant, "", policy.thoughtsRestored()));
    }

    private Masker masker(ReadRequest read) {
        return read.kept() ? lasting : masker;
    }

    private static MaskedRequest masked(
            Masker used, Tenant tenant, PreparedRequest prepared, Masking masking, Set<Integer> written) {
        MaskedBody masked = new MaskedBody(prepared, masking, written);
        masked.checkSchemas();
        OutgoingBody body = masked.body();
        return new MaskedRequest(
                body.outgoing(),
                body.unproved(),
                masking,
                new SentRequest(
                        used.restoration(tenant, masking),
                        masked.documents(),
                        prepared.known().conversation(),
                        prepared.known().turns()));
    }

    private static JsonIndex parse(byte[] body, Origin origin) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(body, 0, body.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            throw new InvalidBody(origin.fault(e, Place::isProtocolWord));
        }
        if (index.size() > MOST_NODES) {
            throw new OversizedBody("the body has more than " + MOST_NODES + " JSON values; send less at once");
        }
        return index;
    }
}
