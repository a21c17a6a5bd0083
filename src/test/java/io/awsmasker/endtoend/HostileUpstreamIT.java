package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An upstream that is no Claude: whatever it says byte by byte, the client gets an answer that it can understand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUpstreamIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d61";
    private static final String WHOLE = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}";

    private volatile String early = "";
    private volatile String reply = "";
    private final OwnUpstream upstream = OwnUpstream.sockets(this::serve);
    private final PackagedGateway gateway = upstream.gateway();

    @AfterAll
    void close() {
        upstream.close();
    }

    /** Answers once the body, which ends with a brace of its own, is there; and closes. */
    private void serve(NetSocket socket) {
        Buffer read = Buffer.buffer();
        socket.handler(piece -> {
            if (read.length() == 0 && !early.isEmpty()) {
                socket.write(early);
            }
            read.appendBuffer(piece);
            if (read.toString(UTF_8).endsWith("}]}")) {
                socket.write(reply).onComplete(written -> socket.close());
            }
        });
    }

    private HttpResponse<String> asked(String answer) {
        reply = answer;
        return gateway.send(Questions.post(gateway.url(), Questions.body("about " + INSTANCE))
                .build());
    }

    private static String ok(String type, String body) {
        return "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: " + type + "\r\ncontent-length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @Test
    void leaveToGoOnMayComeAnyNumberOfTimes() {
        for (int times : new int[] {0, 1, 3}) {
            HttpResponse<String> answer =
                    asked("HTTP/1.1 100 Continue\r\n\r\n".repeat(times) + ok("application/json", WHOLE));
            assertEquals(200, answer.statusCode(), times + " times: " + answer.body());
            assertEquals(WHOLE, answer.body());
            early = "HTTP/1.1 100 Continue\r\n\r\n".repeat(times);
            answer = asked(ok("application/json", WHOLE));
            early = "";
            assertEquals(200, answer.statusCode(), times + " times, early: " + answer.body());
        }
    }

    @Test
    void protocolsAreNotSwitched() {
        HttpResponse<String> answer =
                asked("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n");
        assertEquals(502, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("AWS_MASKER_6001"), answer.body());
    }

    @Test
    void nestingWithoutEnd() {
        for (int levels : new int[] {600, 5_000, 50_000}) {
            HttpResponse<String> answer = asked(ok(
                    "application/json",
                    "{\"content\":" + "[".repeat(levels) + "]".repeat(levels) + ",\"type\":\"m\"}"));
            assertEquals(500, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("AWS_MASKER_3001"), answer.body());
            assertTrue(answer.body().contains("nested"), answer.body());
            assertFalse(answer.body().contains("Overflow"), answer.body());
        }
    }

    @Test
    void whatIsNoStreamOfEventsIsNotSwallowed() {
        HttpResponse<String> answer = asked(ok("text/event-stream", WHOLE));
        assertTrue(answer.body().contains("AWS_MASKER_3001"), answer.statusCode() + " " + answer.body());
    }
}
