package io.awsmasker.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/** A request to Claude whose head is proved; it takes nothing more but what is proved, too. */
final class UpstreamRequest {
    private final HttpClientRequest request;

    /** @param request that nothing has been written to */
    UpstreamRequest(HttpClientRequest request) {
        this.request = request;
    }

    /** Sends a part of a body whose length is not known yet. */
    Future<Void> write(ProvedBody part) {
        if (!request.isChunked()) {
            request.setChunked(true);
        }
        return request.write(part.bytes());
    }

    /** Sends a whole body. */
    Future<Void> end(ProvedBody body) {
        return request.end(body.bytes());
    }

    /** Nothing follows the parts that were sent. */
    Future<Void> end() {
        return request.end();
    }

    /** The beginning of the answer. */
    Future<HttpClientResponse> response() {
        return request.response();
    }

    /** Takes the request back, which ends its connection or its stream. */
    void reset() {
        request.reset();
    }
}
