package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the link answers. */
final class Awaited {
    private Awaited() {}

    static <T> T of(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static RedisException fault(Future<?> future) {
        var failure = assertThrows(
                ExecutionException.class,
                () -> future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
        return assertInstanceOf(RedisException.class, failure.getCause());
    }
}
