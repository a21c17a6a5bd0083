package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Owned ids in Redis, shared by all instances: {@code aws:owned:<tenant>:<id>}. One key for each id and one command for each
 * key, so that a cluster may keep them wherever it likes; one round trip for up to {@value RedisLink#MAX_REQUESTS} of them.
 */
public final class RedisOwnership implements Ownership {
    private final RedisLink redis;
    private final Duration life;

    /** @param life how long an id is kept after it was remembered, at least a millisecond */
    public RedisOwnership(RedisLink redis, Duration life) {
        this.redis = redis;
        this.life = life;
    }

    @Override
    public CompletionStage<Void> remember(Tenant tenant, Collection<String> ids) {
        KeyNames names = new KeyNames(tenant);
        Function<String, Request> set = id ->
                Request.cmd(Command.SET).arg(names.owned(id)).arg("1").arg("PX").arg(life.toMillis());
        return Failures.named(ask(List.copyOf(ids), set).mapEmpty());
    }

    @Override
    public CompletionStage<Set<String>> foreign(Tenant tenant, Collection<String> ids) {
        List<String> asked = List.copyOf(ids);
        KeyNames names = new KeyNames(tenant);
        Function<String, Request> exists = id -> Request.cmd(Command.EXISTS).arg(names.owned(id));
        return Failures.named(ask(asked, exists).map(answers -> {
            Set<String> foreign = new LinkedHashSet<>();
            for (int i = 0; i < asked.size(); i++) {
                if (answers.get(i).toInteger() != 1) {
                    foreign.add(asked.get(i));
                }
            }
            return foreign;
        }));
    }

    @Override
    public CompletionStage<Void> forget(Tenant tenant) {
        return Failures.named(
                new TenantKeys(redis).delete(tenant, KeyNames.OWNED).mapEmpty());
    }

    private Future<List<Response>> ask(List<String> ids, Function<String, Request> request) {
        Future<List<Response>> answers = Future.succeededFuture(new ArrayList<>(ids.size()));
        for (int start = 0; start < ids.size(); start += RedisLink.MAX_REQUESTS) {
            List<Request> trip = ids.subList(start, Math.min(ids.size(), start + RedisLink.MAX_REQUESTS)).stream()
                    .map(request)
                    .toList();
            answers = answers.compose(before -> redis.send(trip).map(some -> {
                before.addAll(some);
                return before;
            }));
        }
        return answers;
    }
}
