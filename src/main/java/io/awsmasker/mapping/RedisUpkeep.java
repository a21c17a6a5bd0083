package io.awsmasker.mapping;

import io.awsmasker.mapping.StoredTexts.Text;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Erases mappings in Redis, standalone or cluster, one key at a time. The mask key goes first, so that nobody is led to a
 * token that has lost its meaning; and every erasure is counted in Redis, so that the near caches of all instances forget.
 */
public final class RedisUpkeep implements Upkeep {
    private final RedisLink redis;
    private final StoredTexts texts;
    private final MappingLimits limits;
    private final TenantKeys keys;

    /** @param texts in what form originals stand in Redis */
    public RedisUpkeep(RedisLink redis, StoredTexts texts, MappingLimits limits) {
        this.redis = redis;
        this.texts = texts;
        this.limits = limits;
        this.keys = new TenantKeys(redis);
    }

    /** Walks over all tokens of the tenant, because a value may have had others before the one that it has now. */
    @Override
    public CompletionStage<Long> erase(Tenant tenant, String value) {
        Text text = texts.of(tenant, value);
        KeyNames names = new KeyNames(tenant);
        List<String> maskKeys = new ArrayList<>(List.of(names.mask(text.name())));
        if (text.otherName() != null) {
            maskKeys.add(names.mask(text.otherName()));
        }
        AtomicLong erased = new AtomicLong();
        return Failures.named(keys.delete(maskKeys)
                .compose(gone ->
                        new KeyScan(redis).each(names.unmaskPrefix(), found -> eraseFrom(found, tenant, text, erased)))
                .compose(gone -> keys.delete(maskKeys))
                .compose(gone -> forgotten())
                .map(gone -> erased.get()));
    }

    private Future<Void> eraseFrom(List<String> found, Tenant tenant, Text text, AtomicLong erased) {
        List<String> tokens = found.stream()
                .filter(key -> KeyOwner.ofUnmask(key).tenant().equals(tenant))
                .toList();
        Trips trips = new Trips(redis);
        List<String> holding = new ArrayList<>();
        tokens.forEach(key -> trips.ask(Request.cmd(Command.GET).arg(key)).onSuccess(answer -> {
            if (answer != null && text.isStoredAs(half(answer.toString()).content())) {
                holding.add(key);
            }
        }));
        return trips.run().compose(read -> keys.delete(holding)).map(gone -> {
            erased.addAndGet(gone);
            return null;
        });
    }

    @Override
    public CompletionStage<Long> eraseAll(Tenant tenant) {
        return Failures.named(keys.delete(tenant, KeyNames.MASK)
                .compose(texts -> keys.delete(tenant, KeyNames.UNMASK))
                .compose(erased -> forgotten().map(erased)));
    }

    @Override
    public CompletionStage<Cleanup> cleanup() {
        RedisLock lock = new RedisLock(redis, "cleanup");
        return Failures.named(lock.acquire()
                .compose(mine -> mine
                        ? new RedisCleanup(redis, texts, limits, lock)
                                .run()
                                .compose(done -> done.overLimit() + done.broken() > 0
                                        ? forgotten().map(told -> done)
                                        : Future.succeededFuture(done))
                                .eventually(() -> lock.release())
                        : Future.succeededFuture(Cleanup.ELSEWHERE)));
    }

    private Half half(String value) {
        return redis.cluster() ? Half.parse(value) : Half.complete(value);
    }

    private Future<Void> forgotten() {
        return redis.send(List.of(Request.cmd(Command.INCR).arg(RedisCheck.FORGOTTEN)))
                .mapEmpty();
    }
}
