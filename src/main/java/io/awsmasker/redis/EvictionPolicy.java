package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Redis throws away when its memory is full. Every master is asked, since one that evicts is enough to lose mappings;
 * what does not tell passes with a warning, because managed servers forbid the question.
 */
final class EvictionPolicy {
    private static final Logger LOG = Logger.getLogger(EvictionPolicy.class);
    private static final String SAFE = "noeviction";
    private static final String UNKNOWN = "";
    private static final Pattern LINE = Pattern.compile("(?m)^maxmemory_policy:([a-z-]+)");

    private final RedisLink redis;
    private final AtomicBoolean told = new AtomicBoolean();

    EvictionPolicy(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * The policy of a master that evicts, or else {@code noeviction}. Masters that cannot be reached are left out, as their
     * keys cannot be used anyway; fails with {@link RedisException} when that is all of them. ElastiCache Serverless is not
     * asked: its answer is {@code volatile-lru}, which nobody can change.
     */
    Future<String> read() {
        if (redis.serverless()) {
            return Future.succeededFuture(SAFE);
        }
        return redis.masters().compose(masters -> {
            List<Future<String>> policies =
                    masters.stream().map(EvictionPolicy::of).toList();
            return Future.join(policies)
                    .otherwiseEmpty()
                    .compose(done -> Future.any(policies))
                    .map(any -> worst(policies.stream()
                            .filter(Future::succeeded)
                            .map(Future::result)
                            .toList()));
        });
    }

    private String worst(List<String> policies) {
        warn(policies.contains(UNKNOWN));
        return policies.stream()
                .filter(policy -> !policy.equals(UNKNOWN) && !policy.equals(SAFE))
                .findFirst()
                .orElse(SAFE);
    }

    /** Once, however often it is asked, until it could be told. */
    private void warn(boolean unknown) {
        if (told.getAndSet(unknown) != unknown && unknown) {
            LOG.warn("whether Redis evicts cannot be checked: the user may run neither INFO nor CONFIG; "
                    + "give it +info or +config|get, or see to it that maxmemory-policy is noeviction");
        }
    }

    private static Future<String> of(RedisMaster master) {
        return ask(master, Request.cmd(Command.CONFIG).arg("GET").arg("maxmemory-policy"))
                .map(answer -> text(answer == null ? null : answer.get("maxmemory-policy")))
                .recover(failure -> ifForbidden(failure, () -> fromInfo(master)))
                .recover(failure -> ifForbidden(failure, () -> Future.succeededFuture(UNKNOWN)));
    }

    private static Future<String> fromInfo(RedisMaster master) {
        return ask(master, Request.cmd(Command.INFO).arg("memory")).map(answer -> {
            var line = LINE.matcher(text(answer));
            return line.find() ? line.group(1) : UNKNOWN;
        });
    }

    private static Future<@Nullable Response> ask(RedisMaster master, Request request) {
        return master.send(List.of(request)).map(answers -> answers.get(0));
    }

    private static Future<String> ifForbidden(Throwable failure, Supplier<Future<String>> otherwise) {
        return failure instanceof RedisException fault && fault.reason() == Reason.OPERATION
                ? otherwise.get()
                : Future.failedFuture(failure);
    }

    private static String text(@Nullable Response answer) {
        return answer == null ? "" : answer.toString();
    }
}
