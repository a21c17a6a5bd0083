package io.awsmasker.claude;

import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Takes the body of a messages request from stage to stage until it is masked. Reading and searching are pure work; recalling and
 * masking ask the store.
 */
public final class RequestMasking {
    private final Masker masker;
    private final Masker lasting;
    private final Recollections recollections;
    private final Recall recall;
    private final RequestReader reader;
    private final boolean restoresThoughts;

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
        this.reader = new RequestReader(policy, ruleset);
        this.restoresThoughts = policy.thoughtsRestored();
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
        return reader.body(body);
    }

    /** The same for a part of a body that is no conversation: an object of the given place, or an array of such. */
    ReadRequest read(byte[] part, Place root, Origin origin) {
        return reader.part(part, root, origin);
    }

    /** What is known of the request: which blocks are Claude's own, and which beginning was sent before. */
    public CompletionStage<Known> recall(Tenant tenant, ReadRequest read) {
        return recall.of(masker(read), tenant, read).thenApply(Known::new);
    }

    /**
     * Searches what was read; linear in its length.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public PreparedRequest prepare(ReadRequest read, Known known) {
        return PreparedRequest.of(masker, read, known.recollected);
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
                new AnswerNotes(recollections, tenant, request.conversation(), restoresThoughts));
    }

    /** Answers of a batch, whose requests are not at hand any more: of what Claude wrote, signed blocks are recognised. */
    public Answering results(Tenant tenant) {
        return new Answering(
                lasting.restoration(tenant),
                CitedDocuments.NONE,
                new AnswerNotes(recollections, tenant, "", restoresThoughts));
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
}
