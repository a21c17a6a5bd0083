package io.awsmasker.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/** Runs work on bodies where it fits: small ones at once on the event loop, large ones on a worker, so that nobody waits. */
@Singleton
public class Workload {
    private static final int SMALL = 128 << 10;

    private final Vertx vertx;

    Workload(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs the work and completes with its result.
     *
     * @param size how many bytes the work goes over
     */
    public <T> Future<T> run(int size, Callable<T> work) {
        if (size > SMALL) {
            return vertx.executeBlocking(work, false);
        }
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }
}
