package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import com.anthropic.services.blocking.messages.BatchService;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches through one instance and their results through another that has never seen them, with the official SDK. */
class BatchesIT extends TwoInstances {
    /** 5.26: created on one instance, which is killed, and read on another; every address leads to the one that answers. */
    @Test
    void batchesAreReadOnAnotherInstance() {
        String id;
        PackagedGateway killed = further();
        try (Sdk sdk = Sdk.at(killed.url())) {
            MessageBatch batch = sdk.client()
                    .messages()
                    .batches()
                    .create(batch(Map.of("about-" + FIRST, "why is " + FIRST + " slow?", "plain", "and " + SECOND)));
            id = batch.id();
            assertTrue(batch.resultsUrl().isEmpty(), "it has ended already");
        } finally {
            killed.close();
        }
        try (Sdk sdk = Sdk.at(other.url())) {
            BatchService batches = sdk.client().messages().batches();
            String results = other.url() + "/v1/messages/batches/" + id + "/results";
            assertEquals(results, new Stored(other).ended(id).getString("results_url"));
            assertEquals(results, batches.retrieve(id).resultsUrl().orElseThrow());
            assertTrue(batches.list().data().stream()
                    .anyMatch(one -> one.resultsUrl().orElseThrow().equals(results)));
            assertEquals(results, batches.cancel(id).resultsUrl().orElseThrow());
            Map<String, String> expected =
                    Map.of("about-" + FIRST, "why is " + FIRST + " slow?", "plain", "and " + SECOND);
            assertEquals(expected, results(batches, id));
            assertEquals(expected.keySet(), followed(results));
            assertEquals(id, batches.delete(id).id());
        }
        assertTrue(scene.claude().received().stream()
                .anyMatch(request -> request.bodyText().contains("\"custom_id\":\"about-EC2_")));
        scene.claude().assertClean();
    }

    /** What the TypeScript SDK does: it asks the address in the batch object and sends its key there. */
    private Set<String> followed(String address) {
        String lines = other.send(HttpRequest.newBuilder(URI.create(address))
                        .header("x-api-key", Sdk.KEY)
                        .header("anthropic-version", "2026-10-21")
                        .build())
                .body();
        return lines.lines()
                .map(line -> new JsonObject(line).getString("custom_id"))
                .collect(Collectors.toSet());
    }

    private static BatchCreateParams batch(Map<String, String> texts) {
        BatchCreateParams.Builder batch = BatchCreateParams.builder();
        texts.forEach((customId, text) -> batch.addRequest(BatchCreateParams.Request.builder()
                .customId(customId)
                .params(BatchCreateParams.Request.Params.builder()
                        .model("claude-opus-5-5")
                        .maxTokens(1024)
                        .addUserMessage(text)
                        .build())
                .build()));
        return batch.build();
    }

    private static Map<String, String> results(BatchService batches, String id) {
        Map<String, String> results = new TreeMap<>();
        try (StreamResponse<MessageBatchIndividualResponse> lines = batches.resultsStreaming(id)) {
            lines.stream()
                    .forEach(line -> results.put(
                            line.customId(),
                            Sdk.text(line.result().asSucceeded().message())));
        }
        return results;
    }

    @Test
    void linesOfResultsMayBeLongAndCutAnywhere() {
        String text = (FIRST + " and " + "x".repeat(999) + " ").repeat(1200);
        scene.claude().deliver(Delivery.plain().writes(10_007));
        try (Sdk sdk = Sdk.at(scene.gateway().url())) {
            BatchService batches = sdk.client().messages().batches();
            String id =
                    batches.create(batch(Map.of("long", text, "short", SECOND))).id();
            new Stored(scene.gateway()).ended(id);
            assertEquals(Map.of("long", text, "short", SECOND), results(batches, id));
        }
        scene.claude().assertClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"mcp_servers\":[{\"url\":\"https://mcp.example\"}]}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                        + "\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iVBO\"}}]}]}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"container\":\"container_of_somebody\"}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{}}]",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{]}}]}"
            })
    void aBatchIsRefusedBeforeAByteOfItLeaves(String body) {
        int before = scene.claude().requestsBegun();
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches")
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        assertTrue(List.of(400, 415, 451).contains(answer.statusCode()), answer.body());
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** A bare name says nothing by itself: that it is one says the body, in a batch as in a message. */
    @Test
    void aNameThatTheBodyTellsLeavesInNoHeader() {
        String name = "harbour-quay-logs";
        for (boolean batch : new boolean[] {false, true}) {
            String text = "why is the bucket " + name + " so full?";
            HttpResponse<String> answer = scene.gateway()
                    .send(Questions.to(scene.gateway().url(), batch ? "/v1/messages/batches" : "/v1/messages")
                            .header("content-type", "application/json")
                            .header("x-client-request-id", name)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    batch ? Stored.batch(text) : Questions.body(text)))
                            .build());
            assertEquals(200, answer.statusCode(), answer.body());
            assertFalse(scene.claude().last().headers().toString().contains(name), batch ? "batch" : "message");
        }
    }

    /** What is announced as too large is refused before any of it has come; nothing waits for it for ever. */
    @Test
    void aRefusedAnnouncementLeavesNothingBehind() throws Exception {
        Assumptions.assumeFalse(PackagedGateway.isNativeAsked(), "counts the objects of the JVM");
        for (int i = 0; i < 20; i++) {
            try (RawHttp http = new RawHttp(other.port())) {
                http.head(
                        "POST /v1/messages/batches HTTP/1.1",
                        "Host: x",
                        "x-api-key: " + Sdk.KEY,
                        "anthropic-version: 2026-10-21",
                        "content-type: application/json",
                        "content-length: 600000000");
                assertEquals(413, Objects.requireNonNull(http.answer()).status());
            }
        }
        Awaitility.await().untilAsserted(() -> assertEquals(0, other.objects("io.awsmasker.gateway.BatchForward")));
    }

    /** 5.21: a large batch is broken off before its last chunk, and Claude, one of its own here, never takes it for whole. */
    @Test
    void aLargeBatchIsBrokenOff() {
        String good = "{\"custom_id\":\"a\",\"params\":" + Questions.body(FIRST + " " + "x".repeat(100_000)) + "},";
        String bad = "{\"custom_id\":\"b\",\"params\":{\"mcp_servers\":[{\"url\":\"https://mcp.example\"}]}}";
        try (Scene alone = Scene.start()) {
            alone.claude().forbid(List.of(FIRST));
            HttpResponse<String> answer = alone.gateway()
                    .send(Questions.to(alone.gateway().url(), "/v1/messages/batches")
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":[" + good.repeat(90) + bad + "]}"))
                            .build());
            assertEquals(451, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("requests[90].params.mcp_servers[0].url is refused"), answer.body());
            alone.claude().assertNothingLeaked();
            assertTrue(
                    alone.claude().received().stream()
                            .noneMatch(request -> request.body().length() > 0),
                    "an incomplete batch arrived as whole");
        }
    }

    @Test
    void whatAProxyClaimsAboutTheAddressDoesNotCount() {
        String id = new Stored(scene.gateway()).newBatch(FIRST);
        new Stored(scene.gateway()).ended(id);
        String body = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches/" + id)
                        .header("x-forwarded-proto", "https")
                        .header("x-forwarded-host", "evil.example")
                        .build())
                .body();
        assertTrue(
                new JsonObject(body)
                        .getString("results_url")
                        .startsWith(scene.gateway().url() + "/v1/"),
                body);
        assertFalse(body.contains("evil"), body);
    }
}
