package io.awsmasker.endtoend;

import io.awsmasker.testing.RealRedis;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The packaged gateway, with a Redis of its own, before an upstream that a test plays itself because no Claude behaves like
 * that.
 */
public final class OwnUpstream implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final RealRedis redis = RealRedis.start();
    private final PackagedGateway gateway;
    private final String url;

    private OwnUpstream(Function<Vertx, Future<Integer>> listening, String... options) {
        int port =
                listening.apply(vertx).toCompletionStage().toCompletableFuture().join();
        url = "http://127.0.0.1:" + port;
        gateway = PackagedGateway.start(
                Map.of(
                        "MASKER_UPSTREAM_URL",
                        url,
                        "MASKER_REDIS_HOST",
                        redis.host(),
                        "MASKER_REDIS_PORT",
                        String.valueOf(redis.port())),
                options);
        gateway.awaitReady(200);
    }

    /**
     * An upstream that speaks HTTP and answers when it has read the whole request.
     *
     * @param options of the platform, for the gateway
     */
    public static OwnUpstream http(BiConsumer<HttpServerRequest, Buffer> answer, String... options) {
        return new OwnUpstream(
                vertx -> vertx.createHttpServer()
                        .requestHandler(request -> request.body().onSuccess(body -> answer.accept(request, body)))
                        .listen(0, "127.0.0.1")
                        .map(HttpServer::actualPort),
                options);
    }

    /** An upstream that says what it likes, byte by byte. */
    static OwnUpstream sockets(Handler<NetSocket> serve) {
        return new OwnUpstream(vertx -> vertx.createNetServer()
                .connectHandler(serve)
                .listen(0, "127.0.0.1")
                .map(NetServer::actualPort));
    }

    /** Where the upstream itself listens. */
    public String url() {
        return url;
    }

    public PackagedGateway gateway() {
        return gateway;
    }

    @Override
    public void close() {
        gateway.close();
        redis.close();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
