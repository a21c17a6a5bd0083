package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.RawHttp.Answer;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator finds afterwards in the log and the metrics: of every refusal and every erasure a line and a number, no value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoggedIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d67";

    private final Scene scene = Scene.start();
    private final PackagedGateway gateway = scene.gateway();

    @AfterAll
    void close() {
        assertFalse(gateway.output().contains(CANARY), "the log holds an original");
        scene.close();
    }

    /** The line with this text, once it is there. */
    static JsonObject line(PackagedGateway gateway, String text) {
        return Awaitility.await("a line with: " + text)
                .until(
                        () -> gateway.output()
                                .lines()
                                .filter(line -> line.startsWith("{") && line.contains(text))
                                .map(JsonObject::new)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String message(JsonObject line) {
        return line.getString("message");
    }

    private HttpResponse<String> sent(String method, String path, String body) {
        return gateway.send(Questions.to(gateway.url(), path)
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static String correlation(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Correlation-ID").orElseThrow();
    }

    @Test
    void theFirstLineSaysWhichFamiliesHaveAnotherPolicy() {
        assertTrue(message(line(gateway, "ruleset "))
                .contains(": families with another policy than mask {secrets=REDACT}, 0 rules of your own"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/v1/messages, GET /v1/v1/messages",
        "DELETE, /v1/messages, DELETE /v1/messages",
        "POST, /v1/messages/, POST /v1/messages/",
        "POST, /v1/i-0d4c3b2a19f8e7d67/messages?i-0d4c3b2a19f8e7d67, POST /v1/*/messages",
        "GET, /analyze/masking/preview, GET /analyze/masking/preview",
        "I-0D4C3B2A19F8E7D67, /a/b/c/d/e/f/g/h/i/j, another method /*/*/*/*/*/*/*/*/…"
    })
    void anUnknownPathIsToldByItsWordsThatAreKnown(String method, String path, String told) {
        HttpResponse<String> answer = sent(method, path, "");
        assertEquals(404, answer.statusCode(), answer.body());
        JsonObject line = line(gateway, correlation(answer) + " unknown refused with AWS_MASKER_5001");
        assertTrue(message(line).contains(": " + told + " is not in the gateway's table"), message(line));
        assertEquals("INFO", line.getString("level"));
        assertEquals(correlation(answer), line.getJsonObject("mdc").getString("correlationId"));
        assertTrue(message(line).endsWith(" (Refusal in RECEIVE)"), message(line));
    }

    /** A batch that comes in pieces waits for them in a stage of its own, whose time is none of masking. */
    @Test
    void theEndOfABatchIsReadBehindItsMaskedParts() {
        String body = Stored.batch("how is " + CANARY + "?");
        HttpResponse<String> answer = sent("POST", "/v1/messages/batches", body.substring(0, body.length() - 1) + "!");
        assertEquals(400, answer.statusCode(), answer.body());
        String said = message(line(gateway, correlation(answer) + " "));
        assertTrue(said.endsWith(" in READ)"), said);
    }

    @Test
    void whatIsRefusedBeforeItIsRoutedIsCountedAndLoggedLikeAllElse() throws IOException {
        double blocked = gateway.meter("masker_blocked_total");
        double requests = gateway.meter("masker_requests_total");
        try (RawHttp http = new RawHttp(gateway.port())) {
            Answer answer = Objects.requireNonNull(
                    http.head("GET /v1/models HTTP/1.1", "Host: a b").answer());
            assertEquals(451, answer.status());
            String said = message(
                    line(gateway, answer.headers().get("x-correlation-id") + " unrouted refused with AWS_MASKER_5001"));
            assertTrue(said.contains(" SECURITY_BYPASS_ATTEMPT: the request line or the host header"), said);
            assertEquals("traditional", answer.headers().get("x-redis-mode"));
            assertFalse(answer.headers().getOrDefault("x-masking-ruleset", "").isEmpty());
        }
        assertEquals(blocked + 1, gateway.meter("masker_blocked_total"));
        Awaitility.await().untilAsserted(() -> assertEquals(requests + 1, gateway.meter("masker_requests_total")));
    }

    @Test
    void whatIsErasedLeavesALineAndANumber() {
        scene.preview(CANARY + " 10.31.7.104 10.31.7.105");
        HttpResponse<String> one = sent("DELETE", "/analyze/masking/mappings", "{\"value\":\"" + CANARY + "\"}");
        JsonObject line = line(gateway, correlation(one) + " erased one value: 1 mapping");
        assertEquals("INFO", line.getString("level"));
        assertEquals(1, gateway.meter("masker_erased_total{by=\"value\"}"));

        HttpResponse<String> all = sent("DELETE", "/analyze/masking/mappings", "{\"all\":true}");
        line = line(gateway, correlation(all) + " erased all values of a tenant: 2 mapping");
        assertEquals("WARN", line.getString("level"));
        assertEquals(2, gateway.meter("masker_erased_total{by=\"all\"}"));

        HttpResponse<String> cleanup = sent("POST", "/analyze/masking/cleanup", "");
        line = line(gateway, correlation(cleanup) + " cleaned up: ");
        assertEquals("INFO", line.getString("level"));
        assertEquals(0, gateway.meter("masker_erased_total{by=\"cleanup\"}"));
        assertTrue(gateway.management("/q/metrics").body().contains("masker_erased_total{by=\"cleanup\"} 0.0"));
    }

    @Test
    void everyAnswerOfAnalyzeSaysByWhichRulesAndRefusalsOfItAreLogged() {
        HttpResponse<String> models = sent("GET", "/v1/models", "");
        String ruleset = models.headers().firstValue("X-Masking-Ruleset").orElseThrow();
        for (HttpResponse<String> answer : List.of(
                sent("POST", "/analyze/masking/preview", "{\"text\":\"a\"}"),
                sent("POST", "/analyze/masking/preview", "{}"),
                sent("DELETE", "/analyze/masking/mappings", "{\"value\":\"a\"}"),
                sent("POST", "/analyze/masking/cleanup", ""))) {
            assertEquals(
                    ruleset, answer.headers().firstValue("X-Masking-Ruleset").orElse(""), answer.body());
            assertEquals(
                    "traditional", answer.headers().firstValue("X-Redis-Mode").orElse(""));
        }
        HttpResponse<String> refused = sent("DELETE", "/analyze/masking/mappings", "{}");
        assertEquals(400, refused.statusCode());
        line(gateway, correlation(refused) + " erase refused with AWS_MASKER_6002");
    }

    @Test
    void anOutageOfRedisIsAWarningWithItsCause() {
        try (Scene other = Scene.start(Map.of("MASKER_CIRCUIT_FAILURES", "1"))) {
            other.redis().kill();
            HttpResponse<String> answer = other.post(Questions.body("why " + CANARY));
            assertEquals(503, answer.statusCode(), answer.body());
            JsonObject refused = line(other.gateway(), correlation(answer) + " messages refused with AWS_MASKER_100");
            assertEquals("WARN", refused.getString("level"));
            JsonObject blocked = line(other.gateway(), "requests are blocked: AWS_MASKER_1001 REDIS_UNAVAILABLE: ");
            assertEquals("ERROR", blocked.getString("level"));
            JsonObject opened = line(other.gateway(), "the circuit of the mapping store has opened");
            assertEquals("ERROR", opened.getString("level"));
            assertTrue(
                    message(opened).contains("AWS_MASKER_1001 REDIS_UNAVAILABLE: Redis cannot be reached: "),
                    message(opened));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, connection refused",
        "no-such-host.invalid, its name does not resolve",
    })
    void theWatchSaysTheCodeAndTheKindOfCause(String host, String kind) {
        Scene other = Scene.start();
        other.redis().kill();
        other.gateway().close();
        try (PackagedGateway second = PackagedGateway.start(
                Scene.settings(scene.claude(), other.redis().port(), Map.of("MASKER_REDIS_HOST", host)))) {
            JsonObject line = line(second, "requests are blocked: ");
            assertEquals("ERROR", line.getString("level"));
            assertEquals(
                    "requests are blocked: AWS_MASKER_1001 REDIS_UNAVAILABLE: Redis cannot be reached: " + kind,
                    message(line));
        } finally {
            other.close();
        }
    }
}
