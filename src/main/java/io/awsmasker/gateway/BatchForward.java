package io.awsmasker.gateway;

import io.awsmasker.claude.BatchMasking;
import io.awsmasker.claude.BatchMasking.Part;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch while it is read: part by part masked, proved, written. The first megabytes wait here, so a small batch is
 * refused before a byte of it leaves; a large one is broken off before its last chunk, so that Claude never takes it for
 * whole, and what had left of it was masked and proved.
 */
final class BatchForward {
    static final long LARGEST = 256L << 20;
    private static final int HELD_BACK = 4 << 20;

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final BatchMasking masking;
    private final Function<Part, Future<MaskedRequest>> mask;
    private final Departure departure;
    private final Forward forward;
    private final Silence silence;
    private final Promise<HttpClientResponse> answered = Promise.promise();
    private final Map<String, Integer> counts = new HashMap<>();
    private ProvedBody held = ProvedBody.empty();
    private @Nullable UpstreamRequest upstream;
    private long read;
    private boolean working;
    private boolean ended;
    private boolean sent;
    private boolean over;

    BatchForward(
            Exchange exchange,
            BatchMasking masking,
            Function<Part, Future<MaskedRequest>> mask,
            Departure departure,
            Forward forward) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.masking = masking;
        this.mask = mask;
        this.departure = departure;
        this.forward = forward;
        this.silence = new Silence(exchange.routing().vertx(), BodyReader.PATIENCE, this::stalled);
    }

    /** The beginning of Claude's answer, paused. */
    Future<HttpClientResponse> send() {
        request.handler(this::piece);
        request.endHandler(end -> {
            ended = true;
            silence.over();
            go(masking::end);
        });
        request.exceptionHandler(broken -> fail(BodyReader.incomplete()));
        exchange.routing().addEndHandler(end -> {
            silence.over();
            breakOff();
        });
        request.resume();
        return answered.future();
    }

    /** How often each class of token was put in. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** While a part is masked or Claude is slow, nothing more of the body is asked for. */
    private void stalled() {
        if (!working) {
            fail(BodyReader.incomplete(BodyReader.PATIENCE));
        }
    }

    private void piece(Buffer piece) {
        silence.broken();
        read += piece.length();
        if (read > LARGEST) {
            fail(RequestBody.tooLarge(LARGEST));
            return;
        }
        go(() -> masking.accept(piece.getBytes()));
    }

    private void go(Supplier<List<Part>> parts) {
        if (over) {
            return;
        }
        if (working) {
            throw new IllegalStateException("a piece came while the request was paused");
        }
        working = true;
        request.pause();
        Future.succeededFuture().compose(begun -> next(parts.get().iterator())).onFailure(this::fail);
    }

    private Future<Void> next(Iterator<Part> parts) {
        if (over) {
            return Future.succeededFuture();
        }
        if (parts.hasNext()) {
            Part part = parts.next();
            take(part.size());
            return mask.apply(part).compose(this::prove).compose(this::write).compose(written -> next(parts));
        }
        take(0);
        exchange.enter(Stage.READ);
        working = false;
        if (ended) {
            return finish();
        }
        silence.broken();
        request.resume();
        return Future.succeededFuture();
    }

    private void take(int part) {
        exchange.room()
                .resize((long) part * InFlight.COST + (long) (held.length() + masking.held()) * InFlight.READING);
    }

    private Future<ProvedBody> prove(MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        return departure.proved(masked).onSuccess(proved -> {
            masked.counts().forEach((type, count) -> counts.merge(type, count, Integer::sum));
            if (upstream == null) {
                exchange.conceal(masked.concealed());
            }
        });
    }

    private Future<Void> write(ProvedBody proved) {
        if (upstream != null) {
            exchange.enter(Stage.FORWARD);
            return upstream.write(proved);
        }
        held.append(proved);
        return held.length() < HELD_BACK
                ? Future.succeededFuture()
                : open().compose(begun -> {
                    ProvedBody first = held;
                    held = ProvedBody.empty();
                    return begun.write(first);
                });
    }

    private Future<UpstreamRequest> open() {
        exchange.enter(Stage.FORWARD);
        return forward.open(exchange).map(begun -> {
            upstream = begun;
            begun.response().onSuccess(this::answered).onFailure(fault -> fail(forward.unanswered(exchange, fault)));
            return begun;
        });
    }

    private Future<Void> finish() {
        sent = true;
        exchange.enter(Stage.FORWARD);
        Future<Void> ending = upstream == null
                ? open().compose(begun -> begun.end(held))
                : upstream.end().recover(fault -> Future.failedFuture(forward.unanswered(exchange, fault)));
        return ending.onSuccess(left -> {
            held = ProvedBody.empty();
            exchange.room().resize(0);
        });
    }

    /** Claude may answer before it has the whole body; nobody needs the rest then. */
    private void answered(HttpClientResponse response) {
        over = true;
        exchange.upstream().listen(response);
        request.handler(dropped -> {});
        request.endHandler(end -> {});
        request.resume();
        answered.tryComplete(response);
    }

    private void fail(Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        sent = false;
        breakOff();
        answered.tryFail(upstream == null ? cause : brokenOff(Refusals.of(cause)));
    }

    private static Refusal brokenOff(Refusal refusal) {
        return new Refusal(
                refusal.code(),
                refusal.getMessage().replace(Refusals.NOTHING_SENT, "")
                        + "; the batch was broken off before its end, so Claude takes none of it, and what had left of it"
                        + " was masked and proved");
    }

    private void breakOff() {
        over = true;
        if (upstream != null && !sent) {
            upstream.reset();
        }
    }
}
