package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.InMemoryRecollections;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.NearCache;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.RedisMappings;
import io.awsmasker.mapping.RedisRecollections;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.redis.SettingsException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that this gateway uses: Redis or memory as configured, under guard, behind a near cache. The guard stands
 * between cache and store, so that a cached value is no proof of the store's health.
 */
@Singleton
public class MappingStore implements Mappings {
    private static final Logger LOG = Logger.getLogger(MappingStore.class);
    private static final long CACHED_ENTRIES = 100_000;
    private static final Duration SHORTEST_TTL = Duration.ofMinutes(1);

    private final StoreGuard guard;
    private final String mode;
    private final Mappings store;
    private final Mappings mappings;
    private final Recollections recollections;
    private final @Nullable RedisLink link;
    private volatile boolean doubt;

    MappingStore(Vertx vertx, MappingSettings settings, Config config, StoreGuard guard) {
        this.guard = guard;
        check(settings);
        if (settings.useRedis()) {
            RedisSettings redis = redis(config);
            this.mode = "traditional";
            this.link = new RedisLink(vertx, redis);
            this.store = new RedisMappings(link, settings.ttl());
            this.mappings = new NearCache(new Guarded(store, guard), settings.ttl(), CACHED_ENTRIES);
            this.recollections = new GuardedRecollections(new RedisRecollections(link, settings.ttl()), guard);
        } else {
            LOG.warn(
                    "mappings are kept in the memory of this instance only: for trying out, not for more than one instance");
            this.mode = "memory";
            this.link = null;
            this.store = new InMemoryMappings(settings.maxEntries(), settings.ttl());
            this.mappings = new Guarded(store, guard);
            this.recollections = new InMemoryRecollections(settings.maxEntries(), settings.ttl());
        }
    }

    private static void check(MappingSettings settings) {
        if (settings.ttl().compareTo(SHORTEST_TTL) < 0 || settings.maxEntries() < 1) {
            throw new ConfigurationException(
                    "AWS_MASKER_4001 INVALID_CONFIGURATION: masker.mapping.ttl must be at least "
                            + "1m, and masker.mapping.max-entries at least 1");
        }
    }

    private static RedisSettings redis(Config config) {
        try {
            return RedisSettings.from(name -> config.getOptionalValue(name, String.class));
        } catch (SettingsException e) {
            throw new ConfigurationException("AWS_MASKER_4001 INVALID_CONFIGURATION: " + e.getMessage());
        }
    }

    /** Where mappings are kept: {@code traditional} or {@code memory}. */
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

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return mappings.tokensFor(tenant, identifiers);
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        return mappings.originalsOf(tenant, tokens);
    }

    /** What was exchanged with Claude before, in the same store. */
    public Recollections recollections() {
        return recollections;
    }

    @Override
    public CompletionStage<String> check() {
        return mappings.check().whenComplete((generation, fault) -> doubt = fault != null);
    }

    /** Asks the store itself, past guard and cache: what is the matter right now. */
    public CompletionStage<String> probe() {
        return store.check().whenComplete((generation, fault) -> doubt = doubt || fault != null);
    }

    @PreDestroy
    void close() {
        if (link != null) {
            link.close();
        }
    }

    private record Guarded(Mappings store, StoreGuard guard) implements Mappings {
        @Override
        public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
            return guard.call(() -> store.tokensFor(tenant, identifiers));
        }

        @Override
        public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
            return guard.call(() -> store.originalsOf(tenant, tokens));
        }

        @Override
        public CompletionStage<String> check() {
            return guard.call(store::check);
        }
    }

    private record GuardedRecollections(Recollections store, StoreGuard guard) implements Recollections {
        @Override
        public CompletionStage<Map<String, String>> recall(Tenant tenant, Kind kind, Collection<String> hashes) {
            return guard.call(() -> store.recall(tenant, kind, hashes));
        }

        @Override
        public CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> notes) {
            return guard.call(() -> store.remember(tenant, kind, notes));
        }
    }
}
