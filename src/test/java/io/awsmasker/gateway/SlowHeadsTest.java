package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 5.22: whoever has asked may be silent for longer than whoever has not. */
class SlowHeadsTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: x\r\ncontent-length: 2\r\n";
    private static final int PATIENCE_OF_THE_TEST = 60_000;

    private final Vertx vertx = Vertx.vertx();
    private final SlowHeads slowHeads = new SlowHeads(PATIENCE);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
        options.setIdleTimeout(600_000).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        slowHeads.customizeHttpServer(options);
        Router router = Router.router(vertx);
        slowHeads.routes(router);
        router.route("/late")
                .handler(routing -> routing.request()
                        .body()
                        .onSuccess(body -> vertx.setTimer(
                                5 * PATIENCE.toMillis(),
                                late -> routing.response().end("late"))));
        router.route()
                .handler(routing -> routing.request()
                        .body()
                        .onSuccess(body -> routing.response().end("read")));
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(PATIENCE_OF_THE_TEST);
        return socket;
    }

    @Test
    void aConnectionWithoutARequestEnds() throws IOException {
        try (Socket socket = connected()) {
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void aHeadThatStopsInTheMiddleEnds() throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(HEAD.getBytes(ISO_8859_1));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    /** Each byte is sooner than the limit, and together they are not: only a whole head counts. */
    @Test
    void aHeadThatDripsInEnds() throws Exception {
        try (Socket socket = connected()) {
            long timer = vertx.setPeriodic(PATIENCE.toMillis() / 10, drip -> {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException ended) {
                    vertx.cancelTimer(drip);
                }
            });
            OutputStream out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\nx-app: ".getBytes(ISO_8859_1));
            assertTrue(ended(socket.getInputStream()));
            vertx.cancelTimer(timer);
        }
    }

    private static boolean ended(InputStream in) {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void anAnswerMayTakeMuchLonger() throws IOException {
        assertEquals("late", answer("/late"));
    }

    private String answer(String path) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream()
                    .write((HEAD.replace("/ ", path + " ") + "Connection: close\r\n\r\n{}").getBytes(ISO_8859_1));
            String read = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertTrue(read.startsWith("HTTP/1.1 200"), read);
            return read.substring(read.indexOf("\r\n\r\n") + 4);
        }
    }

    /** Of the second request on a connection nothing is bounded but by the time for idle connections. */
    @Test
    void aBodyAndTheNextRequestMayComeLate() throws Exception {
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "\r\n{").getBytes(ISO_8859_1));
            vertx.setTimer(3 * PATIENCE.toMillis(), later -> {
                try {
                    out.write(("}" + HEAD + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            vertx.setTimer(6 * PATIENCE.toMillis(), later -> {
                try {
                    out.write("{}".getBytes(ISO_8859_1));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            String read = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertEquals(2, read.split("HTTP/1.1 200", -1).length - 1, read);
        }
    }
}
