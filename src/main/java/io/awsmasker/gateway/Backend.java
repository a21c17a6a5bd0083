package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.gateway.settings.CacheSettings;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.MappingSettings;
import io.awsmasker.mapping.AnswerCache;
import io.awsmasker.mapping.CacheLimits;
import io.awsmasker.mapping.ClusterMappings;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.InMemoryOwnership;
import io.awsmasker.mapping.InMemoryRecollections;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.NearCache;
import io.awsmasker.mapping.Ownership;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.RedisAnswerCache;
import io.awsmasker.mapping.RedisMappings;
import io.awsmasker.mapping.RedisOwnership;
import io.awsmasker.mapping.RedisRecollections;
import io.awsmasker.mapping.RedisUpkeep;
import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.mapping.Upkeep;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Where all is kept that outlives a request: Redis, or the memory of this instance for trying out. The guard stands between near
 * cache and Redis, so that a cached value is no proof of the store's health.
 *
 * @param mode where mappings are kept: {@code traditional}, {@code managed} or {@code memory}
 * @param store the mappings past guard and cache
 * @param mappings the mappings that requests use
 * @param lasting the same for what Anthropic keeps: whatever is used through these lives for {@code stored-ttl}
 * @param answers past the guard: that they are missing blocks nobody
 * @param forget empties the near cache
 * @param close ends the connections
 */
record Backend(
        String mode,
        Mappings store,
        Mappings mappings,
        Mappings lasting,
        Ownership ownership,
        Recollections recollections,
        AnswerCache answers,
        Upkeep upkeep,
        Runnable forget,
        Runnable close) {
    private static final Logger LOG = Logger.getLogger(Backend.class);
    private static final int NOTES_IN_MEMORY = 100_000;
    private static final int ENTRIES_IN_MEMORY = 10_000;
    private static final long CACHED_ENTRIES = 100_000;

    static Backend of(Vertx vertx, GatewaySettings settings, StoreGuard guard, OpenRequests requests) {
        return settings.redis()
                .map(redis -> redis(vertx, redis, settings, guard))
                .orElseGet(() -> memory(settings.mapping(), guard, requests));
    }

    private static Backend redis(Vertx vertx, RedisSettings redis, GatewaySettings all, StoreGuard guard) {
        MappingSettings settings = all.mapping();
        StoredTexts texts = all.texts();
        CacheSettings cache = all.cache();
        RedisLink link = new RedisLink(vertx, redis);
        MappingLimits limits = limits(settings, 0);
        Mappings store = mappings(link, texts, limits);
        NearCache near = new NearCache(new GuardedMappings(store, guard), settings.ttl(), CACHED_ENTRIES);
        LOG.infof("mappings are %s", texts.equals(StoredTexts.CLEAR) ? "not encrypted" : "encrypted");
        MappingLimits stored = new MappingLimits(settings.storedTtl(), limits.maxEntries(), limits.newPerMinute());
        return new Backend(
                redis.mode().toString(),
                store,
                near,
                new GuardedMappings(mappings(link, texts, stored), guard),
                new GuardedOwnership(new RedisOwnership(link, settings.storedTtl()), guard),
                new GuardedRecollections(new RedisRecollections(link, texts, settings.ttl()), guard),
                new RedisAnswerCache(link, texts, new CacheLimits(cache.ttl(), cache.maxAnswers(), cache.maxBytes())),
                new RedisUpkeep(link, texts, limits),
                near::forget,
                link::close);
    }

    private static Mappings mappings(RedisLink link, StoredTexts texts, MappingLimits limits) {
        return link.cluster() ? new ClusterMappings(link, texts, limits) : new RedisMappings(link, texts, limits);
    }

    private static Backend memory(MappingSettings settings, StoreGuard guard, OpenRequests requests) {
        LOG.warn(
                "mappings are kept in the memory of this instance only: for trying out, not for more than one instance");
        InMemoryMappings memory = new InMemoryMappings(limits(settings, ENTRIES_IN_MEMORY), requests::oldest);
        Mappings guarded = new GuardedMappings(memory, guard);
        return new Backend(
                "memory",
                memory,
                guarded,
                guarded,
                new InMemoryOwnership(settings.maxEntries().orElse(ENTRIES_IN_MEMORY), settings.storedTtl()),
                new InMemoryRecollections(NOTES_IN_MEMORY, settings.ttl()),
                AnswerCache.OFF,
                memory,
                () -> {},
                () -> {});
    }

    private static MappingLimits limits(MappingSettings settings, int maxEntries) {
        return new MappingLimits(settings.ttl(), settings.maxEntries().orElse(maxEntries), settings.maxNewPerMinute());
    }
}
