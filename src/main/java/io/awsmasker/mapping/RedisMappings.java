package io.awsmasker.mapping;

import io.awsmasker.redis.RedisException;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Mappings in a standalone Redis, shared by all instances: {@code aws:mask:<text>} to token, {@code aws:unmask:<token>}
 * to text, {@code aws:stats:counter:<class>} the last number given out. Tenants other than the default one have their id
 * in front of text, token and class.
 *
 * <p>Texts, known or new, cost one round trip for every 16,384 of them. Each use refreshes both keys of a mapping; the
 * unmask key lives twice as long, so that a text never has a token that has lost its meaning. Counters live for ever.
 */
public final class RedisMappings implements Mappings {
    /** Keeps Redis busy for about a millisecond at a time, so that others are served in between. */
    private static final int TEXTS_PER_SCRIPT = 256;

    private static final int SCRIPTS_PER_TRIP = 64;

    private final RedisLink redis;
    private final Duration ttl;

    /** @param ttl how long a mapping lives after its last use, at least a millisecond */
    public RedisMappings(RedisLink redis, Duration ttl) {
        this.redis = redis;
        this.ttl = ttl;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        List<Identifier> ordered = LiteralsLast.of(identifiers);
        Function<List<Identifier>, Request> script = some -> {
            Request request = script(RedisScripts.TOKENS_FOR, tenant).arg(prefix("aws:stats:counter:", tenant));
            some.forEach(
                    one -> request.arg(one.isLiteral() ? "" : one.tokenClass()).arg(one.value()));
            return request;
        };
        return answer(ask(ordered, script).map(tokens -> {
            Map<String, String> answers = new HashMap<>();
            for (int i = 0; i < tokens.size(); i++) {
                answers.put(ordered.get(i).value(), tokens.get(i));
            }
            return answers;
        }));
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        Map<String, String> answers = new HashMap<>();
        tokens.forEach(token -> answers.put(token, token));
        List<String> asked =
                answers.keySet().stream().filter(TokenShape::matches).toList();
        Function<List<String>, Request> script = some -> {
            Request request = script(RedisScripts.ORIGINALS_OF, tenant);
            some.forEach(request::arg);
            return request;
        };
        return answer(ask(asked, script).map(originals -> {
            for (int i = 0; i < originals.size(); i++) {
                answers.put(asked.get(i), originals.get(i));
            }
            return answers;
        }));
    }

    @Override
    public CompletionStage<String> check() {
        return answer(new RedisCheck(redis).run());
    }

    private Request script(String source, Tenant tenant) {
        return Request.cmd(Command.EVAL)
                .arg(source)
                .arg(0)
                .arg(prefix("aws:mask:", tenant))
                .arg("aws:mask:" + tenant.id() + ":")
                .arg(prefix("aws:unmask:", tenant))
                .arg(ttl.toMillis())
                .arg(2 * ttl.toMillis());
    }

    private static String prefix(String namespace, Tenant tenant) {
        return tenant.equals(Tenant.DEFAULT) ? namespace : namespace + tenant.id() + ":";
    }

    /** One answer for each item, in their order, trip after trip. */
    private <T> Future<List<String>> ask(List<T> items, Function<List<T>, Request> script) {
        Future<List<String>> answers = Future.succeededFuture(new ArrayList<>(items.size()));
        for (List<T> trip : parts(items, TEXTS_PER_SCRIPT * SCRIPTS_PER_TRIP)) {
            answers = answers.compose(before -> {
                List<Request> requests =
                        parts(trip, TEXTS_PER_SCRIPT).stream().map(script).toList();
                return redis.send(requests).map(responses -> {
                    for (Response response : responses) {
                        response.forEach(text -> before.add(text.toString()));
                    }
                    return before;
                });
            });
        }
        return answers;
    }

    private static <T> List<List<T>> parts(List<T> whole, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int start = 0; start < whole.size(); start += size) {
            parts.add(whole.subList(start, Math.min(start + size, whole.size())));
        }
        return parts;
    }

    private static <T> CompletionStage<T> answer(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(named(failure))).toCompletionStage();
    }

    private static MappingException named(Throwable failure) {
        if (failure instanceof RedisException fault && fault.getMessage() != null) {
            return new MappingException(
                    MappingException.Reason.valueOf(fault.reason().name()), fault.getMessage());
        }
        return new MappingException(MappingException.Reason.OPERATION, "the store gave an answer that makes no sense");
    }
}
