package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An upstream for bodies that no test could keep: searches them for one word while they arrive, forgets them, and answers with
 * a digest of what it read and the first token in it, so that its client knows that all of it came.
 */
public final class DiscardingClaude implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final String forbidden;
    private final HttpServer server;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger leaks = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    private DiscardingClaude(String forbidden) throws Exception {
        this.forbidden = forbidden;
        this.server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    /**
     * Listens on a free port of the loopback interface.
     *
     * @param forbidden an ASCII word that must not arrive
     */
    public static DiscardingClaude start(String forbidden) {
        try {
            return new DiscardingClaude(forbidden);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpServerRequest request) {
        begun.incrementAndGet();
        StringBuilder tail = new StringBuilder();
        MessageDigest digest = sha256();
        SortedSet<String> tokens = new TreeSet<>();
        request.handler(piece -> {
            if (tokens.isEmpty()) {
                tokens.addAll(Tokens.in(piece.toString(StandardCharsets.ISO_8859_1)));
            }
            digest.update(piece.getBytes());
            look(piece, tail);
        });
        request.endHandler(end -> request.response()
                .putHeader("content-type", "application/json")
                .end(
                        request.path().endsWith("/batches")
                                ? "{\"id\":\"msgbatch_large\",\"type\":\"message_batch\",\"results_url\":null}"
                                : message(read(digest.digest(), tokens.isEmpty() ? "nothing" : tokens.first()))));
    }

    private static String message(String text) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
                + text + "\"}]}";
    }

    private static String read(byte[] digest, String token) {
        return "read " + HexFormat.of().formatHex(digest) + " about " + token;
    }

    /** What it says of a body in pieces whose first token stands for {@code original}, once that is restored. */
    public static String read(List<byte[]> body, String original) {
        MessageDigest digest = sha256();
        body.forEach(digest::update);
        return read(digest.digest(), original);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(Buffer piece, StringBuilder tail) {
        bytes.addAndGet(piece.length());
        tail.append(piece.toString(StandardCharsets.ISO_8859_1));
        if (tail.indexOf(forbidden) >= 0) {
            leaks.incrementAndGet();
        }
        tail.delete(0, Math.max(0, tail.length() - forbidden.length()));
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** How many requests have begun to arrive. */
    public int begun() {
        return begun.get();
    }

    /** How many bytes of bodies have arrived. */
    public long bytes() {
        return bytes.get();
    }

    /** How many pieces held the forbidden word. */
    public int leaks() {
        return leaks.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
