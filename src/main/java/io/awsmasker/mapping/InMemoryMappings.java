package io.awsmasker.mapping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mappings in this process only, for trying the gateway out with nothing installed. They end with the process, and a
 * tenant that has more than the limit loses those that it has not used for longest.
 */
public final class InMemoryMappings implements Mappings {
    private final Map<Tenant, TenantMappings> tenants = new ConcurrentHashMap<>();
    private final int maxEntries;
    private final Duration ttl;
    private final InstantSource clock;

    /**
     * @param maxEntries how many mappings a tenant may have, at least 1
     * @param ttl how long a mapping lives after its last use
     */
    public InMemoryMappings(int maxEntries, Duration ttl) {
        this(maxEntries, ttl, InstantSource.system());
    }

    InMemoryMappings(int maxEntries, Duration ttl, InstantSource clock) {
        this.maxEntries = maxEntries;
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return CompletableFuture.completedFuture(of(tenant).tokensFor(identifiers));
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        return CompletableFuture.completedFuture(of(tenant).originalsOf(tokens));
    }

    @Override
    public CompletionStage<String> check() {
        return CompletableFuture.completedFuture("memory");
    }

    private TenantMappings of(Tenant tenant) {
        return tenants.computeIfAbsent(tenant, id -> new TenantMappings(maxEntries, ttl, clock));
    }
}
