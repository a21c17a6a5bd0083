package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Redis throws away when its memory is full. Every master is asked, since one that evicts is enough to lose mappings;
 * what does not tell passes, because managed servers forbid the question.
 */
public final class EvictionPolicy {
    private static final String SAFE = "noeviction";
    private static final Pattern LINE = Pattern.compile("(?m)^maxmemory_policy:([a-z-]+)");

    private EvictionPolicy() {}

    /**
     * The policy of a master that evicts, or else {@code noeviction}. Masters that cannot be reached are left out, as their
     * keys cannot be used anyway; fails with {@link RedisException} when that is all of them. ElastiCache Serverless is not
     * asked: its answer is {@code volatile-lru}, which nobody can change.
     */
    public static Future<String> of(RedisLink redis) {
        if (redis.serverless()) {
            return Future.succeededFuture(SAFE);
        }
        return redis.masters().compose(masters -> {
            List<Future<String>> policies =
                    masters.stream().map(EvictionPolicy::of).toList();
            return Future.join(policies)
                    .otherwiseEmpty()
                    .compose(done -> Future.any(policies))
                    .map(any -> policies.stream()
                            .filter(Future::succeeded)
                            .map(Future::result)
                            .filter(policy -> !policy.isEmpty() && !policy.equals(SAFE))
                            .findFirst()
                            .orElse(SAFE));
        });
    }

    private static Future<String> of(RedisMaster master) {
        return ask(master, Request.cmd(Command.CONFIG).arg("GET").arg("maxmemory-policy"))
                .map(answer -> text(answer == null ? null : answer.get("maxmemory-policy")))
                .recover(failure -> ifForbidden(failure, () -> fromInfo(master)))
                .recover(failure -> ifForbidden(failure, () -> Future.succeededFuture("")));
    }

    private static Future<String> fromInfo(RedisMaster master) {
        return ask(master, Request.cmd(Command.INFO).arg("memory")).map(answer -> {
            var line = LINE.matcher(text(answer));
            return line.find() ? line.group(1) : "";
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
