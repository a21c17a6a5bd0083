package io.awsmasker.gateway;

import io.awsmasker.claude.Answering;
import io.awsmasker.claude.ContentRestoring;
import io.awsmasker.claude.EventStream;
import io.awsmasker.claude.LineRestoring;
import io.awsmasker.claude.PiecewiseRestoring;
import io.awsmasker.claude.Treatment;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Takes Claude's answer to the client, in the way that fits its form. What nobody here can read does not pass at all, since it
 * could not be restored.
 */
@Singleton
class Answer {
    static final String MASKED_RESPONSE = "X-Masked-Response";

    private final Owners owners;
    private final OpenRequests openRequests;
    private final InFlight inFlight;
    private final UpstreamFaults faults;
    private final WholeAnswer whole;

    Answer(Owners owners, OpenRequests openRequests, InFlight inFlight, UpstreamFaults faults, WholeAnswer whole) {
        this.owners = owners;
        this.openRequests = openRequests;
        this.inFlight = inFlight;
        this.faults = faults;
        this.whole = whole;
    }

    /** Completes when the client has the last byte. */
    Future<Void> send(Exchange exchange, HttpClientResponse upstream, Supplier<Answering> answerings) {
        if (exchange.clientGone()) {
            exchange.upstream().cancel();
            return Future.failedFuture(new Forward.ClientGone());
        }
        int status = upstream.statusCode();
        if (status < 200) {
            return refused(exchange, "the Claude API answered with a change of protocol that nobody asked for");
        }
        if (status >= 300 && status < 400) {
            return refused(exchange, "the Claude API answered with a redirect, which would lead past the gateway");
        }
        String coding = upstream.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return refused(exchange, "the Claude API answered in a coding that was not asked for and cannot be read");
        }
        HttpServerResponse client = exchange.response();
        client.setStatusCode(status);
        HeaderPolicy.response(upstream.headers(), client.headers());
        String type = String.valueOf(upstream.getHeader(HttpHeaders.CONTENT_TYPE));
        Treatment.Form form = status < 300 ? exchange.endpoint().answer() : Treatment.Form.OBJECT;
        return switch (form) {
            case LINES -> streamed(exchange, upstream, new LineRestoring(answerings, owners.of(exchange)), false);
            case CONTENT ->
                streamed(
                        exchange,
                        upstream,
                        ContentRestoring.of(type, () -> answerings.get().restoration()),
                        false);
            case OBJECT ->
                isEventStream(type)
                        ? streamed(exchange, upstream, new EventStream(answerings.get(), owners.of(exchange)), true)
                        : whole.send(exchange, upstream, answerings.get());
        };
    }

    private Future<Void> streamed(
            Exchange exchange, HttpClientResponse upstream, PiecewiseRestoring restoring, boolean events) {
        openRequests.streaming(exchange.routing());
        InFlight.Room room = inFlight.ofAnswer(exchange.routing());
        return new StreamedAnswer(exchange, upstream, restoring, events, room, faults).send();
    }

    private static Future<Void> refused(Exchange exchange, String reason) {
        exchange.upstream().cancel();
        return Future.failedFuture(new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, reason));
    }

    private static boolean isEventStream(String contentType) {
        return contentType.regionMatches(true, 0, "text/event-stream", 0, "text/event-stream".length());
    }
}
