package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Sdk;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 5.20: a client that asks before it sends its body is told at once what would be said after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpectIT {
    private final Scene scene = Scene.start();

    @AfterAll
    void close() {
        scene.claude().assertClean();
        scene.close();
    }

    private RawHttp asking(String path, String type, long length) throws IOException {
        return new RawHttp(scene.gateway().port())
                .head(
                        "POST " + path + " HTTP/1.1",
                        "Host: x",
                        "x-api-key: " + Sdk.KEY,
                        "anthropic-version: 2026-10-21",
                        "content-type: " + type,
                        "content-length: " + length,
                        "Expect: 100-continue");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/messages, application/json, 34000000, 413",
        "/v1/messages/count_tokens, application/json, 34000000, 413",
        "/v1/messages/batches, application/json, 300000000, 413",
        "/v1/messages, text/plain, 1000, 415",
        "/v1/messages/batches, text/plain, 1000, 415",
        "/v1/files, application/json, 1000, 415",
        "/v1/nowhere, application/json, 1000, 404",
        "/v1/agents, application/json, 1000, 451"
    })
    void refusedWithoutReading(String path, String type, long length, int status) throws IOException {
        int before = scene.claude().requestsBegun();
        try (RawHttp http = asking(path, type, length)) {
            RawHttp.Answer answer = http.answer();
            assertNotNull(answer);
            assertEquals(status, answer.status(), answer.body());
            assertEquals(0, http.continues(), "the client was told to send its body");
        }
        assertEquals(before, scene.claude().requestsBegun());
    }

    @ParameterizedTest
    @CsvSource({"/v1/messages", "/v1/messages/batches"})
    void whatIsWelcomeIsAskedFor(String path) throws IOException {
        String question = path.endsWith("batches") ? Stored.batch("hello") : Questions.body("hello");
        byte[] body = question.getBytes(UTF_8);
        try (RawHttp http = asking(path, "application/json", body.length)) {
            http.awaitContinue();
            RawHttp.Answer answer = http.bytes(body).answer();
            assertNotNull(answer);
            assertEquals(200, answer.status(), answer.body());
        }
    }

    @Test
    void otherExpectationsAreNotPassedOn() throws IOException {
        byte[] body = Questions.body("hello").getBytes(UTF_8);
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head(
                            "POST /v1/messages HTTP/1.1",
                            "Host: x",
                            "x-api-key: " + Sdk.KEY,
                            "anthropic-version: 2026-10-21",
                            "content-type: application/json",
                            "content-length: " + body.length,
                            "Expect: something-else")
                    .bytes(body);
            assertNotNull(http.answer());
        }
    }
}
