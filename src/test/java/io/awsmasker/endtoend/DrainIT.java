package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A stop that was asked for cuts no stream that ends within the grace time, takes nothing new, and is no failure. */
class DrainIT {
    private static final int STREAMS = 100;

    @Test
    void openStreamsFinishAndNothingNewIsTaken() throws Exception {
        try (Scene scene = Scene.start(Map.of("QUARKUS_SHUTDOWN_DELAY", "1s", "QUARKUS_SHUTDOWN_TIMEOUT", "60s"))) {
            Gate gate = new Gate();
            scene.claude().deliver(Delivery.plain().behind(gate));
            List<CompletableFuture<HttpResponse<String>>> streams =
                    IntStream.range(0, STREAMS).mapToObj(i -> stream(scene, i)).toList();
            Awaitility.await().until(() -> scene.claude().received().size() == STREAMS);
            gate.release(2 * STREAMS);

            scene.gateway().terminate();
            scene.gateway().awaitReady(503);
            assertEquals(200, scene.gateway().management("/q/health/live").statusCode());
            Awaitility.await().until(() -> preview(scene).statusCode() == 503);
            HttpResponse<String> refused = scene.post(Questions.body("too late"));
            assertEquals(503, refused.statusCode());
            assertEquals(
                    "AWS_MASKER_1006",
                    new JsonObject(refused.body()).getJsonObject("error").getString("code"));
            assertEquals("true", refused.headers().firstValue("x-should-retry").orElse(""));
            assertTrue(streams.stream().noneMatch(CompletableFuture::isDone));

            gate.release(1_000 * STREAMS);
            for (int i = 0; i < STREAMS; i++) {
                HttpResponse<String> whole = streams.get(i).get(60, TimeUnit.SECONDS);
                assertEquals(200, whole.statusCode());
                assertEquals(question(i), text(whole.body()));
                assertTrue(whole.body().contains("event: message_stop"), whole.body());
            }
            assertEquals(0, scene.gateway().awaitExit());
            assertEquals(STREAMS, scene.claude().requestsBegun());
        }
    }

    @Test
    void aStreamThatDoesNotEndIsCutWhenTheGraceTimeIsOver() throws Exception {
        try (Scene scene = Scene.start(Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "1s"))) {
            Gate gate = new Gate();
            scene.claude().deliver(Delivery.plain().behind(gate));
            CompletableFuture<HttpResponse<String>> stream = stream(scene, 0);
            Awaitility.await().until(() -> scene.claude().received().size() == 1);
            gate.release(2);

            assertEquals(0, scene.gateway().stop());
            try {
                String whole = stream.get(60, TimeUnit.SECONDS).body();
                throw new AssertionError("the stream ended in order: " + whole);
            } catch (ExecutionException cut) {
                assertFalse(cut.getCause() instanceof java.net.http.HttpTimeoutException, cut.toString());
            }
        }
    }

    private static CompletableFuture<HttpResponse<String>> stream(Scene scene, int number) {
        return scene.gateway()
                .client()
                .sendAsync(
                        Questions.post(scene.gateway().url(), Questions.body(question(number), true))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpResponse<String> preview(Scene scene) {
        return scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/analyze/masking/preview")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{\"text\":\"x\"}"))
                        .build());
    }

    private static String question(int number) {
        return "why can i-%017x not reach 10.31.7.%d, and what can be done about it?".formatted(number + 1, number + 1);
    }

    private static String text(String events) {
        StringBuilder text = new StringBuilder();
        events.lines().filter(line -> line.startsWith("data: ")).forEach(line -> {
            JsonObject delta = new JsonObject(line.substring(6)).getJsonObject("delta", new JsonObject());
            text.append(delta.getString("text", ""));
        });
        return text.toString();
    }
}
