package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Restoration;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;

/** A client, the masking and Claude in one process, for tests of bodies and streams. */
final class Conversation {
    private static final Detector DETECTOR = new Detector();

    private final Masker masker = new Masker(DETECTOR, new InMemoryMappings(100_000, Duration.ofDays(7)));
    private final RequestMasking masking = new RequestMasking(masker);

    /** What Claude gets of a request. */
    String sent(String body) {
        return new String(request(body).body(), UTF_8);
    }

    MaskedRequest request(String body) {
        return now(masking.mask(Tenant.DEFAULT, masking.prepare(body.getBytes(UTF_8))));
    }

    RequestMasking.Prepared prepared(String body) {
        return masking.prepare(body.getBytes(UTF_8));
    }

    /** What the client gets of an answer. */
    String received(String answer) {
        return new String(now(AnswerRestoring.restore(restoration(), answer.getBytes(UTF_8))), UTF_8);
    }

    /** What the client gets of a stream that arrives in pieces of this size. */
    String streamed(String stream, int pieceSize) {
        EventStream events = new EventStream(restoration());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = stream.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += pieceSize) {
            out.writeBytes(now(events.accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieceSize)))));
        }
        out.writeBytes(now(events.end()));
        return out.toString(UTF_8);
    }

    private Restoration restoration() {
        return masker.restoration(Tenant.DEFAULT);
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
