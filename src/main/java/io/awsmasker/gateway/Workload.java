package io.awsmasker.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Runs work on bodies where it fits: small ones at once on the event loop, large ones on a worker, so that nobody waits. There
 * are no more workers than processors, because what all of them hold at once is memory, and more would not be faster.
 */
@Singleton
public class Workload {
    private static final int SMALL = 128 << 10;

    private final WorkerExecutor workers;

    Workload(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor(
                "bodies", Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Runs the work and completes with its result.
     *
     * @param size how many bytes the work goes over
     */
    public <T> Future<T> run(int size, Callable<T> work) {
        if (size > SMALL) {
            return workers.executeBlocking(work, false);
        }
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    /** Runs each task at once if it goes over few bytes, else on a worker. */
    public Executor executor(int size) {
        return size > SMALL ? task -> workers.executeBlocking(Executors.callable(task), false) : Runnable::run;
    }
}
