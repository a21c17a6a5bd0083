package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Sdk;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 5.23: of a thousand streams that clients give up, nothing stays open: at the upstream, in the gateway, in its accounts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbortedStreamsIT {
    private static final int STREAMS = 1_000;
    private static final int AT_ONCE = 20;
    private static final Pattern NUMBER = Pattern.compile("stream number (\\d+)");
    private static final String EVENT = "event: ping\ndata: {\"type\":\"ping\"}\n\n";

    /** When the client leaves, by the number of the stream. */
    private enum Leaving {
        IN_MID_STREAM,
        BEFORE_THE_ANSWER,
        WHILE_IT_SENDS;

        static Leaving of(int number) {
            return values()[number % values().length];
        }
    }

    private final AtomicInteger open = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Void>> arrived = new ConcurrentHashMap<>();
    private final OwnUpstream upstream = OwnUpstream.http(this::answer);
    private final PackagedGateway gateway = upstream.gateway();

    @AfterAll
    void close() {
        upstream.close();
    }

    /** Begins an answer, or not, and never ends it. */
    private void answer(HttpServerRequest request, Buffer body) {
        Matcher number = NUMBER.matcher(body.toString());
        assertTrue(number.find());
        int stream = Integer.parseInt(number.group(1));
        open.incrementAndGet();
        request.response().closeHandler(closed -> open.decrementAndGet());
        if (Leaving.of(stream) == Leaving.IN_MID_STREAM) {
            request.response()
                    .setChunked(true)
                    .putHeader("content-type", "text/event-stream")
                    .write(EVENT);
        }
        arrived(stream).complete(null);
    }

    private CompletableFuture<Void> arrived(int stream) {
        return arrived.computeIfAbsent(stream, s -> new CompletableFuture<>());
    }

    private Void abort(int stream) throws Exception {
        Leaving leaving = Leaving.of(stream);
        byte[] body = Questions.body("stream number " + stream + " about i-0d4c3b2a19f8e7d65", true)
                .getBytes(UTF_8);
        int announced = leaving == Leaving.WHILE_IT_SENDS ? 1 << 20 : body.length;
        try (RawHttp http = new RawHttp(gateway.port())) {
            http.head(
                            "POST /v1/messages HTTP/1.1",
                            "Host: x",
                            "x-api-key: " + Sdk.KEY,
                            "anthropic-version: 2026-10-21",
                            "content-type: application/json",
                            "content-length: " + announced)
                    .bytes(body);
            if (leaving != Leaving.WHILE_IT_SENDS) {
                arrived(stream).get(60, TimeUnit.SECONDS);
            }
            if (leaving == Leaving.IN_MID_STREAM) {
                http.awaitPiece(EVENT);
            }
        }
        return null;
    }

    private void abort(int from, int to) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int stream = from; stream < to; stream++) {
                int number = stream;
                all.add(clients.submit(() -> abort(number)));
            }
            for (Future<Void> one : all) {
                one.get(120, TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void awaitNothingOpen() {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            assertEquals(0, open.get(), "open at the upstream");
            for (String meter : List.of("masker_requests_open", "masker_streams_open", "masker_in_flight_bytes")) {
                assertEquals(0, gateway.meter(meter), meter);
            }
        });
    }

    @Test
    void nothingStaysOpen() throws Exception {
        int warm = 3 * AT_ONCE;
        abort(0, warm);
        awaitNothingOpen();
        int files = gateway.openFiles();
        abort(warm, warm + STREAMS);
        awaitNothingOpen();
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            int now = gateway.openFiles();
            assertTrue(now <= files + AT_ONCE, files + " files were open before, " + now + " are now");
        });
        gateway.awaitReady(200);
    }
}
