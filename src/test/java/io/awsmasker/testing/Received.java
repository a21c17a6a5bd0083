package io.awsmasker.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * A request as it reached the fake upstream, byte for byte. It is kept until the fake is closed, so that a check made at
 * the end of a test sees everything that ever left.
 *
 * @param number 1 for the first request that the fake got
 * @param version the HTTP version that it came with
 * @param method the HTTP method
 * @param target path and query as in the start line, not normalised
 * @param headers names and values in the order of arrival
 * @param body the bytes of the body, without framing
 * @param clientGone completes when the peer closes before its answer has ended; its value is the {@code nanoTime} of that
 */
public record Received(
        int number,
        HttpVersion version,
        String method,
        String target,
        MultiMap headers,
        Buffer body,
        CompletableFuture<Long> clientGone) {
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String bodyText() {
        return body.toString(StandardCharsets.UTF_8);
    }

    /** The place of this request in reports; it holds nothing of the content. */
    public String place() {
        return "request " + number + " (" + method + " " + path() + ")";
    }
}
