package io.awsmasker.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Writes a comment into an open event stream that has been silent for one to two intervals: clients and load balancers give
 * up on a stream without bytes, and readers of events skip comments. Only whole events may be written beside it.
 */
final class KeepAlive {
    /** Half of the shortest time after which the usual load balancers close a silent connection. */
    static final Duration INTERVAL = Duration.ofSeconds(15);

    private static final String COMMENT = ": keep-alive\n\n";

    private final Vertx vertx;
    private final HttpServerResponse client;
    private final long timer;
    private boolean silent;

    KeepAlive(Vertx vertx, HttpServerResponse client, Duration interval) {
        this.vertx = vertx;
        this.client = client;
        this.timer = vertx.setPeriodic(interval.toMillis(), tick -> look());
    }

    /** Something was written to the client. */
    void written() {
        silent = false;
    }

    /** The stream is over; more calls do nothing. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (silent && !client.ended() && !client.closed() && !client.writeQueueFull()) {
            client.write(Buffer.buffer(COMMENT));
        }
        silent = true;
    }
}
