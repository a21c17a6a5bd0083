package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.InMemoryRecollections;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A client, the masking with its proof, and Claude in one process, for tests of bodies and streams. */
final class Conversation {
    private static final Detector DETECTOR = new Detector();
    private static final Duration LIFE = Duration.ofDays(7);

    private final Tenant tenant;
    private final Mappings mappings;
    private final Recollections recollections;
    private final Masker masker;
    private final RequestMasking masking;
    private Answering answering;

    Conversation() {
        this(ContentPolicy.STRICT);
    }

    Conversation(ContentPolicy policy) {
        this(
                policy,
                Tenant.DEFAULT,
                new InMemoryMappings(MappingLimits.of(LIFE), Instant::now),
                new InMemoryRecollections(100_000, LIFE));
    }

    private Conversation(ContentPolicy policy, Tenant tenant, Mappings mappings, Recollections recollections) {
        this.tenant = tenant;
        this.mappings = mappings;
        this.recollections = recollections;
        this.masker = new Masker(DETECTOR, mappings);
        this.masking = new RequestMasking(masker, masker, recollections, policy, "test");
        this.answering = Answering.once(masker.restoration(tenant));
    }

    /** Another instance on the same store, or the same one after a restart. */
    Conversation elsewhere(ContentPolicy policy) {
        return new Conversation(policy, tenant, mappings, recollections);
    }

    /** The same store, asked by another tenant. */
    Conversation foreign() {
        return new Conversation(ContentPolicy.STRICT, new Tenant("other"), mappings, recollections);
    }

    /** An instance that has the mappings and nothing of what was said. */
    Conversation forgetful() {
        return new Conversation(ContentPolicy.STRICT, tenant, mappings, new InMemoryRecollections(100_000, LIFE));
    }

    /** An instance that knows what was said, on a store that has lost its mappings and counts anew. */
    Conversation bereft(ContentPolicy policy) {
        return new Conversation(
                policy, tenant, new InMemoryMappings(MappingLimits.of(LIFE), Instant::now), recollections);
    }

    /** What Claude gets of a request. */
    String sent(String body) {
        return new String(request(body).body(), UTF_8);
    }

    /** What leaves for a request, proved; its answer is the next one received. */
    MaskedRequest request(String body) {
        ReadRequest read = masking.read(body.getBytes(UTF_8));
        MaskedRequest masked =
                now(masking.mask(tenant, masking.prepare(read, now(masking.recall(tenant, read))), Runnable::run));
        assertEquals(
                Optional.empty(),
                new OutgoingProof(masked.concealed(), ProofExemptions.NONE)
                        .check(masked.toProve(), 0, masked.toProve().length));
        now(masking.sent(tenant, masked.sent()));
        answering = masking.answering(tenant, masked.sent());
        return masked;
    }

    /** What leaves for a batch, proved part by part. */
    String batch(String body) {
        return joined(body, MaskedRequest::body);
    }

    /** What is proved of what leaves for a batch. */
    String toProve(String body) {
        return joined(body, MaskedRequest::toProve);
    }

    private String joined(String body, Function<MaskedRequest, byte[]> bytes) {
        BatchMasking batch = new BatchMasking(masking, tenant);
        List<BatchMasking.Part> parts = new ArrayList<>(batch.accept(body.getBytes(UTF_8)));
        parts.addAll(batch.end());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BatchMasking.Part part : parts) {
            ReadRequest read = part.read();
            MaskedRequest masked = now(part.mask(part.prepare(read, now(part.recall(read))), Runnable::run));
            assertEquals(
                    Optional.empty(),
                    new OutgoingProof(masked.concealed(), ProofExemptions.NONE)
                            .check(masked.toProve(), 0, masked.toProve().length));
            out.writeBytes(bytes.apply(masked));
        }
        return out.toString(UTF_8);
    }

    /** What the client gets of the results of a batch. */
    String results(String lines) {
        LineRestoring results = new LineRestoring(() -> masking.results(tenant), StoredIds.NONE);
        return new String(now(results.accept(lines.getBytes(UTF_8))), UTF_8) + new String(now(results.end()), UTF_8);
    }

    /** A body that is only read. */
    ReadRequest read(String body) {
        return masking.read(body.getBytes(UTF_8));
    }

    /** What the client gets of an answer. */
    String received(String answer) {
        return new String(now(AnswerRestoring.restore(answering, answer.getBytes(UTF_8))), UTF_8);
    }

    /** What the client gets of a stream that arrives in pieces of this size. */
    String streamed(String stream, int pieceSize) {
        EventStream events = new EventStream(answering, StoredIds.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = stream.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += pieceSize) {
            out.writeBytes(now(events.accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieceSize)))));
        }
        out.writeBytes(now(events.end()));
        return out.toString(UTF_8);
    }

    private static <T> T now(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
