package io.awsmasker.gateway;

import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;

/**
 * Sends a proved request to Claude. Never a second time, because a repeated POST costs money and may act twice; and it takes
 * the request back as soon as the client has gone.
 */
@Singleton
class Forward {
    private final Upstream upstream;
    private final UpstreamFaults faults;
    private final OutgoingText outgoingText;

    Forward(Upstream upstream, UpstreamFaults faults, Detector detector) {
        this.upstream = upstream;
        this.faults = faults;
        this.outgoingText = new OutgoingText(detector);
    }

    /** The beginning of Claude's answer, paused. */
    Future<HttpClientResponse> send(Exchange exchange) {
        return open(exchange)
                .compose(begun -> {
                    begun.end(exchange.body()).onSuccess(written -> exchange.left());
                    return begun.response().recover(fault -> Future.failedFuture(unanswered(exchange, fault)));
                })
                .onSuccess(exchange.upstream()::listen);
    }

    /** A request to Claude, all but its body; it is taken back when the client goes. */
    Future<UpstreamRequest> open(Exchange exchange) {
        return Future.succeededFuture(exchange)
                .map(leaving -> ProvedHead.of(leaving, outgoingText))
                .compose(head -> {
                    exchange.upstream().asked();
                    return upstream.request(head, exchange.caller().credential())
                            .recover(fault -> Future.failedFuture(unanswered(exchange, fault)));
                })
                .compose(begun -> watched(exchange, begun));
    }

    private static Future<UpstreamRequest> watched(Exchange exchange, UpstreamRequest begun) {
        if (exchange.clientGone()) {
            begun.reset();
            return Future.failedFuture(new ClientGone());
        }
        exchange.upstream().begun(begun);
        exchange.routing().addEndHandler(ended -> {
            if (ended.failed() || exchange.clientGone()) {
                exchange.upstream().cancel();
            }
        });
        return Future.succeededFuture(begun);
    }

    /** The refusal for a request that Claude did not answer. */
    Refusal unanswered(Exchange exchange, Throwable cause) {
        return faults.unanswered(exchange, cause);
    }

    /** The client has left; there is nobody to answer. */
    static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClientGone() {
            super("the client has gone", null, false, false);
        }
    }
}
