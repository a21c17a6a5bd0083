package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.DiscardingClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 5.21: bodies as large as the API takes them, in the 512 MB heap of the packaged program. Long, so only in its profile. */
@Tag("large")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeBodiesIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d67";
    private static final int REQUESTS = 20_000;
    private static final int ONE_BODY = 31 << 20;
    private static final byte[] LINES =
            "line of a log without anything in it\\n".repeat(1_000).getBytes(UTF_8);

    /** How many of ten are served without coming again, at least: while one is masked, it takes half of the heap. */
    private static final int AT_ONCE = 1;

    private final DiscardingClaude claude = DiscardingClaude.start(CANARY);
    private final RealRedis redis = RealRedis.start();
    private final PackagedGateway gateway = PackagedGateway.start(Map.of(
            "MASKER_UPSTREAM_URL", claude.url(),
            "MASKER_REDIS_HOST", "127.0.0.1",
            "MASKER_REDIS_PORT", String.valueOf(redis.port())));

    LargeBodiesIT() {
        gateway.awaitReady(200);
    }

    @AfterAll
    void close() {
        gateway.close();
        redis.close();
        claude.close();
    }

    @Test
    void aBatchOf200Megabytes() {
        long before = claude.bytes();
        HttpResponse<String> answer = gateway.send(Questions.to(gateway.url(), "/v1/messages/batches")
                .timeout(Duration.ofMinutes(10))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArrays(() -> batch().iterator()))
                .build());

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(0, claude.leaks());
        assertTrue(claude.bytes() - before > 190L << 20, "arrived: " + (claude.bytes() - before));
        gateway.awaitReady(200);
        assertTrue(!gateway.output().contains("OutOfMemory"));
    }

    /** Each request names an instance of its own beside the canary. */
    private static Stream<byte[]> batch() {
        Stream<String> requests = IntStream.range(0, REQUESTS).mapToObj(number -> {
            String text = CANARY + " and i-0%016x ".formatted(0x9E3779B97F4A7C15L * (number + 1) & 0xfffffffffffffffL);
            String params = Questions.body(text + "line of a log without anything in it\n".repeat(280));
            return (number == 0 ? "" : ",") + "{\"custom_id\":\"r" + number + "\",\"params\":" + params + "}";
        });
        return Stream.concat(Stream.concat(Stream.of("{\"requests\":["), requests), Stream.of("]}"))
                .map(piece -> piece.getBytes(UTF_8));
    }

    /** Its pieces; the long ones are the same for all bodies. */
    private static List<byte[]> body(int number, String name) {
        String body = Questions.body(name + " number " + number + " |");
        int end = body.indexOf('|');
        List<byte[]> pieces = new ArrayList<>(Collections.nCopies(ONE_BODY / LINES.length, LINES));
        pieces.add(0, body.substring(0, end).getBytes(UTF_8));
        pieces.add(body.substring(end + 1).getBytes(UTF_8));
        return pieces;
    }

    private HttpRequest large(int number) {
        List<byte[]> body = body(number, CANARY);
        long length = body.stream().mapToLong(piece -> piece.length).sum();
        assertTrue(length > 32_000_000, "too small: " + length);
        return Questions.to(gateway.url(), "/v1/messages")
                .timeout(Duration.ofMinutes(10))
                .header("content-type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(body), length))
                .build();
    }

    /** Each is served whole and right, or refused with the code that makes clients come again, before a byte of it leaves. */
    @Test
    void tenRequestsOf31MegabytesAtOnce() {
        int before = claude.begun();
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 10)
                .mapToObj(number -> gateway.client().sendAsync(large(number), BodyHandlers.ofString()))
                .toList();
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            HttpResponse<String> answer = asked.get(i).join();
            if (answer.statusCode() == 200) {
                assertServed(i, answer);
            } else {
                JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
                assertEquals("AWS_MASKER_1005", error.getString("code"), answer.body());
                assertEquals(
                        "true", answer.headers().firstValue("x-should-retry").orElse(""));
                refused.add(i);
            }
        }
        assertTrue(refused.size() <= 10 - AT_ONCE, "served: " + (10 - refused.size()));
        assertEquals(10 - refused.size(), claude.begun() - before, "a refused request left");
        for (int again : refused) {
            assertServed(again, gateway.send(large(again)));
        }
        assertEquals(0, claude.leaks());
        gateway.awaitReady(200);
        assertTrue(!gateway.output().contains("OutOfMemory"));
    }

    /** Claude read all of the body and nothing else than tokens in it, and the client reads what they stand for. */
    private void assertServed(int number, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        String token = new JsonObject(gateway.send(Questions.to(gateway.url(), "/analyze/masking/preview")
                                .header("content-type", "application/json")
                                .POST(BodyPublishers.ofString("{\"text\":\"" + CANARY + "\"}"))
                                .build())
                        .body())
                .getJsonArray("identifiers")
                .getJsonObject(0)
                .getString("token");
        assertEquals(
                DiscardingClaude.read(body(number, token), CANARY),
                new JsonObject(answer.body())
                        .getJsonArray("content")
                        .getJsonObject(0)
                        .getString("text"));
    }
}
