package io.awsmasker.mapping;

import io.awsmasker.mapping.StoredTexts.Text;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
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
 * in front of text, token and class; with encryption the text is replaced by its name, and in values sealed.
 *
 * <p>Texts, known or new, cost one round trip for every 16,384 of them. Each use refreshes both keys of a mapping; the
 * unmask key lives twice as long, so that a text never has a token that has lost its meaning. Counters live for ever.
 */
public final class RedisMappings implements Mappings {
    /** Keeps Redis busy for about a millisecond at a time, so that others are served in between. */
    private static final int TEXTS_PER_SCRIPT = 256;

    private static final int SCRIPTS_PER_TRIP = 64;

    private final RedisLink redis;
    private final StoredTexts texts;
    private final MappingLimits limits;

    /** @param texts in what form originals stand in Redis */
    public RedisMappings(RedisLink redis, StoredTexts texts, MappingLimits limits) {
        this.redis = redis;
        this.texts = texts;
        this.limits = limits;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        KeyNames keys = new KeyNames(tenant);
        List<Identifier> ordered = LiteralsLast.of(identifiers);
        Function<List<Identifier>, Request> script = some -> {
            Request request = script(RedisScripts.TOKENS_FOR, keys)
                    .arg(keys.counterPrefix())
                    .arg(texts.other() == null ? 3 : 5);
            some.forEach(one -> value(request, tenant, one));
            return request;
        };
        return Failures.named(ask(ordered, script).map(tokens -> {
            Map<String, String> answers = new HashMap<>();
            for (int i = 0; i < tokens.size(); i++) {
                answers.put(ordered.get(i).value(), tokens.get(i));
            }
            return answers;
        }));
    }

    private void value(Request request, Tenant tenant, Identifier one) {
        Text text = texts.of(tenant, one.value());
        request.arg(one.isLiteral() ? " " + one.value() : one.tokenClass())
                .arg(text.name())
                .arg(text.stored());
        String otherName = text.otherName();
        String otherStored = text.otherStored();
        if (otherName != null && otherStored != null) {
            request.arg(otherName).arg(otherStored);
        }
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        KeyNames keys = new KeyNames(tenant);
        Map<String, String> answers = new HashMap<>();
        tokens.forEach(token -> answers.put(token, token));
        List<String> asked =
                answers.keySet().stream().filter(TokenShape::matches).toList();
        Function<List<String>, Request> script = some -> {
            Request request = script(RedisScripts.ORIGINALS_OF, keys);
            some.forEach(token -> request.arg(token).arg(texts.current().stored(tenant, token)));
            return request;
        };
        return Failures.named(ask(asked, script).map(originals -> {
            for (int i = 0; i < originals.size(); i++) {
                answers.put(asked.get(i), texts.text(tenant, originals.get(i)));
            }
            return answers;
        }));
    }

    @Override
    public CompletionStage<String> check() {
        return Failures.named(new RedisCheck(redis, texts).run());
    }

    private Request script(String source, KeyNames keys) {
        long ttl = limits.ttl().toMillis();
        return Request.cmd(Command.EVAL)
                .arg(source)
                .arg(0)
                .arg(keys.maskPrefix())
                .arg(keys.scopedMaskPrefix())
                .arg(keys.unmaskPrefix())
                .arg(ttl)
                .arg(2 * ttl)
                .arg(texts.current().nameLength())
                .arg(NewValues.window(keys))
                .arg(limits.newPerMinute());
    }

    /** One answer for each item, in their order, trip after trip. */
    private <T> Future<List<String>> ask(List<T> items, Function<List<T>, Request> script) {
        Future<List<String>> answers = Future.succeededFuture(new ArrayList<>(items.size()));
        for (List<T> trip : Parts.of(items, TEXTS_PER_SCRIPT * SCRIPTS_PER_TRIP)) {
            answers = answers.compose(before -> {
                List<Request> requests =
                        Parts.of(trip, TEXTS_PER_SCRIPT).stream().map(script).toList();
                return redis.send(requests).map(responses -> {
                    long refused = responses.stream()
                            .filter(response -> response.type() == ResponseType.NUMBER)
                            .mapToLong(Response::toLong)
                            .sum();
                    if (refused > 0) {
                        throw NewValues.refusal(refused, limits.newPerMinute());
                    }
                    responses.forEach(response -> response.forEach(text -> before.add(text.toString())));
                    return before;
                });
            });
        }
        return answers;
    }
}
