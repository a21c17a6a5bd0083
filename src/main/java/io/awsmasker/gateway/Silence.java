package io.awsmasker.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Notices that nothing has come for a while. One timer looks once in that time, so what comes costs no more than a note, and
 * the silence may last for up to two such times before it is noticed.
 */
final class Silence {
    private final Vertx vertx;
    private final long timer;
    private boolean silent;

    /** @param noticed is called again and again while it lasts */
    Silence(Vertx vertx, Duration patience, Runnable noticed) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(patience.toMillis(), tick -> {
            if (silent) {
                noticed.run();
            }
            silent = true;
        });
    }

    /** Something came. */
    void broken() {
        silent = false;
    }

    /** Nothing is awaited any more; more calls do nothing. */
    void over() {
        vertx.cancelTimer(timer);
    }
}
