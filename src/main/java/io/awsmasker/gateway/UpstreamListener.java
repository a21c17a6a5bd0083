package io.awsmasker.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * Listens to Claude's answer from its head on, for whoever will read it. The platform takes no new listener once an answer has
 * broken off, although it still hands over what came before.
 */
final class UpstreamListener {
    private Handler<Buffer> reader = unread -> {};
    private boolean broken;

    /** Pauses the answer until it is read. */
    void listen(HttpClientResponse answer) {
        answer.handler(piece -> reader.handle(piece));
        answer.exceptionHandler(fault -> broken = true);
        answer.pause();
    }

    /** Whether the answer broke off before anybody else listened to its end. */
    boolean isBroken() {
        return broken;
    }

    /** Gets the pieces from the first one on. */
    void read(Handler<Buffer> by) {
        reader = by;
    }
}
