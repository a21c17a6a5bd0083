package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.RawHttp.Answer;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only an attacker or a mistake sends beside the body: refused with a code, and its text stands in no log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d62";
    private static final String ACCESS_KEY = "AKIAQ3EGWZ7XK2LMN5PR";
    private static final String BODY = Questions.body("hello");
    private static final String LENGTH = "content-length: " + BODY.length();
    private static final String JSON = "content-type: application/json";

    private final Scene scene = Scene.start();

    HostileRequestsIT() {
        scene.claude().forbid(List.of(CANARY, ACCESS_KEY));
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertNothingLeaked();
        assertFalse(scene.gateway().output().contains(CANARY), "the log holds the request line");
        assertFalse(scene.gateway().output().contains(ACCESS_KEY), "the log holds a credential");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private Answer answer(int port, String... head) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            Answer answer = http.head(head).bytes(BODY.getBytes(ISO_8859_1)).answer();
            assertNotNull(answer, "closed without an answer");
            return answer;
        }
    }

    private static void refused(Answer answer, int code, int status) {
        assertEquals(status, answer.status(), answer.body());
        JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
        assertEquals("AWS_MASKER_" + code, error.getString("code"), answer.body());
        assertFalse(answer.body().contains(CANARY) || answer.body().contains(ACCESS_KEY), answer.body());
        assertEquals("false", answer.headers().get("x-should-retry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-app: no host at all", "Host: [::", "Host: a b", "Host: x:y"})
    void noHost(String line) throws IOException {
        for (String method : List.of("POST", "GET", "OPTIONS")) {
            String start = method + " /v1/messages?" + CANARY + " HTTP/1.1";
            refused(answer(scene.gateway().port(), start, line, "x-api-key: k", JSON, LENGTH), 5001, 451);
            int port = URI.create(scene.gateway().managementUrl()).getPort();
            refused(answer(port, start.replace("/v1/messages", "/q/metrics"), line, LENGTH), 5001, 451);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization: AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/20261121/eu-west-1/bedrock/aws4_request",
                "authorization: AWS4-ECDSA-P256-SHA256 Credential=x, SignedHeaders=host, Signature=00",
                "authorization: Bearer " + ACCESS_KEY,
                "x-api-key: " + ACCESS_KEY,
                "x-api-key: " + CANARY,
                "x-api-key: sk-ant-ok\r\nauthorization: Bearer " + ACCESS_KEY
            })
    void credentialsOfAws(String header) throws IOException {
        int before = scene.claude().requestsBegun();
        Answer answer = answer(
                scene.gateway().port(), "POST /v1/messages HTTP/1.1", "Host: x", "x-app: test", header, JSON, LENGTH);
        refused(answer, 5001, 451);
        assertTrue(answer.body().contains("AWS"), answer.body());
        assertEquals(before, scene.claude().requestsBegun());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "identity, chunked", "gzip\r\ntransfer-encoding: chunked"})
    void transferCodings(String codings) throws IOException {
        int before = scene.claude().requestsBegun();
        String chunks = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head("POST /v1/messages HTTP/1.1", "Host: x", "x-api-key: k", JSON, "transfer-encoding: " + codings)
                    .bytes(chunks.getBytes(ISO_8859_1));
            Answer answer = http.answer();
            assertTrue(answer == null || answer.status() >= 400, String.valueOf(answer));
            if (answer != null) {
                assertNull(http.answer(), "the connection was read on");
            }
        }
        assertEquals(before, scene.claude().requestsBegun());
    }

    @Test
    void whatTheProofStopsSaysWhatToDo() {
        HttpResponse<String> answer =
                scene.post("{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"assistant\","
                        + "\"content\":[{\"type\":\"thinking\",\"thinking\":\"t\",\"signature\":\"" + ACCESS_KEY
                        + "\"}]}]}");
        assertEquals(503, answer.statusCode(), answer.body());
        String message = new JsonObject(answer.body()).getJsonObject("error").getString("message");
        assertTrue(message.contains("leave it out") && message.endsWith("nothing was sent"), message);
    }

    /** Of a batch that leaves while it is read, the beginning has left by then. */
    @Test
    void aBatchThatIsBrokenOffSaysSo() {
        String item = "{\"custom_id\":\"ID\",\"params\":" + Questions.body("TEXT") + "}";
        String filler = "plain words ".repeat(100_000);
        StringBuilder batch = new StringBuilder("{\"requests\":[");
        for (int i = 0; i < 6; i++) {
            batch.append(item.replace("ID", "a" + i).replace("TEXT", filler)).append(',');
        }
        batch.append(item.replace("\"ID\"", "{\"x\":1}").replace("TEXT", "x").replace("\"max_tokens\"", "\"" + "\\q\""))
                .append("]}");
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(batch.toString()))
                        .build());
        String message = new JsonObject(answer.body()).getJsonObject("error").getString("message");
        assertFalse(message.contains("nothing was sent"), message);
        assertTrue(message.contains("broken off"), message);
    }
}
