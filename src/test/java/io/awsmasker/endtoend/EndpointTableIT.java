package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.claude.Endpoint;
import io.awsmasker.claude.EndpointTable;
import io.awsmasker.claude.Treatment;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Received;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line of the endpoint table is what happens: one request for each, to the packaged program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointTableIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d66";

    private final Scene scene = Scene.start();
    private final Stored stored = new Stored(scene.gateway());

    EndpointTableIT() {
        scene.claude().forbid(List.of(CANARY));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static List<Endpoint> endpoints() {
        return EndpointTable.ALL;
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void theTreatmentIsWhatHappens(Endpoint endpoint) {
        String path = endpoint.example(owned(endpoint));
        int before = scene.claude().received().size();

        HttpResponse<String> answer = ask(endpoint, path);

        int arrived = scene.claude().received().size() - before;
        if (endpoint.treatment() instanceof Treatment.Refused refused) {
            assertEquals(451, answer.statusCode(), answer.body());
            assertEquals(
                    refused.sentence(),
                    new JsonObject(answer.body()).getJsonObject("error").getString("message"));
            assertEquals(0, arrived);
        } else if (endpoint.treatment() instanceof Treatment.Answered) {
            assertEquals(200, answer.statusCode());
            assertEquals(0, arrived);
        } else {
            assertTrue(!answer.body().contains("AWS_MASKER_"), answer.body());
            assertEquals(1, arrived);
            Received upstream = scene.claude().last();
            assertEquals(endpoint.method() + " " + path, upstream.method() + " " + upstream.path());
            boolean text = !(endpoint.treatment() instanceof Treatment.Passed);
            assertEquals(text, upstream.bodyText().contains("EC2_"), upstream.bodyText());
        }
        scene.claude().assertClean();
    }

    private HttpResponse<String> ask(Endpoint endpoint, String path) {
        if (endpoint.treatment() instanceof Treatment.Upload) {
            return stored.upload(path, path.startsWith("/v1/files") ? "file" : "files", "text/plain", CANARY);
        }
        String method = endpoint.method().equals(Endpoint.ANY) ? "POST" : endpoint.method();
        String body = endpoint.treatment() instanceof Treatment.Batch ? Stored.batch(CANARY) : Questions.body(CANARY);
        HttpRequest.Builder request = Questions.to(scene.gateway().url(), path);
        boolean bare = List.of("GET", "HEAD", "DELETE").contains(method) || path.endsWith("/cancel");
        if (!bare) {
            request.header("content-type", "application/json");
        }
        return scene.gateway()
                .send(request.method(method, bare ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build());
    }

    private String owned(Endpoint endpoint) {
        if (!endpoint.template().contains("{id}")) {
            return "abc123";
        }
        return endpoint.isBatch()
                ? stored.newBatch(CANARY)
                : endpoint.template().startsWith("/v1/files") ? stored.newFile(CANARY) : stored.newSkill(CANARY);
    }

    /** Paths that are spelled so that somebody behind might read them otherwise (5.19). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/messages/batches/../../organizations/me",
                "/v1/messages/batches/%2e%2e/x",
                "/v1/files/..",
                "/v1/files/%2E%2E",
                "/v1/files//content",
                "/v1/files/file_a%2fcontent",
                "/v1//files",
                "/V1/files",
                "/v1/Files",
                "/v1/files/",
                "/v1/skills/./versions",
                "/v1/complete",
                "/v1/",
                "/v2/messages",
                "/api/hello/x"
            })
    void otherSpellingsAreRefused(String path) throws java.io.IOException {
        int before = scene.claude().requestsBegun();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head("GET " + path + " HTTP/1.1", "Host: x", "x-api-key: k", "anthropic-version: 2026-10-21");
            RawHttp.Answer answer = http.answer();
            assertTrue(answer != null && (answer.status() == 404 || answer.status() == 451), String.valueOf(answer));
            assertTrue(answer.body().contains("AWS_MASKER_5001"), answer.body());
        }
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** 5.27, 1.6: what was not made through this gateway is not the caller's. */
    @Test
    void idsOfOthersAreRefused() {
        String foreign = "x" + UUID.randomUUID().toString().replace("-", "");
        int before = scene.claude().requestsBegun();
        for (Endpoint endpoint : EndpointTable.ALL) {
            if (endpoint.template().contains("{id}")) {
                HttpResponse<String> answer = ask(endpoint, endpoint.example(foreign));
                assertEquals(451, answer.statusCode(), endpoint + ": " + answer.body());
            }
        }
        assertEquals(before, scene.claude().requestsBegun());
    }
}
