package io.awsmasker.gateway;

import io.awsmasker.claude.ErrorBody;
import io.awsmasker.claude.PiecewiseRestoring;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream on its way to the client, one piece after another: the upstream waits while a token is looked up or the client is
 * slow. A piece that needs no look-up leaves in the same turn of the event loop.
 */
final class StreamedAnswer {
    private final Exchange exchange;
    private final HttpClientResponse upstream;
    private final HttpServerResponse client;
    private final PiecewiseRestoring pieces;
    private final boolean events;
    private final InFlight.Room room;
    private final UpstreamFaults faults;
    private final Promise<Void> sent = Promise.promise();
    private @Nullable KeepAlive keepAlive;
    private boolean lookingUp;
    private @Nullable Refusal broken;
    private boolean over;

    /**
     * @param events whether the client reads server-sent events, and so can be told of a fault on the way
     * @param room for what is held back and for what the client has not taken yet
     */
    StreamedAnswer(
            Exchange exchange,
            HttpClientResponse upstream,
            PiecewiseRestoring pieces,
            boolean events,
            InFlight.Room room,
            UpstreamFaults faults) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.client = exchange.response();
        this.pieces = pieces;
        this.events = events;
        this.room = room;
        this.faults = faults;
    }

    /** Completes when the client has the last byte; fails when the stream could not be sent to its end. */
    Future<Void> send() {
        exchange.enter(Stage.RESTORE);
        client.setChunked(true);
        client.write(Buffer.buffer());
        client.drainHandler(drained -> resume());
        exchange.upstream()
                .read(piece -> restored(() -> accepted(piece), this::write), () -> restored(pieces::end, this::end));
        boolean begunOnly = exchange.upstream().isBroken();
        if (!begunOnly) {
            upstream.exceptionHandler(fault -> cut());
        }
        if (events) {
            keepAlive = new KeepAlive(exchange.routing().vertx(), client, KeepAlive.INTERVAL);
        }
        exchange.routing().addEndHandler(ended -> {
            if (!over) {
                over();
                sent.tryComplete();
            }
        });
        upstream.resume();
        if (begunOnly) {
            cut();
        }
        return sent.future();
    }

    private interface Step {
        CompletionStage<byte[]> get();
    }

    private void restored(Step step, Consumer<byte[]> next) {
        if (over) {
            return;
        }
        CompletableFuture<byte[]> bytes;
        try {
            bytes = step.get().toCompletableFuture();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            fail(e);
            return;
        }
        if (bytes.isDone() && !bytes.isCompletedExceptionally()) {
            next.accept(bytes.join());
            return;
        }
        lookingUp = true;
        upstream.pause();
        exchange.here(bytes)
                .onSuccess(restored -> {
                    lookingUp = false;
                    if (!over) {
                        next.accept(restored);
                        resume();
                    }
                })
                .onFailure(this::fail);
    }

    private CompletionStage<byte[]> accepted(Buffer piece) {
        room.resize(((long) pieces.held() + piece.length()) * InFlight.EVENT_COST);
        return pieces.accept(piece.getBytes());
    }

    private void write(byte[] bytes) {
        if (bytes.length > 0) {
            client.write(Buffer.buffer(bytes));
            if (keepAlive != null) {
                keepAlive.written();
            }
        }
        if (client.writeQueueFull()) {
            upstream.pause();
        } else {
            shrink();
        }
    }

    private void shrink() {
        room.resize((long) pieces.held() * InFlight.EVENT_COST);
    }

    private void over() {
        over = true;
        if (keepAlive != null) {
            keepAlive.stop();
        }
    }

    private void resume() {
        if (!over && !lookingUp && !client.writeQueueFull()) {
            shrink();
            upstream.resume();
            if (broken != null) {
                cutWhenRead(broken);
            }
        }
    }

    private void end(byte[] bytes) {
        over();
        exchange.enter(Stage.ANSWER);
        client.end(Buffer.buffer(bytes)).onComplete(ended -> sent.tryComplete());
    }

    /** Nothing doubtful is sent: a stream of events ends with an error event, any other answer is cut off. */
    private void fail(Throwable cause) {
        if (over) {
            return;
        }
        over();
        exchange.upstream().cancel();
        Refusal refusal = Refusals.restoring(cause);
        if (events) {
            client.end(Buffer.buffer(event(refusal)));
        }
        sent.tryFail(refusal);
    }

    private byte[] event(Refusal refusal) {
        return ErrorBody.event(
                refusal.code().claudeType(),
                refusal.getMessage(),
                refusal.code().code(),
                refusal.code().contractName(),
                exchange.correlation().requestId());
    }

    /** The upstream broke off: the client gets what came before that, and then sees a cut and not an end in order. */
    private void cut() {
        broken = faults.brokenOff(exchange);
        cutWhenRead(broken);
    }

    /** What has come is handed over in the turns before the next one, unless it has to wait; then this is called again. */
    private void cutWhenRead(Refusal why) {
        exchange.routing().vertx().runOnContext(turn -> {
            if (!over && !lookingUp && !client.writeQueueFull()) {
                over();
                sent.tryFail(why);
            }
        });
    }
}
