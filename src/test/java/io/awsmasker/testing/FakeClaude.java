package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An upstream that behaves as the Claude API does and distrusts whoever talks to it. It keeps every request and collects
 * what is wrong with them; a test that uses it ends with {@link #assertClean()}.
 */
public final class FakeClaude implements AutoCloseable {
    private static final int LARGEST_HEADER = 64 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Scenario scenario = new Scenario();
    private final LeakCheck leaks = new LeakCheck();
    private final PrefixCheck prefixes = new PrefixCheck();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final Endpoints endpoints = new Endpoints(vertx, scenario, prefixes, faults::add);
    private final HttpServer server;
    private final String scheme;

    private FakeClaude(@Nullable TestCertificate certificate) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setMaxHeaderSize(LARGEST_HEADER)
                .setMaxInitialLineLength(LARGEST_HEADER);
        if (certificate != null) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(certificate.keyStore().toString())
                            .setPassword(certificate.password()));
        }
        scheme = certificate == null ? "http" : "https";
        server = await(vertx.createHttpServer(options)
                .requestHandler(this::receive)
                .listen()
                .toCompletionStage()
                .toCompletableFuture());
    }

    /** Plain HTTP/1.1 on a free port of the loopback interface. */
    public static FakeClaude start() {
        return new FakeClaude(null);
    }

    /** TLS with HTTP/2 by ALPN. */
    public static FakeClaude startTls(TestCertificate certificate) {
        return new FakeClaude(certificate);
    }

    private void receive(HttpServerRequest request) {
        int number = begun.incrementAndGet();
        CompletableFuture<Long> gone = new CompletableFuture<>();
        request.response().closeHandler(closed -> gone.complete(System.nanoTime()));
        request.response().exceptionHandler(failed -> gone.complete(System.nanoTime()));
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        String method = request.method().name();
        request.body().onSuccess(body -> {
            Received whole = new Received(number, request.version(), method, request.uri(), headers, body, gone);
            check(whole);
            endpoints.answer(request, whole);
        });
        request.body().onFailure(cut -> {
            Received head =
                    new Received(number, request.version(), method, request.uri(), headers, Buffer.buffer(), gone);
            check(head);
            faults.add(head.place() + ": the body ended early");
        });
    }

    private void check(Received request) {
        received.add(request);
        leaks.look(request);
        RequestRules.broken(request).forEach(rule -> faults.add(request.place() + ": " + rule));
    }

    /** Answers every question from now on with {@code script}. */
    public FakeClaude answer(Script script) {
        scenario.always(script);
        return this;
    }

    /** Answers one more question with {@code script}, behind those already queued and before the permanent one. */
    public FakeClaude answerNext(Script script) {
        scenario.next(script);
        return this;
    }

    public FakeClaude deliver(Delivery delivery) {
        scenario.deliver(delivery);
        return this;
    }

    /** Originals that must not arrive from now on, in no part of a request and in no encoding. */
    public FakeClaude forbid(Collection<String> originals) {
        leaks.forbid(originals);
        return this;
    }

    /** The base URL, without a path and without a slash at the end. */
    public String url() {
        return scheme + "://127.0.0.1:" + server.actualPort();
    }

    /** The complete requests so far. */
    public List<Received> received() {
        return new ArrayList<>(received);
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    /** How many requests have begun to arrive, complete or not. */
    public int requestsBegun() {
        return begun.get();
    }

    public void assertNothingLeaked() {
        assertEquals(List.of(), leaks.leaks(), "canaries arrived upstream");
    }

    public void assertPrefixesHeld() {
        assertEquals(List.of(), prefixes.breaks(), "a turn is not a prefix of the next one");
    }

    public void assertWellFormed() {
        assertEquals(List.of(), List.copyOf(faults), "requests that no good proxy sends");
    }

    public void assertClean() {
        assertNothingLeaked();
        assertPrefixesHeld();
        assertWellFormed();
    }

    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
