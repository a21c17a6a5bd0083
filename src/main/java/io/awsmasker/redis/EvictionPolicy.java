package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Redis throws away when its memory is full. Every master is asked, since one that evicts is enough to lose mappings;
 * what does not tell passes with a warning, because managed servers forbid the question. What a user may not ask is asked
 * again only some minutes later, because each time is a line in the security log of the server.
 */
final class EvictionPolicy {
    private static final Logger LOG = Logger.getLogger(EvictionPolicy.class);
    private static final String SAFE = "noeviction";
    private static final String UNKNOWN = "";
    private static final Pattern LINE = Pattern.compile("(?m)^maxmemory_policy:([a-z-]+)");

    static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(5);

    private final RedisLink redis;
    private final LongSupplier nanos;
    /** When a command on a server was denied last. */
    private final Map<String, Long> denied = new ConcurrentHashMap<>();

    private final AtomicBoolean told = new AtomicBoolean();

    EvictionPolicy(RedisLink redis, LongSupplier nanos) {
        this.redis = redis;
        this.nanos = nanos;
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
            List<Future<String>> policies = masters.stream().map(this::of).toList();
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

    private Future<String> of(RedisMaster master) {
        return ask(master, Request.cmd(Command.INFO).arg("memory")).compose(info -> {
            var line = LINE.matcher(text(info));
            return line.find() ? Future.succeededFuture(line.group(1)) : fromConfig(master);
        });
    }

    private Future<String> fromConfig(RedisMaster master) {
        return ask(master, Request.cmd(Command.CONFIG).arg("GET").arg("maxmemory-policy"))
                .map(answer -> text(answer == null ? null : answer.get("maxmemory-policy")));
    }

    /** Succeeds with null for what the server forbids or does not know. */
    private Future<@Nullable Response> ask(RedisMaster master, Request request) {
        String question = request.command() + " " + master.name();
        Long last = denied.get(question);
        if (last != null && nanos.getAsLong() - last < ASKED_AGAIN_AFTER.toNanos()) {
            return Future.succeededFuture();
        }
        return master.send(List.of(request))
                .<@Nullable Response>map(answers -> {
                    denied.remove(question);
                    return answers.get(0);
                })
                .recover(failure -> {
                    if (RedisFault.denies(failure)) {
                        denied.put(question, nanos.getAsLong());
                    }
                    return failure instanceof RedisException fault && fault.reason() == Reason.OPERATION
                            ? Future.succeededFuture()
                            : Future.failedFuture(failure);
                });
    }

    private static String text(@Nullable Response answer) {
        return answer == null ? UNKNOWN : answer.toString();
    }
}
