package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Sends a proved request to Claude. Never a second time, because a repeated POST costs money and may act twice; and it takes
 * the request back as soon as the client has gone.
 */
final class Forward {
    private final Upstream upstream;
    private final OutgoingText outgoingText;

    Forward(Upstream upstream, OutgoingText outgoingText) {
        this.upstream = upstream;
        this.outgoingText = outgoingText;
    }

    /** The beginning of Claude's answer, paused. */
    Future<HttpClientResponse> send(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        MultiMap headers = HttpHeaders.headers();
        HeaderPolicy.request(request.headers(), headers, outgoingText::isClean);
        return upstream.request(
                        request.method(),
                        target(request),
                        headers,
                        exchange.caller().credential())
                .recover(Forward::unreachable)
                .compose(upstreamRequest -> sent(exchange, upstreamRequest));
    }

    /** Path and query only: a request line may also hold a whole address, of some other host. */
    static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }

    private static Future<HttpClientResponse> sent(Exchange exchange, HttpClientRequest upstreamRequest) {
        if (exchange.clientGone()) {
            upstreamRequest.reset();
            return Future.failedFuture(new ClientGone());
        }
        exchange.routing().addEndHandler(ended -> {
            if (ended.failed() || exchange.clientGone()) {
                upstreamRequest.reset();
            }
        });
        return upstreamRequest
                .send(exchange.body())
                .recover(Forward::unreachable)
                .map(HttpClientResponse::pause);
    }

    private static <T> Future<T> unreachable(Throwable cause) {
        return Future.failedFuture(new Refusal(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "the Claude API did not answer (" + cause.getClass().getSimpleName()
                        + "); the request was not repeated"));
    }

    /** The client left before anything was sent; there is nobody to answer. */
    static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClientGone() {
            super("the client has gone", null, false, false);
        }
    }
}
