package io.awsmasker.mapping;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Mappings in this process only, for trying the gateway out with nothing installed. They end with the process, and a
 * tenant that has more than the limit loses those that it has not used for longest, but none that an open request uses.
 */
public final class InMemoryMappings implements Mappings, Upkeep {
    private final Map<Tenant, TenantMappings> tenants = new ConcurrentHashMap<>();
    private final MappingLimits limits;
    private final Supplier<Instant> oldestOpenRequest;
    private final InstantSource clock;

    /**
     * Mappings that keep within limits.
     *
     * @param oldestOpenRequest when the oldest of the requests began that are open now; any later time if there is none
     */
    public InMemoryMappings(MappingLimits limits, Supplier<Instant> oldestOpenRequest) {
        this(limits, oldestOpenRequest, InstantSource.system());
    }

    InMemoryMappings(MappingLimits limits, Supplier<Instant> oldestOpenRequest, InstantSource clock) {
        this.limits = limits;
        this.oldestOpenRequest = oldestOpenRequest;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return answer(() -> of(tenant).tokensFor(identifiers));
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        return answer(() -> of(tenant).originalsOf(tokens));
    }

    @Override
    public CompletionStage<String> check() {
        return CompletableFuture.completedFuture("memory");
    }

    @Override
    public CompletionStage<Long> erase(Tenant tenant, String value) {
        return answer(() -> of(tenant).erase(value));
    }

    @Override
    public CompletionStage<Long> eraseAll(Tenant tenant) {
        return answer(() -> of(tenant).eraseAll());
    }

    @Override
    public CompletionStage<Cleanup> cleanup() {
        return answer(() -> tenants.values().stream()
                .map(TenantMappings::cleanup)
                .reduce(
                        new Cleanup(true, 0, 0, 0, 0),
                        (a, b) -> new Cleanup(
                                true,
                                a.expired() + b.expired(),
                                a.broken() + b.broken(),
                                a.overLimit() + b.overLimit(),
                                a.kept() + b.kept())));
    }

    private static <T> CompletionStage<T> answer(Supplier<T> question) {
        try {
            return CompletableFuture.completedFuture(question.get());
        } catch (MappingException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private TenantMappings of(Tenant tenant) {
        return tenants.computeIfAbsent(tenant, id -> new TenantMappings(limits, oldestOpenRequest, clock));
    }
}
