package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.Sdk;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 5.23: when the client leaves, Claude's answer is cancelled: output is billed until then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelIT {
    private final Scene scene = Scene.start();

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void clientLeavesInMidStream() throws Exception {
        leaveInMidStream();
    }

    private void leaveInMidStream() throws Exception {
        Gate gate = new Gate();
        scene.claude().deliver(Delivery.plain().behind(gate));
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            ask(http, true);
            gate.release(1);
            assertNotNull(awaitReceived());
            assertFalse(scene.claude().last().clientGone().isDone());
        }
        assertNotNull(scene.claude().last().clientGone().get(30, TimeUnit.SECONDS));
    }

    @Test
    void clientLeavesBeforeTheAnswerBegins() throws Exception {
        Gate gate = new Gate();
        scene.claude().deliver(Delivery.plain().behind(gate));
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            ask(http, false);
            assertNotNull(awaitReceived());
        }
        assertNotNull(scene.claude().last().clientGone().get(30, TimeUnit.SECONDS));
    }

    /** Nothing was refused, and nobody is to be woken for it. */
    @Test
    void clientLeavesInTheMiddleOfAWholeAnswer() throws Exception {
        double asked = scene.gateway().meter("masker_requests_total");
        double blocked = scene.gateway().meter("masker_blocked_total");
        byte[] body = Questions.body("about i-0d4c3b2a19f8e7d65 " + "a b ".repeat(2_000_000))
                .getBytes(StandardCharsets.UTF_8);
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            ask(http, body);
            http.awaitPiece("200 OK");
        }
        Awaitility.await()
                .untilAsserted(() -> assertEquals(asked + 1, scene.gateway().meter("masker_requests_total")));
        scene.calm();
        assertEquals("still here", Scene.text(scene.post(Questions.body("still here"))));
        assertEquals(blocked, scene.gateway().meter("masker_blocked_total"));
    }

    /** A batch leaves while it is read; a client that goes in the middle of it takes it back. */
    @Test
    void clientLeavesWhileItSends() throws Exception {
        try (Scene own = Scene.start()) {
            String request = ",{\"custom_id\":\"r%d\",\"params\":" + Questions.body("x ".repeat(500_000)) + "}";
            try (RawHttp http = new RawHttp(own.gateway().port())) {
                http.head(
                                "POST /v1/messages/batches HTTP/1.1",
                                "Host: x",
                                "x-api-key: " + Sdk.KEY,
                                "anthropic-version: 2026-10-21",
                                "content-type: application/json",
                                "content-length: 200000000")
                        .bytes("{\"requests\":[".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; own.claude().requestsBegun() == 0; i++) {
                    http.bytes(request.formatted(i).substring(i == 0 ? 1 : 0).getBytes(StandardCharsets.UTF_8));
                }
            }
            Awaitility.await().until(() -> !own.claude().received().isEmpty());
            assertNotNull(own.claude().last().clientGone().get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void theGatewayServesOnAfterManyThatLeft() throws Exception {
        for (int i = 0; i < 50; i++) {
            leaveInMidStream();
        }
        scene.calm();
        assertEquals("still here", Scene.text(scene.post(Questions.body("still here"))));
    }

    @Test
    void anUpstreamThatBreaksOffIsSeenByTheClient() throws Exception {
        scene.claude().deliver(Delivery.plain().brokenAfter(4));
        try (InputStream body = scene.gateway()
                .client()
                .send(
                        Questions.post(scene.gateway().url(), Questions.body("one two three four", true))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body()) {
            String read = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            throw new AssertionError("the stream ended in order: " + read);
        } catch (java.io.IOException cut) {
            assertFalse(scene.claude().received().isEmpty());
        }
        scene.calm();
        assertEquals("fine", Scene.text(scene.post(Questions.body("fine"))));
    }

    private int seen;

    private Received awaitReceived() {
        int before = seen;
        Awaitility.await().until(() -> scene.claude().received().size() > before);
        seen = scene.claude().received().size();
        return scene.claude().last();
    }

    private void ask(RawHttp http, boolean streamed) throws java.io.IOException {
        seen = scene.claude().received().size();
        ask(http, Questions.body("about i-0d4c3b2a19f8e7d65", streamed).getBytes(StandardCharsets.UTF_8));
    }

    private static void ask(RawHttp http, byte[] body) throws java.io.IOException {
        http.head(
                        "POST /v1/messages HTTP/1.1",
                        "Host: x",
                        "x-api-key: " + Sdk.KEY,
                        "anthropic-version: 2026-10-21",
                        "content-type: application/json",
                        "content-length: " + body.length)
                .bytes(body);
    }
}
