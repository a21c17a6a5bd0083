package io.awsmasker.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 5.22: a body may come as slowly as it likes, but not stop; what was read of one that stopped is let go of. */
class BodyReaderTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void aBodyThatStopsIsRefused() throws Exception {
        NetSocket client = client(Duration.ofMillis(20));
        CompletableFuture<String> answer = answer(client);
        client.write(HEAD + "01234");
        assertTrue(answer.get(30, TimeUnit.SECONDS).contains("no byte"), answer.get());
    }

    /** Half of the patience between two bytes, and in all far more than it. */
    @Test
    void aBodyThatGoesOnIsRead() throws Exception {
        NetSocket client = client(Duration.ofSeconds(2));
        CompletableFuture<String> answer = answer(client);
        client.write(HEAD);
        int[] sent = {0};
        vertx.setPeriodic(500, tick -> {
            if (sent[0] < 10) {
                client.write(String.valueOf(sent[0]++));
            }
        });
        assertTrue(answer.get(60, TimeUnit.SECONDS).endsWith("0123456789"), answer.get());
    }

    @Test
    void whoeverAnnouncesATypingUserMayPause() throws Exception {
        assertEquals(Duration.ofSeconds(30), patience("x-other: 1"));
        assertTrue(patience("x-claude-code-upload-ahead: 1").toSeconds() > 150);
    }

    private Duration patience(String header) throws Exception {
        CompletableFuture<Duration> patience = new CompletableFuture<>();
        NetSocket client = served(request -> patience.complete(BodyReader.patience(request)));
        client.write("GET / HTTP/1.1\r\nhost: x\r\n" + header + "\r\n\r\n");
        return patience.get(30, TimeUnit.SECONDS);
    }

    private NetSocket client(Duration patience) throws Exception {
        return served(request -> {
            request.pause();
            new BodyReader(vertx, request, length -> {}, patience)
                    .read()
                    .onSuccess(body -> request.response().end(body))
                    .onFailure(fault -> {
                        assertNull(fault.getCause());
                        request.response().end(((Refusal) fault).getMessage());
                    });
        });
    }

    private NetSocket served(java.util.function.Consumer<HttpServerRequest> serve) throws Exception {
        HttpServer server =
                await(vertx.createHttpServer().requestHandler(serve::accept).listen(0, "127.0.0.1"));
        return await(vertx.createNetClient().connect(server.actualPort(), "127.0.0.1"));
    }

    /** All that comes until the head and something behind it is there. */
    private static CompletableFuture<String> answer(NetSocket client) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Buffer read = Buffer.buffer();
        client.handler(piece -> {
            read.appendBuffer(piece);
            String text = read.toString();
            int body = text.indexOf("\r\n\r\n") + 4;
            if (body > 3 && body < text.length()) {
                answer.complete(text);
            }
        });
        return answer;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
