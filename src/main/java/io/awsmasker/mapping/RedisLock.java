package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.UUID;

/**
 * A lock that one instance holds at a time, under {@code aws:lock:*}. It ends by itself soon after its holder has died, and
 * only the holder renews or releases it, which the token in it tells.
 */
final class RedisLock {
    private static final long LIFE_MILLIS = 30_000;
    private static final String RENEW = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0""";
    private static final String RELEASE = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0""";

    private final RedisLink redis;
    private final String key;
    private final String token = UUID.randomUUID().toString();

    RedisLock(RedisLink redis, String name) {
        this.redis = redis;
        this.key = "aws:lock:" + name;
    }

    /** Succeeds with whether this instance holds the lock now. */
    Future<Boolean> acquire() {
        return redis.send(List.of(Request.cmd(Command.SET)
                        .arg(key)
                        .arg(token)
                        .arg("NX")
                        .arg("PX")
                        .arg(LIFE_MILLIS)))
                .map(answers -> answers.get(0) != null);
    }

    /** Fails when the lock has been lost, so that the work under it stops. */
    Future<Void> renew() {
        return script(RENEW)
                .compose(held -> held
                        ? Future.succeededFuture()
                        : Future.failedFuture(new MappingException(Reason.OPERATION, "the lock in Redis was lost")));
    }

    Future<Void> release() {
        return script(RELEASE).mapEmpty();
    }

    private Future<Boolean> script(String source) {
        return redis.send(List.of(Request.cmd(Command.EVAL)
                        .arg(source)
                        .arg(1)
                        .arg(key)
                        .arg(token)
                        .arg(LIFE_MILLIS)))
                .map(answers -> answers.get(0).toLong() == 1);
    }
}
