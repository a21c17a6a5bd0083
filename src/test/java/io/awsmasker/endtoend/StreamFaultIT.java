package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Block;
import io.awsmasker.testing.Cutter;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** 4.5: a stream that cannot be restored any further ends with an error event, and with nothing doubtful in front of it. */
class StreamFaultIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d65";

    private static InputStream ask(Scene scene) throws IOException, InterruptedException {
        return scene.gateway()
                .client()
                .send(
                        Questions.post(scene.gateway().url(), Questions.body("about " + INSTANCE, true))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private static String until(InputStream body, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int b = body.read();
            assertTrue(b >= 0, "the stream ended: " + read);
            read.append((char) b);
        }
        return read.toString();
    }

    private static void endsWithAnError(Scene scene, String rest) {
        String end = rest.substring(rest.indexOf("event: error"));
        assertTrue(end.contains("AWS_MASKER_3001"), end);
        assertTrue(end.endsWith("\n\n") && end.indexOf("event: ", 1) < 0, "something behind the error: " + end);
        Awaitility.await().untilAsserted(() -> assertEquals(1, scene.gateway().meter("masker_blocked_total")));
    }

    /** 5.36: what the request masked itself is known; whose a foreign token is can be asked nobody. */
    @Test
    void theStoreFailsInMidStream() throws Exception {
        try (Scene scene = Scene.start()) {
            Gate gate = new Gate();
            scene.claude()
                    .answer(question ->
                            Reply.Message.of(new Block.Text(String.join("", Tokens.in(question.lastUserText()))
                                    + " first. And EC2_777" + ", perhaps".repeat(9))))
                    .deliver(Delivery.plain().cut(Cutter.every(7)).behind(gate));
            gate.release(4);
            try (InputStream body = ask(scene)) {
                assertTrue(until(body, "text_delta").contains("message_start"));
                scene.redis().close();
                gate.release(7);
                String rest = new String(body.readAllBytes(), UTF_8);
                assertTrue(rest.contains(INSTANCE) && rest.contains("And "), rest);
                assertTrue(!rest.contains("EC2_7") && !rest.contains("perhaps"), rest);
                endsWithAnError(scene, rest);
                assertNotNull(scene.claude().last().clientGone().get(30, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void anEventHasNoEnd() throws Exception {
        Vertx vertx = Vertx.vertx();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        HttpServer endless = vertx.createHttpServer()
                .requestHandler(request -> {
                    HttpServerResponse response =
                            request.response().setChunked(true).putHeader("content-type", "text/event-stream");
                    response.closeHandler(cancelled::complete);
                    response.write("event: ping\ndata: {\"type\":\"ping\"}\n\nevent: endless\ndata: ");
                    more(vertx, response);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        String upstream = "http://127.0.0.1:" + endless.actualPort();
        try (Scene scene = Scene.start(Map.of("MASKER_UPSTREAM_URL", upstream));
                InputStream body = ask(scene)) {
            String all = new String(body.readAllBytes(), UTF_8);
            assertTrue(all.contains("ping") && !all.contains("a line"), "sent: " + all.length());
            endsWithAnError(scene, all);
            cancelled.get(30, TimeUnit.SECONDS);
            scene.gateway().awaitReady(200);
            assertTrue(!scene.gateway().output().contains("OutOfMemory"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private static void more(Vertx vertx, HttpServerResponse response) {
        response.write("a line of an event without an end ".repeat(1000))
                .onSuccess(written -> vertx.runOnContext(next -> more(vertx, response)));
    }
}
