package io.awsmasker.gateway;

import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way to Claude, written part by part. The first megabytes wait here, so a small batch is refused before a byte of
 * it leaves; a large one is broken off before its last chunk, so that Claude never takes it for whole.
 */
final class BatchForward {
    private static final int HELD_BACK = 4 << 20;

    private final Exchange exchange;
    private final Forward forward;
    private final Promise<HttpClientResponse> answer = Promise.promise();
    private ProvedBody held = ProvedBody.empty();
    private @Nullable UpstreamRequest upstream;
    private boolean sent;

    BatchForward(Exchange exchange, Forward forward) {
        this.exchange = exchange;
        this.forward = forward;
    }

    /** The beginning of Claude's answer, which may come before Claude has the whole body. */
    Future<HttpClientResponse> answer() {
        return answer.future();
    }

    /** How many bytes wait here. */
    int held() {
        return held.length();
    }

    /** Whether its head may have left. */
    boolean hasBegun() {
        return upstream != null;
    }

    /** Completes when the next part may come. */
    Future<Void> write(ProvedBody proved) {
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

    /** Completes when the last byte has left. */
    Future<Void> end() {
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

    private Future<UpstreamRequest> open() {
        exchange.enter(Stage.FORWARD);
        return forward.open(exchange).map(begun -> {
            upstream = begun;
            begun.response()
                    .recover(fault -> Future.failedFuture(forward.unanswered(exchange, fault)))
                    .onComplete(answer);
            return begun;
        });
    }

    /** Takes back what has left of it, however much that is; says what the client is told of the cause. */
    Throwable takeBack(Throwable cause) {
        sent = false;
        breakOff();
        return upstream == null ? cause : brokenOff(Refusals.of(cause));
    }

    /** Takes it back, unless all of it has left. */
    void breakOff() {
        if (upstream != null && !sent) {
            upstream.reset();
        }
    }

    private static Refusal brokenOff(Refusal refusal) {
        return new Refusal(
                refusal.code(),
                refusal.getMessage().replace(Refusals.NOTHING_SENT, "")
                        + "; the batch was broken off before its end, so Claude takes none of it, and what had left of it"
                        + " was masked and proved");
    }
}
