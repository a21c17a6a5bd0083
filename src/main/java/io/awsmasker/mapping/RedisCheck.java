package io.awsmasker.mapping;

import io.awsmasker.redis.EvictionPolicy;
import io.awsmasker.redis.RedisException;
import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether Redis can be trusted with mappings now: it takes a write, gives it back, and throws nothing away. A server that
 * does not tell its eviction policy passes, because managed ones forbid the question.
 */
final class RedisCheck {
    private static final String KEY = "aws:lock:check";
    private static final String GENERATION = "aws:stats:generation";
    private static final String SAFE_POLICY = "noeviction";

    private final RedisLink redis;

    RedisCheck(RedisLink redis) {
        this.redis = redis;
    }

    /** Succeeds with the generation of the data. */
    Future<String> run() {
        Request write = Request.cmd(Command.SET).arg(KEY).arg("1").arg("PX").arg(10_000);
        Request read = Request.cmd(Command.GET).arg(KEY);
        Request name = Request.cmd(Command.SET)
                .arg(GENERATION)
                .arg(UUID.randomUUID().toString())
                .arg("NX");
        Request generation = Request.cmd(Command.GET).arg(GENERATION);
        return redis.send(List.of(write, read, name, generation))
                .compose(answers -> "1".equals(text(answers.get(1)))
                        ? EvictionPolicy.of(redis).compose(policy -> kept(policy, text(answers.get(3))))
                        : failed("Redis did not give back what was written"));
    }

    private static Future<String> kept(String policy, String generation) {
        return policy.equals(SAFE_POLICY)
                ? Future.succeededFuture(generation)
                : failed("Redis evicts mappings: its maxmemory-policy is " + policy + ", set it to noeviction");
    }

    private static String text(@Nullable Response answer) {
        return answer == null ? "" : answer.toString();
    }

    private static <T> Future<T> failed(String message) {
        return Future.failedFuture(new RedisException(Reason.OPERATION, message));
    }
}
