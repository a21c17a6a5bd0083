package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.gateway.settings.CacheSettings;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.MappingSettings;
import io.awsmasker.mapping.AnswerCache;
import io.awsmasker.mapping.CacheLimits;
import io.awsmasker.mapping.ClusterMappings;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.InMemoryOwnership;
import io.awsmasker.mapping.InMemoryRecollections;
import io.awsmasker.mapping.MappingException;
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
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mapping.Upkeep;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that this gateway uses: Redis or memory as configured, under guard, behind a near cache. The guard stands
 * between cache and store, so that a cached value is no proof of the store's health.
 */
@Singleton
public class MappingStore implements Mappings {
    private static final Logger LOG = Logger.getLogger(MappingStore.class);
    private static final int NOTES_IN_MEMORY = 100_000;
    private static final long CACHED_ENTRIES = 100_000;

    private static final int ENTRIES_IN_MEMORY = 10_000;

    private final StoreGuard guard;
    private final String mode;
    private final Mappings store;
    private final Mappings mappings;
    private final Mappings lasting;
    private final Ownership ownership;
    private final Recollections recollections;
    private final AnswerCache answers;
    private final Upkeep upkeep;
    private final @Nullable NearCache nearCache;
    private final @Nullable RedisLink link;
    /** True until the store has answered once: a wrong encryption key is found before the first request. */
    private volatile boolean doubt = true;

    MappingStore(Vertx vertx, GatewaySettings all, StoreGuard guard, OpenRequests requests) {
        this.guard = guard;
        MappingSettings settings = all.mapping();
        if (all.redis().isPresent()) {
            StoredTexts texts = all.texts();
            CacheSettings cache = all.cache();
            MappingLimits limits = limits(settings, 0);
            RedisSettings redis = all.redis().get();
            this.mode = redis.mode().toString();
            this.link = new RedisLink(vertx, redis);
            this.store =
                    link.cluster() ? new ClusterMappings(link, texts, limits) : new RedisMappings(link, texts, limits);
            this.upkeep = new RedisUpkeep(link, texts, limits);
            this.nearCache = new NearCache(new GuardedMappings(store, guard), settings.ttl(), CACHED_ENTRIES);
            this.mappings = nearCache;
            LOG.infof("mappings are %s", texts.equals(StoredTexts.CLEAR) ? "not encrypted" : "encrypted");
            MappingLimits stored = new MappingLimits(settings.storedTtl(), limits.maxEntries(), limits.newPerMinute());
            this.lasting = new GuardedMappings(
                    link.cluster() ? new ClusterMappings(link, texts, stored) : new RedisMappings(link, texts, stored),
                    guard);
            this.ownership = new GuardedOwnership(new RedisOwnership(link, settings.storedTtl()), guard);
            this.recollections = new GuardedRecollections(new RedisRecollections(link, texts, settings.ttl()), guard);
            this.answers = new RedisAnswerCache(
                    link, texts, new CacheLimits(cache.ttl(), cache.maxAnswers(), cache.maxBytes()));
        } else {
            LOG.warn(
                    "mappings are kept in the memory of this instance only: for trying out, not for more than one instance");
            InMemoryMappings memory = new InMemoryMappings(limits(settings, ENTRIES_IN_MEMORY), requests::oldest);
            this.mode = "memory";
            this.link = null;
            this.store = memory;
            this.upkeep = memory;
            this.nearCache = null;
            this.mappings = new GuardedMappings(store, guard);
            this.lasting = mappings;
            this.ownership =
                    new InMemoryOwnership(settings.maxEntries().orElse(ENTRIES_IN_MEMORY), settings.storedTtl());
            this.recollections = new InMemoryRecollections(NOTES_IN_MEMORY, settings.ttl());
            this.answers = AnswerCache.OFF;
        }
    }

    private static MappingLimits limits(MappingSettings settings, int maxEntries) {
        return new MappingLimits(settings.ttl(), settings.maxEntries().orElse(maxEntries), settings.maxNewPerMinute());
    }

    /** Where mappings are kept: {@code traditional}, {@code managed} or {@code memory}. */
    public String mode() {
        return mode;
    }

    /**
     * Completes when a request that carries text may be served: at once while nothing is wrong, and after the store has
     * answered when there is doubt, whatever the near cache holds.
     */
    public CompletionStage<?> admit() {
        return guard.closed() && !doubt ? CompletableFuture.completedStage(null) : check();
    }

    /** The work's result, once {@link #admit() admitted}. */
    <T> CompletionStage<T> admitted(Supplier<CompletionStage<T>> work) {
        return admit().thenCompose(admitted -> work.get());
    }

    /** The same mappings for what Anthropic keeps: whatever is used through these lives for {@code stored-ttl}. */
    Mappings lasting() {
        return lasting;
    }

    /** The ids of what tenants keep at Anthropic. */
    Ownership ownership() {
        return ownership;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return mappings.tokensFor(tenant, identifiers)
                .whenComplete((tokens, fault) -> doubt = doubt || isOfStore(fault));
    }

    /** What a tenant may not do says nothing about the store, and must not cost the others a check. */
    private static boolean isOfStore(@Nullable Throwable fault) {
        return fault != null
                && !(Refusals.cause(fault) instanceof MappingException refusal
                        && refusal.reason().isOfTenant());
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        return mappings.originalsOf(tenant, tokens).whenComplete((originals, fault) -> doubt = doubt || fault != null);
    }

    /** What was exchanged with Claude before, in the same store. */
    public Recollections recollections() {
        return recollections;
    }

    /** Answers that were given before, in the same store but past the guard: that they are missing blocks nobody. */
    AnswerCache answers() {
        return answers;
    }

    @Override
    public CompletionStage<String> check() {
        return mappings.check().whenComplete((generation, fault) -> doubt = fault != null);
    }

    /** Asks the store itself, past guard and cache: what is the matter right now. */
    public CompletionStage<String> probe() {
        return store.check().whenComplete((generation, fault) -> doubt = doubt || fault != null);
    }

    /** Erases one value and its token, or all that is kept of a tenant if that is null; near caches forget it too. */
    public CompletionStage<Long> erase(Tenant tenant, @Nullable String value) {
        return (value == null ? eraseAll(tenant) : upkeep.erase(tenant, value))
                .whenComplete((erased, fault) -> forget());
    }

    private CompletionStage<Long> eraseAll(Tenant tenant) {
        return upkeep.eraseAll(tenant)
                .thenCompose(erased -> ownership
                        .forget(tenant)
                        .thenCompose(done -> recollections.forget(tenant))
                        .thenCompose(done -> answers.forget(tenant))
                        .thenApply(done -> erased));
    }

    /** Removes what has expired, is broken, or is more than there may be. */
    public CompletionStage<Upkeep.Cleanup> cleanup() {
        return upkeep.cleanup().whenComplete((done, fault) -> forget());
    }

    private void forget() {
        if (nearCache != null) {
            nearCache.forget();
        }
    }

    @PreDestroy
    void close() {
        if (link != null) {
            link.close();
        }
    }
}
