package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an answer piece by piece, each piece in a turn of the event loop of its own, so that the network gets the cuts
 * that the delivery asks for.
 */
final class Sender {
    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Delivery delivery;
    private final Received received;
    private final boolean broken;
    private final List<Buffer> pieces;

    private Sender(Vertx vertx, HttpServerRequest request, Received received, Delivery delivery, List<String> events) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.delivery = delivery;
        this.received = received;
        this.broken = delivery.breakAfter() >= 0 && delivery.breakAfter() < events.size();
        this.pieces = pieces(broken ? events.subList(0, delivery.breakAfter()) : events);
    }

    /** Sends {@code events} as the body; the head of the answer must be set already. */
    static void send(
            Vertx vertx, HttpServerRequest request, Received received, Delivery delivery, List<String> events) {
        Sender sender = new Sender(vertx, request, received, delivery, events);
        if (delivery.gzip()) {
            sender.response.putHeader("content-encoding", "gzip");
        }
        sender.response.setChunked(true);
        sender.response.write(Buffer.buffer()).onSuccess(head -> sender.next(0));
    }

    private void next(int index) {
        Runnable step = () -> vertx.getOrCreateContext().runOnContext(turn -> write(index));
        if (delivery.gate() != null && index < pieces.size()) {
            delivery.gate().pass(step);
        } else {
            step.run();
        }
    }

    private void write(int index) {
        if (received.clientGone().isDone()) {
            return;
        }
        if (index < pieces.size()) {
            response.write(pieces.get(index)).onSuccess(written -> next(index + 1));
        } else if (!broken) {
            response.end();
        } else if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }

    private List<Buffer> pieces(List<String> events) {
        List<Buffer> encoded = delivery.gzip()
                ? gzipped(events)
                : events.stream().map(Buffer::buffer).toList();
        int size = delivery.writeSize();
        if (size <= 0) {
            return encoded;
        }
        Buffer all = Buffer.buffer();
        encoded.forEach(all::appendBuffer);
        List<Buffer> pieces = new ArrayList<>();
        for (int from = 0; from < all.length(); from += size) {
            pieces.add(all.getBuffer(from, Math.min(from + size, all.length())));
        }
        return pieces;
    }

    private static List<Buffer> gzipped(List<String> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Buffer> pieces = new ArrayList<>();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, 512, true)) {
            for (String event : events) {
                gzip.write(event.getBytes(StandardCharsets.UTF_8));
                gzip.flush();
                pieces.add(Buffer.buffer(out.toByteArray()));
                out.reset();
            }
            gzip.finish();
            pieces.add(Buffer.buffer(out.toByteArray()));
            return pieces;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
