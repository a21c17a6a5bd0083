package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.redis.RedisException;
import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;

/** Turns whatever goes wrong with Redis into the one exception that stores throw; nothing foreign is repeated. */
final class Failures {
    private Failures() {}

    static <T> CompletionStage<T> named(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(of(failure))).toCompletionStage();
    }

    private static MappingException of(Throwable failure) {
        if (failure instanceof MappingException known) {
            return known;
        }
        if (failure instanceof RedisException fault && fault.getMessage() != null) {
            return new MappingException(Reason.valueOf(fault.reason().name()), fault.getMessage());
        }
        return new MappingException(Reason.OPERATION, "the store gave an answer that makes no sense");
    }
}
