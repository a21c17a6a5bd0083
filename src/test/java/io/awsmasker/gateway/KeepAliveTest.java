package io.awsmasker.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 5.22: a silent stream says now and then that it lives, in a form that every reader of events skips. */
class KeepAliveTest {
    private static final String COMMENT = ": keep-alive\n\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void aSilentStreamGetsComments() throws Exception {
        String read = read(client -> {
            KeepAlive keepAlive = new KeepAlive(vertx, client, Duration.ofMillis(5));
            vertx.setPeriodic(1, tick -> {
                if (client.bytesWritten() >= 3L * COMMENT.length() && !client.ended()) {
                    keepAlive.stop();
                    client.end();
                }
            });
        });

        assertEquals("", read.replace(COMMENT, ""));
        assertTrue(read.length() >= 3L * COMMENT.length(), read);
    }

    @Test
    void aStreamThatSpokeSinceTheLastLookGetsNone() throws Exception {
        String read = read(client -> {
            KeepAlive keepAlive = new KeepAlive(vertx, client, Duration.ofMillis(20));
            AtomicInteger looks = new AtomicInteger();
            keepAlive.written();
            vertx.setPeriodic(20, tick -> {
                keepAlive.written();
                if (looks.incrementAndGet() == 5) {
                    client.end("data: end\n\n");
                }
            });
        });

        assertEquals("data: end\n\n", read);
    }

    @Test
    void aStoppedOneIsSilent() throws Exception {
        String read = read(client -> {
            KeepAlive keepAlive = new KeepAlive(vertx, client, Duration.ofMillis(1));
            keepAlive.stop();
            keepAlive.stop();
            vertx.setTimer(50, later -> client.end("data: end\n\n"));
        });

        assertEquals("data: end\n\n", read);
    }

    /** What a client reads of the stream that {@code answer} writes. */
    private String read(Consumer<HttpServerResponse> answer) throws Exception {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> answer.accept(request.response().setChunked(true)))
                .listen(0, "127.0.0.1"));
        return await(vertx.createHttpClient()
                .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(request -> request.send())
                .compose(response -> response.body())
                .map(Buffer::toString));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
