package io.awsmasker.gateway;

import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

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
    Future<HttpClientRequest> open(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String target = target(request);
        exchange.upstream().asked();
        return upstream.request(
                        request.method(),
                        target,
                        headers(exchange, target),
                        exchange.caller().credential())
                .recover(fault -> Future.failedFuture(unanswered(exchange, fault)))
                .compose(begun -> watched(exchange, begun));
    }

    /** The headers to send; of those that may pass, one with an identifier in it is left out. */
    private MultiMap headers(Exchange exchange, String target) {
        HttpServerRequest request = exchange.request();
        List<Map.Entry<String, String>> passing = HeaderPolicy.request(request.headers());
        List<String> texts = new ArrayList<>();
        checkEscapes(target);
        texts.add(PercentDecoding.all(target));
        passing.forEach(header -> texts.add(header.getKey() + ": " + PercentDecoding.all(header.getValue())));
        BitSet unclean = outgoingText.unclean(texts, exchange.concealed());
        if (unclean.get(0) || BareIdentifier.in(texts.get(0))) {
            throw new Refusal(
                    ErrorCode.SECURITY_BYPASS_ATTEMPT,
                    "the path or query of this request holds an identifier, and addresses are not masked");
        }
        MultiMap headers = HttpHeaders.headers();
        for (int i = 0; i < passing.size(); i++) {
            if (!unclean.get(i + 1) && !BareIdentifier.in(texts.get(i + 1))) {
                headers.add(passing.get(i).getKey(), passing.get(i).getValue());
            }
        }
        String contentType = exchange.contentType();
        if (contentType != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        return headers;
    }

    private static void checkEscapes(String target) {
        try {
            URLDecoder.decode(target, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.SECURITY_BYPASS_ATTEMPT, "the query of this request holds a broken percent escape");
        }
    }

    /** Path and query only: a request line may also hold a whole address, of some other host. */
    private static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }

    private static Future<HttpClientRequest> watched(Exchange exchange, HttpClientRequest upstreamRequest) {
        if (exchange.clientGone()) {
            upstreamRequest.reset();
            return Future.failedFuture(new ClientGone());
        }
        exchange.routing().addEndHandler(ended -> {
            if (ended.failed() || exchange.clientGone()) {
                exchange.upstream().cancel(upstreamRequest);
            }
        });
        return Future.succeededFuture(upstreamRequest);
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
