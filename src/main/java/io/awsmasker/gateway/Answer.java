package io.awsmasker.gateway;

import io.awsmasker.claude.AnswerRestoring;
import io.awsmasker.claude.Answering;
import io.awsmasker.claude.ContentRestoring;
import io.awsmasker.claude.EventStream;
import io.awsmasker.claude.LineRestoring;
import io.awsmasker.claude.PiecewiseRestoring;
import io.awsmasker.claude.ResultsUrl;
import io.awsmasker.claude.StoredIds;
import io.awsmasker.claude.Treatment;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Takes Claude's answer to the client, restored. Whole answers are read to their end first, streams pass piece by piece, and
 * what nobody here can read does not pass at all.
 */
@Singleton
class Answer {
    static final String MASKED_RESPONSE = "X-Masked-Response";
    private static final String CACHE = "X-Masker-Cache";
    private static final int LONGEST_WHOLE = 64 << 20;

    private final Owners owners;
    private final PublicAddress address;
    private final CachedAnswers cache;
    private final OpenRequests openRequests;
    private final InFlight inFlight;
    private final UpstreamFaults faults;
    private final Workload workload;

    Answer(
            Owners owners,
            PublicAddress address,
            CachedAnswers cache,
            OpenRequests openRequests,
            InFlight inFlight,
            UpstreamFaults faults,
            Workload workload) {
        this.owners = owners;
        this.address = address;
        this.cache = cache;
        this.openRequests = openRequests;
        this.inFlight = inFlight;
        this.faults = faults;
        this.workload = workload;
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
            case LINES -> pieces(exchange, upstream, new LineRestoring(answerings, owners.of(exchange)));
            case CONTENT ->
                pieces(
                        exchange,
                        upstream,
                        ContentRestoring.of(type, () -> answerings.get().restoration()));
            case OBJECT ->
                isEventStream(type)
                        ? streamed(exchange, upstream, new EventStream(answerings.get(), owners.of(exchange)), true)
                        : whole(exchange, upstream, answerings.get());
        };
    }

    private Future<Void> pieces(Exchange exchange, HttpClientResponse upstream, PiecewiseRestoring restoring) {
        return streamed(exchange, upstream, restoring, false);
    }

    private Future<Void> streamed(
            Exchange exchange, HttpClientResponse upstream, PiecewiseRestoring restoring, boolean events) {
        openRequests.streaming(exchange.routing());
        InFlight.Room room = inFlight.ofAnswer(exchange.routing());
        return new StreamedAnswer(exchange, upstream, restoring, events, room, faults).send();
    }

    private Future<Void> whole(Exchange exchange, HttpClientResponse upstream, Answering answering) {
        if (exchange.upstream().isBroken()) {
            return Future.failedFuture(faults.brokenOff(exchange));
        }
        exchange.enter(Stage.RESTORE);
        return read(exchange, upstream, inFlight.ofAnswer(exchange.routing()))
                .compose(answer -> remembered(exchange, answer.getBytes()))
                .compose(answer -> cache.keep(exchange, answer).map(answer))
                .compose(answer -> restored(exchange, addressed(exchange, answer), answering));
    }

    /** As {@link #send} with an answer that came before. */
    Future<Void> again(Exchange exchange, byte[] answer, Answering answering) {
        exchange.enter(Stage.RESTORE);
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(CACHE, "hit");
        return restored(exchange, answer, answering);
    }

    private Future<Void> restored(Exchange exchange, byte[] answer, Answering answering) {
        Future<CompletionStage<byte[]>> begun =
                workload.run(answer.length, () -> AnswerRestoring.restore(answering, answer));
        return begun.compose(exchange::here).compose(restored -> {
            exchange.enter(Stage.ANSWER);
            return exchange.response().end(Buffer.buffer(restored));
        });
    }

    private byte[] addressed(Exchange exchange, byte[] answer) {
        return exchange.endpoint().isBatch() ? ResultsUrl.rewritten(answer, address.of(exchange.request())) : answer;
    }

    /** The answer, once the caller owns what it names. */
    private Future<byte[]> remembered(Exchange exchange, byte[] answer) {
        int status = exchange.response().getStatusCode();
        if (status >= 300) {
            return Future.succeededFuture(answer);
        }
        Future<Void> remembered = exchange.endpoint().creates()
                ? owners.remember(exchange, StoredIds.own(answer))
                : exchange.endpoint().treatment() instanceof Treatment.Masked
                        ? exchange.here(owners.of(exchange).noticed(answer))
                        : Future.succeededFuture();
        return remembered.map(done -> answer);
    }

    private Future<Buffer> read(Exchange exchange, HttpClientResponse upstream, InFlight.Room room) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        Handler<Buffer> pieces = piece -> {
            try {
                room.resize((long) (read.length() + piece.length()) * InFlight.COST);
                if (read.length() + piece.length() > LONGEST_WHOLE) {
                    throw new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, "the answer of the Claude API is too large");
                }
                read.appendBuffer(piece);
            } catch (Refusal refusal) {
                whole.tryFail(refusal);
                exchange.upstream().cancel();
            }
        };
        exchange.upstream().read(pieces, () -> whole.tryComplete(read));
        upstream.exceptionHandler(broken -> whole.tryFail(faults.brokenOff(exchange)));
        upstream.resume();
        return whole.future();
    }

    private static Future<Void> refused(Exchange exchange, String reason) {
        exchange.upstream().cancel();
        return Future.failedFuture(new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, reason));
    }

    private static boolean isEventStream(String contentType) {
        return contentType.regionMatches(true, 0, "text/event-stream", 0, "text/event-stream".length());
    }
}
