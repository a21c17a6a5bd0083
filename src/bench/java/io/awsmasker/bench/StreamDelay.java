package io.awsmasker.bench;

import io.awsmasker.endtoend.PackagedGateway;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The time from the moment when the upstream writes a delta to the moment when the client has read it: straight, through a
 * proxy that only passes bytes on, and through the packaged gateway, in turns, so that only the ratio counts.
 */
public final class StreamDelay {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 5_000;
    private static final Vertx VERTX = Vertx.vertx();
    private static final Semaphore NEXT = new Semaphore(0);
    private static volatile long written;

    private StreamDelay() {}

    public static void main(String[] args) throws Exception {
        HttpServer upstream = listen(VERTX, StreamDelay::stream);
        HttpServer proxy = proxy(upstream.actualPort());
        try (RealRedis redis = RealRedis.start();
                PackagedGateway gateway = PackagedGateway.start(Map.of(
                        "MASKER_UPSTREAM_URL",
                        "http://127.0.0.1:" + upstream.actualPort(),
                        "MASKER_REDIS_HOST",
                        "127.0.0.1",
                        "MASKER_REDIS_PORT",
                        String.valueOf(redis.port())))) {
            gateway.awaitReady(200);
            double[] straight = delays(gateway, "http://127.0.0.1:" + upstream.actualPort());
            double[] passed = delays(gateway, "http://127.0.0.1:" + proxy.actualPort());
            double[] masked = delays(gateway, gateway.url());
            print("straight", straight, passed);
            print("pass-through proxy", passed, passed);
            print("gateway", masked, passed);
        } finally {
            VERTX.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void print(String way, double[] delays, double[] base) {
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %6.0f µs  p99 %6.0f µs   to the proxy: %.2f, %.2f%n",
                way,
                delays[delays.length / 2],
                delays[delays.length * 99 / 100],
                delays[delays.length / 2] / base[base.length / 2],
                delays[delays.length * 99 / 100] / base[base.length * 99 / 100]);
    }

    private static HttpServer listen(Vertx vertx, io.vertx.core.Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static HttpServer proxy(int port) {
        HttpClient client = VERTX.createHttpClient();
        return listen(
                VERTX,
                request -> request.body()
                        .onSuccess(body -> client.request(new RequestOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(port)
                                        .setMethod(request.method())
                                        .setURI(request.uri()))
                                .compose(up -> up.send(body))
                                .onSuccess(answer -> {
                                    request.response().setChunked(true).putHeader("content-type", "text/event-stream");
                                    answer.handler(request.response()::write);
                                    answer.endHandler(end -> request.response().end());
                                })));
    }

    /** One delta whenever the reader has the one before, each without anything that may begin a token. */
    private static void stream(HttpServerRequest request) {
        request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        Buffer delta = Buffer.buffer("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\" plain words.\"}}\n\n");
        Context context = VERTX.getOrCreateContext();
        request.body()
                .onSuccess(body -> new Thread(() -> {
                            for (int i = 0; i < WARM_UP + RUNS; i++) {
                                NEXT.acquireUninterruptibly();
                                context.runOnContext(turn -> {
                                    written = System.nanoTime();
                                    request.response().write(delta);
                                });
                            }
                            NEXT.acquireUninterruptibly();
                            context.runOnContext(turn -> request.response().end());
                        })
                        .start());
    }

    private static double[] delays(PackagedGateway gateway, String url) throws IOException, InterruptedException {
        double[] microseconds = new double[RUNS];
        NEXT.release();
        try (InputStream body = gateway.client()
                .send(
                        Questions.post(url, Questions.body("about i-0d4c3b2a19f8e7d65", true))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body()) {
            byte[] piece = new byte[8192];
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                if (body.read(piece) < 0) {
                    throw new IOException("the stream ended");
                }
                microseconds[i % RUNS] = (System.nanoTime() - written) / 1e3;
                NEXT.release();
            }
            body.readAllBytes();
        }
        Arrays.sort(microseconds);
        return microseconds;
    }
}
