package io.awsmasker.gateway;

import io.awsmasker.claude.AnswerRestoring;
import io.awsmasker.claude.Answering;
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
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * Takes an answer in one piece to the client. It is read to its end first, because the client may have it only once what it
 * names is known to be the caller's.
 */
@Singleton
class WholeAnswer {
    private static final String CACHE = "X-Masker-Cache";
    private static final int LONGEST = 64 << 20;

    private final Owners owners;
    private final PublicAddress address;
    private final CachedAnswers cache;
    private final InFlight inFlight;
    private final UpstreamFaults faults;
    private final Workload workload;

    WholeAnswer(
            Owners owners,
            PublicAddress address,
            CachedAnswers cache,
            InFlight inFlight,
            UpstreamFaults faults,
            Workload workload) {
        this.owners = owners;
        this.address = address;
        this.cache = cache;
        this.inFlight = inFlight;
        this.faults = faults;
        this.workload = workload;
    }

    /** Completes when the client has the last byte. */
    Future<Void> send(Exchange exchange, HttpClientResponse upstream, Answering answering) {
        if (exchange.upstream().isBroken()) {
            return Future.failedFuture(faults.brokenOff(exchange));
        }
        exchange.enter(Stage.RESTORE);
        return read(exchange, upstream, inFlight.ofAnswer(exchange.routing()))
                .compose(answer -> remembered(exchange, answer.getBytes()))
                .compose(answer -> cache.keep(exchange, answer).map(answer))
                .compose(answer -> restored(exchange, addressed(exchange, answer), answering));
    }

    /** As {@link #send}, with an answer that came before. */
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
            return exchange.response().end(Buffer.buffer(restored)).recover(lost -> gone(exchange));
        });
    }

    /** What cannot be written to the client is no fault of ours: it has left. */
    private static Future<Void> gone(Exchange exchange) {
        exchange.clientLeft();
        return Future.failedFuture(new Forward.ClientGone());
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
                if (read.length() + piece.length() > LONGEST) {
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
}
