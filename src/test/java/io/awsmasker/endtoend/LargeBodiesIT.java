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

    private HttpRequest large(byte[] body) {
        return Questions.to(gateway.url(), "/v1/messages")
                .timeout(Duration.ofMinutes(10))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Test
    void tenRequestsOf31MegabytesAtOnce() {
        int before = claude.begun();
        String text = CANARY + " " + "line of a log without anything in it\n".repeat(ONE_BODY / 38);
        byte[] body = Questions.body(text).getBytes(UTF_8);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asked.add(gateway.client().sendAsync(large(body), BodyHandlers.ofString()));
        }
        int refused = 0;
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            HttpResponse<String> answer = one.join();
            if (answer.statusCode() != 200) {
                JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
                assertEquals("AWS_MASKER_1005", error.getString("code"), answer.body());
                assertEquals(
                        "true", answer.headers().firstValue("x-should-retry").orElse(""));
                refused++;
            }
        }
        assertTrue(refused < 10, "not even one was served");
        assertEquals(10 - refused, claude.begun() - before, "a refused request left");
        for (int i = 0; i < refused; i++) {
            assertEquals(200, gateway.send(large(body)).statusCode(), "there is room again");
        }
        assertEquals(0, claude.leaks());
        gateway.awaitReady(200);
    }
}
