package io.awsmasker.mapping;

import io.awsmasker.mapping.Upkeep.Cleanup;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One cleanup of Redis. When a mapping was last used follows from how long its unmask key will still live. Which mappings
 * are the least recently used is told by a histogram of their ages, so the walk needs the same memory for any number of
 * them and is right to a thousandth of their life. Nothing is removed that has changed since it was read.
 */
final class RedisCleanup {
    /** Longer than any request lasts, so that no open one uses what has been idle for that long. */
    private static final long LONGEST_REQUEST_MILLIS = 3_600_000;

    private static final int BUCKETS = 1_000;

    private final RedisLink redis;
    private final StoredTexts texts;
    private final RedisLock lock;
    private final long ttl;
    private final long maxEntries;
    private final long[] ages = new long[BUCKETS + 1];
    private long expired;
    private long broken;
    private long overLimit;
    private long live;

    RedisCleanup(RedisLink redis, StoredTexts texts, MappingLimits limits, RedisLock lock) {
        this.redis = redis;
        this.texts = texts;
        this.lock = lock;
        this.ttl = limits.ttl().toMillis();
        this.maxEntries = limits.maxEntries();
    }

    Future<Cleanup> run() {
        return each(this::removeExpired)
                .compose(done -> excess() == 0 ? Future.succeededFuture() : each(this::removeOld))
                .compose(done -> new KeyScan(redis).each(KeyNames.MASK, this::removeBroken))
                .map(done -> new Cleanup(true, expired, broken, overLimit, live - overLimit));
    }

    private Future<Void> each(Predicate<Pair> wanted) {
        return new KeyScan(redis).each(KeyNames.UNMASK, keys -> lock.renew().compose(held -> pairs(keys, wanted)));
    }

    private long excess() {
        return maxEntries == 0 ? 0 : Math.max(0, live - maxEntries - overLimit);
    }

    /** Counts too. A text that has not been used for its time has lost its mask key by itself. */
    private boolean removeExpired(Pair pair) {
        if (pair.mask == null && pair.life <= ttl) {
            expired++;
            return true;
        }
        if (pair.leadsBack()) {
            live++;
            ages[bucket(pair)]++;
        }
        return false;
    }

    private boolean removeOld(Pair pair) {
        long idle = 2 * ttl - pair.life;
        boolean mayBeOpen = idle < Math.min(LONGEST_REQUEST_MILLIS, ttl / 2);
        if (excess() == 0 || !pair.leadsBack() || mayBeOpen || bucket(pair) < oldestToKeep()) {
            return false;
        }
        overLimit++;
        return true;
    }

    /** The bucket from which on all mappings together are what is too many, or a little more. */
    private int oldestToKeep() {
        long tooMany = live - maxEntries;
        int bucket = BUCKETS;
        for (long older = ages[bucket]; older < tooMany && bucket > 0; older += ages[bucket]) {
            bucket--;
        }
        return bucket;
    }

    private int bucket(Pair pair) {
        long idle = Math.max(0, Math.min(2 * ttl, 2 * ttl - pair.life));
        return (int) (idle * BUCKETS / (2 * ttl));
    }

    private Future<Void> pairs(List<String> keys, Predicate<Pair> unwanted) {
        Trips trips = new Trips(redis);
        List<Pair> pairs = new ArrayList<>();
        for (String key : keys) {
            Aged.read(trips, key)
                    .onSuccess(read -> read.ifPresent(unmask -> {
                        KeyOwner owner = KeyOwner.ofUnmask(key);
                        String name = texts.nameIn(half(unmask.value()).content());
                        String maskKey = new KeyNames(owner.tenant()).mask(name);
                        trips.ask(Request.cmd(Command.GET).arg(maskKey))
                                .onSuccess(mask -> pairs.add(new Pair(
                                        key,
                                        unmask.value(),
                                        unmask.millisOr(2 * ttl),
                                        maskKey,
                                        mask == null ? null : mask.toString(),
                                        owner.content())));
                    }));
        }
        return trips.run().compose(read -> {
            pairs.stream().filter(unwanted).forEach(pair -> {
                if (pair.mask != null) {
                    trips.ask(HalfStore.deletion(pair.maskKey, pair.mask));
                }
                trips.ask(HalfStore.deletion(pair.unmaskKey, pair.stored));
            });
            return trips.run();
        });
    }

    /** A text whose token has lost its meaning, or means another text. */
    private Future<Void> removeBroken(List<String> keys) {
        Trips trips = new Trips(redis);
        for (String key : keys) {
            KeyOwner owner = KeyOwner.ofMask(key);
            trips.ask(Request.cmd(Command.GET).arg(key)).onSuccess(mask -> {
                if (mask != null && half(mask.toString()).isFinal()) {
                    String unmaskKey = new KeyNames(owner.tenant()).unmask(mask.toString());
                    trips.ask(Request.cmd(Command.GET).arg(unmaskKey)).onSuccess(unmask -> {
                        if (unmask == null
                                || !texts.nameIn(half(unmask.toString()).content())
                                        .equals(owner.content())) {
                            broken++;
                            trips.ask(HalfStore.deletion(key, mask.toString()));
                        }
                    });
                }
            });
        }
        return lock.renew().compose(held -> trips.run());
    }

    private Half half(String value) {
        return redis.cluster() ? Half.parse(value) : Half.complete(value);
    }

    /** The two keys of a mapping as they were read; the token is what the unmask key is named after. */
    private record Pair(
            String unmaskKey,
            String stored,
            long life,
            String maskKey,
            @Nullable String mask,
            String token) {
        boolean leadsBack() {
            return mask != null && Half.parse(mask).content().equals(token);
        }
    }
}
