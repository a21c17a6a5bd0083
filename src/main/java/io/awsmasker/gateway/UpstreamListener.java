package io.awsmasker.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Claude's answer from its head on, for whoever will read it. The platform takes no new listener once an answer has
 * broken off, although it still hands over what came before.
 */
final class UpstreamListener {
    private Handler<Buffer> reader = unread -> {};
    private Runnable whenEnded = () -> {};
    private @Nullable UpstreamRequest request;
    private @Nullable HttpClientResponse answer;
    private long heardAt = System.nanoTime();
    private boolean ended;
    private boolean broken;

    /** A request is on its way. */
    void asked() {
        heardAt = System.nanoTime();
    }

    /** There is a connection for it. */
    void begun(UpstreamRequest sending) {
        request = sending;
    }

    /** For how long nothing has come. */
    Duration unheard() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** Pauses the answer until it is read. */
    void listen(HttpClientResponse begun) {
        answer = begun;
        heardAt = System.nanoTime();
        begun.handler(piece -> {
            heardAt = System.nanoTime();
            reader.handle(piece);
        });
        begun.endHandler(end -> {
            ended = true;
            whenEnded.run();
        });
        begun.exceptionHandler(fault -> broken = true);
        begun.pause();
    }

    /** Whether the answer broke off before anybody else listened for that. */
    boolean isBroken() {
        return broken;
    }

    /** Gets the pieces from the first one on, and the end behind the last one. */
    void read(Handler<Buffer> pieces, Runnable end) {
        reader = pieces;
        whenEnded = end;
    }

    /**
     * Takes the request back, which ends its connection; but not when all of its answer has come, since the connection may be
     * another request's then. That may not have been handed over yet, so it is now, to nobody.
     */
    void cancel() {
        if (answer == null) {
            reset();
            return;
        }
        read(unread -> {}, () -> {});
        answer.resume();
        Vertx.currentContext().runOnContext(turn -> {
            if (!ended) {
                reset();
            }
        });
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
