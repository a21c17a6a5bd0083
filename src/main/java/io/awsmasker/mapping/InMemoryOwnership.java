package io.awsmasker.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Owned ids of this process only, beside {@link InMemoryMappings}; those that were made longest ago make room. */
public final class InMemoryOwnership implements Ownership {
    private final Map<TenantText, Instant> ends = new LinkedHashMap<>();
    private final int maxEntries;
    private final Duration life;
    private final InstantSource clock;

    /**
     * @param maxEntries how many ids are kept for all tenants together, at least 1
     * @param life how long an id is kept after it was remembered
     */
    public InMemoryOwnership(int maxEntries, Duration life) {
        this(maxEntries, life, InstantSource.system());
    }

    InMemoryOwnership(int maxEntries, Duration life, InstantSource clock) {
        this.maxEntries = maxEntries;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<Void> remember(Tenant tenant, Collection<String> ids) {
        for (String id : ids) {
            TenantText key = new TenantText(tenant, id);
            ends.remove(key);
            ends.put(key, clock.instant().plus(life));
            if (ends.size() > maxEntries) {
                ends.remove(ends.keySet().iterator().next());
            }
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Set<String>> foreign(Tenant tenant, Collection<String> ids) {
        Instant now = clock.instant();
        Set<String> foreign = new LinkedHashSet<>();
        for (String id : ids) {
            Instant end = ends.get(new TenantText(tenant, id));
            if (end == null || !end.isAfter(now)) {
                foreign.add(id);
            }
        }
        return CompletableFuture.completedStage(foreign);
    }

    @Override
    public synchronized CompletionStage<Void> forget(Tenant tenant) {
        ends.keySet().removeIf(key -> key.tenant().equals(tenant));
        return CompletableFuture.completedStage(null);
    }
}
