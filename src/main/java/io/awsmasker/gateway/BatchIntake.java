package io.awsmasker.gateway;

import io.awsmasker.claude.BatchMasking;
import io.awsmasker.claude.BatchMasking.Part;
import io.awsmasker.claude.MaskedRequest;
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

/**
 * Reads a batch from its client: each part is masked, proved and handed on before the next piece is asked for. So a batch takes
 * the memory of a few parts, however large it is.
 */
final class BatchIntake {
    static final long LARGEST = 256L << 20;

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final BatchMasking masking;
    private final Function<Part, Future<MaskedRequest>> mask;
    private final Departure departure;
    private final BatchForward forward;
    private final Silence silence;
    private final Promise<HttpClientResponse> answered = Promise.promise();
    private final Map<String, Integer> counts = new HashMap<>();
    private long read;
    private boolean working;
    private boolean ended;
    private boolean over;

    BatchIntake(
            Exchange exchange,
            BatchMasking masking,
            Function<Part, Future<MaskedRequest>> mask,
            Departure departure,
            BatchForward forward) {
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
        forward.answer().onSuccess(this::answered).onFailure(this::fail);
        request.handler(this::piece);
        request.endHandler(end -> {
            ended = true;
            silence.over();
            go(masking::end);
        });
        request.exceptionHandler(broken -> fail(BodyReader.incomplete()));
        exchange.routing().addEndHandler(end -> {
            silence.over();
            over = true;
            forward.breakOff();
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
            return mask.apply(part).compose(this::prove).compose(forward::write).compose(written -> next(parts));
        }
        take(0);
        exchange.enter(Stage.READ);
        working = false;
        if (ended) {
            return forward.end();
        }
        silence.broken();
        request.resume();
        return Future.succeededFuture();
    }

    private void take(int part) {
        exchange.room()
                .resize((long) part * InFlight.COST + (long) (forward.held() + masking.held()) * InFlight.READING);
    }

    private Future<ProvedBody> prove(MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        return departure.proved(masked).onSuccess(proved -> {
            masked.counts().forEach((type, count) -> counts.merge(type, count, Integer::sum));
            if (!forward.hasBegun()) {
                exchange.conceal(masked.concealed());
            }
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
        if (!over) {
            over = true;
            answered.tryFail(forward.takeBack(cause));
        }
    }
}
