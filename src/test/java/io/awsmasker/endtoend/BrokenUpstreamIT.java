package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Tokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream that breaks off at any byte: the client sees a true beginning and a cut, and the request is sent once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenUpstreamIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d6a";
    private static final String STREAM = String.join(
            "",
            event("message_start", "\"message\":{\"id\":\"msg_1\",\"content\":[]}"),
            event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
            event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"on TOK\"}"),
            event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"EN, ☂\"}"),
            event("content_block_stop", "\"index\":0"),
            event(
                    "content_block_start",
                    "\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"t\",\"input\":{}}"),
            event(
                    "content_block_delta",
                    "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":\\\"TOK\"}"),
            event(
                    "content_block_delta",
                    "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"EN\\\"}\"}"),
            event("content_block_stop", "\"index\":1"),
            event("message_stop", "\"x\":0"));

    private static final Pattern FRAME = Pattern.compile("event: (message_start|content_block_(start|stop))");

    private final AtomicInteger asked = new AtomicInteger();
    private final OwnUpstream upstream = OwnUpstream.http(this::answer);
    private final PackagedGateway gateway = upstream.gateway();
    private volatile int bytes;

    @AfterAll
    void close() {
        upstream.close();
    }

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
    }

    /** The stream with the halves of the request's own token, up to {@link #bytes}; none at all, not even a head, when negative. */
    private void answer(HttpServerRequest request, Buffer body) {
        asked.incrementAndGet();
        if (bytes < 0) {
            request.connection().close();
            return;
        }
        byte[] stream = stream(body.toString());
        boolean whole = bytes >= stream.length;
        Buffer beginning = Buffer.buffer(stream).getBuffer(0, Math.min(bytes, stream.length));
        HttpServerResponse response = request.response()
                .putHeader("content-type", "text/event-stream")
                .setChunked(true);
        // A write of no bytes would never complete.
        (beginning.length() == 0 ? response.writeHead() : response.write(beginning)).onSuccess(written -> {
            if (whole) {
                response.end();
            } else {
                request.connection().close();
            }
        });
    }

    private static byte[] stream(String request) {
        String token = Tokens.in(request).first();
        return STREAM.replace("TOK", token.substring(0, 3))
                .replace("EN", token.substring(3))
                .getBytes(UTF_8);
    }

    private record Read(String text, boolean cut) {}

    private Read read(int upTo) throws IOException, InterruptedException {
        bytes = upTo;
        int before = asked.get();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        boolean cut = false;
        try {
            HttpResponse<InputStream> answer = gateway.client()
                    .send(
                            Questions.post(gateway.url(), Questions.body("about " + INSTANCE, true))
                                    .build(),
                            BodyHandlers.ofInputStream());
            assertEquals(200, answer.statusCode());
            byte[] piece = new byte[4096];
            for (int length = answer.body().read(piece);
                    length >= 0;
                    length = answer.body().read(piece)) {
                read.write(piece, 0, length);
            }
        } catch (IOException broken) {
            cut = true;
        }
        assertEquals(before + 1, asked.get(), "5.25: asked more than once");
        return new Read(read.toString(UTF_8), cut);
    }

    /** What the deltas of the whole events of a stream say. */
    private static String said(String stream) {
        StringBuilder said = new StringBuilder();
        for (String event : stream.split("\n\n", -1)) {
            int data = event.indexOf("data: ");
            if (data >= 0) {
                JsonObject delta = new JsonObject(event.substring(data + 6)).getJsonObject("delta", new JsonObject());
                said.append(delta.getString("text", "")).append(delta.getString("partial_json", ""));
            }
        }
        return said.toString();
    }

    /** 5.24 */
    @Test
    void cutAtEveryByte() throws Exception {
        Read whole = read(Integer.MAX_VALUE);
        assertEquals("on " + INSTANCE + ", ☂{\"a\":\"" + INSTANCE + "\"}", said(whole.text()));
        assertTrue(!whole.cut());
        int length = stream(Questions.body("EC2_001")).length;
        for (int upTo = 0; upTo < length; upTo++) {
            Read read = read(upTo);
            assertTrue(read.cut(), "an end in order after " + upTo + " bytes");
            assertTrue(whole.text().contains("message_stop") && !read.text().contains("message_stop"), read.text());
            assertTrue(read.text().isEmpty() || read.text().endsWith("\n\n"), "part of an event: " + read.text());
            assertTrue(said(whole.text()).startsWith(said(read.text())), "after " + upTo + " bytes: " + read.text());
            assertEquals(List.of(), List.copyOf(Tokens.in(read.text())), "after " + upTo + " bytes");
        }
    }

    /** 5.24: what came before the cut reaches the client, however short before; a client of Java would not say so. */
    @Test
    void whatCameBeforeTheCutIsRead() throws Exception {
        byte[] body = Questions.body("about " + INSTANCE, true).getBytes(UTF_8);
        byte[] stream = stream(Questions.body("EC2_001"));
        for (int upTo = 0; upTo < stream.length; upTo += 7) {
            bytes = upTo;
            try (RawHttp http = new RawHttp(gateway.port())) {
                http.head(
                                "POST /v1/messages HTTP/1.1",
                                "Host: x",
                                "x-api-key: k",
                                "anthropic-version: 2026-10-21",
                                "content-type: application/json",
                                "content-length: " + body.length)
                        .bytes(body);
                String read = http.untilClosed();
                assertTrue(read.startsWith("HTTP/1.1 200 "), read);
                assertTrue(!read.contains("message_stop") && !read.endsWith("\r\n0\r\n\r\n"), read);
                String sent = new String(stream, 0, upTo, UTF_8);
                assertEquals(
                        frames(sent.substring(0, sent.lastIndexOf("\n\n") + 1)),
                        frames(read),
                        "after " + upTo + " bytes");
            }
        }
    }

    /** The client has only a cut, so that operators must see what happened. */
    @Test
    void aCutLeavesALineAndIsCounted() throws Exception {
        double blocked = gateway.meter("masker_blocked_total");
        assertTrue(read(STREAM.indexOf("☂")).cut());
        Awaitility.await().untilAsserted(() -> assertEquals(blocked + 1, gateway.meter("masker_blocked_total")));
        assertTrue(
                gateway.output()
                        .lines()
                        .anyMatch(line -> line.contains("\"level\":\"WARN\"")
                                && line.contains("AWS_MASKER_6001")
                                && line.contains("the answer of the Claude API broke off")),
                gateway.output());
    }

    /** The beginnings and ends of messages and blocks, which nothing holds back. */
    private static List<String> frames(String stream) {
        return FRAME.matcher(stream).results().map(MatchResult::group).toList();
    }

    /** 5.25: a connection that closes without an answer may have been read, so nothing is sent twice. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/messages/count_tokens", "/v1/messages/batches"})
    void askedOnceAndNeverAgain(String path) {
        bytes = -1;
        for (int i = 0; i < 5; i++) {
            int before = asked.get();
            String body = path.endsWith("batches") ? Stored.batch(INSTANCE) : Questions.body(INSTANCE);
            HttpResponse<String> answer = gateway.send(Questions.to(gateway.url(), path)
                    .header("content-type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                    .build());
            assertEquals(502, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("AWS_MASKER_6001"), answer.body());
            assertEquals(before + 1, asked.get());
        }
    }
}
