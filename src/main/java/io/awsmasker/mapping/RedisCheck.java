package io.awsmasker.mapping;

import io.awsmasker.redis.RedisException;
import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether Redis can be trusted with mappings now: it takes a write, gives it back, and throws nothing away. A server that
 * does not tell its eviction policy passes, because managed ones forbid the question.
 */
final class RedisCheck {
    private static final String KEY = "aws:lock:check";
    private static final String GENERATION = "aws:stats:generation";
    private static final String SAFE_POLICY = "noeviction";
    private static final Pattern POLICY = Pattern.compile("(?m)^maxmemory_policy:([a-z-]+)");

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
                        ? policy().compose(policy -> kept(policy, text(answers.get(3))))
                        : failed("Redis did not give back what was written"));
    }

    private static Future<String> kept(String policy, String generation) {
        return policy.isEmpty() || policy.equals(SAFE_POLICY)
                ? Future.succeededFuture(generation)
                : failed("Redis evicts mappings: its maxmemory-policy is " + policy + ", set it to noeviction");
    }

    /** Empty when the server does not tell. */
    private Future<String> policy() {
        return one(Request.cmd(Command.CONFIG).arg("GET").arg("maxmemory-policy"))
                .map(answer -> text(answer.get("maxmemory-policy")))
                .recover(failure -> ifForbidden(failure, this::policyFromInfo))
                .recover(failure -> ifForbidden(failure, () -> Future.succeededFuture("")));
    }

    private Future<String> policyFromInfo() {
        return one(Request.cmd(Command.INFO).arg("memory")).map(answer -> {
            var line = POLICY.matcher(text(answer));
            return line.find() ? line.group(1) : "";
        });
    }

    private static Future<String> ifForbidden(Throwable failure, Supplier<Future<String>> otherwise) {
        return failure instanceof RedisException fault && fault.reason() == Reason.OPERATION
                ? otherwise.get()
                : Future.failedFuture(failure);
    }

    private Future<Response> one(Request request) {
        return redis.send(List.of(request)).map(answers -> answers.get(0));
    }

    private static String text(@Nullable Response answer) {
        return answer == null ? "" : answer.toString();
    }

    private static <T> Future<T> failed(String message) {
        return Future.failedFuture(new RedisException(Reason.OPERATION, message));
    }
}
