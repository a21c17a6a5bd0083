package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.mapping.AnswerCache;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.MappingException;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Ownership;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mapping.Upkeep;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that this gateway uses, and its doubt about the store behind them. What carries text is let in unasked only while
 * nothing is wrong, because the near cache would answer for a store that is gone.
 */
@Singleton
public class MappingStore implements Mappings {
    private final StoreGuard guard;
    private final Backend backend;
    /** True until the store has answered once: a wrong encryption key is found before the first request. */
    private volatile boolean doubt = true;

    MappingStore(Vertx vertx, GatewaySettings settings, StoreGuard guard, OpenRequests requests) {
        this.guard = guard;
        this.backend = Backend.of(vertx, settings, guard, requests);
    }

    /** Where mappings are kept: {@code traditional}, {@code managed} or {@code memory}. */
    public String mode() {
        return backend.mode();
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
        return backend.lasting();
    }

    /** The ids of what tenants keep at Anthropic. */
    Ownership ownership() {
        return backend.ownership();
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return backend.mappings()
                .tokensFor(tenant, identifiers)
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
        return backend.mappings()
                .originalsOf(tenant, tokens)
                .whenComplete((originals, fault) -> doubt = doubt || fault != null);
    }

    /** What was exchanged with Claude before, in the same store. */
    public Recollections recollections() {
        return backend.recollections();
    }

    /** Answers that were given before, in the same store but past the guard: that they are missing blocks nobody. */
    AnswerCache answers() {
        return backend.answers();
    }

    @Override
    public CompletionStage<String> check() {
        return backend.mappings().check().whenComplete((generation, fault) -> doubt = fault != null);
    }

    /** Asks the store itself, past guard and cache: what is the matter right now. */
    public CompletionStage<String> probe() {
        return backend.store().check().whenComplete((generation, fault) -> doubt = doubt || fault != null);
    }

    /** Erases one value and its token, or all that is kept of a tenant if that is null; near caches forget it too. */
    public CompletionStage<Long> erase(Tenant tenant, @Nullable String value) {
        return (value == null ? eraseAll(tenant) : backend.upkeep().erase(tenant, value))
                .whenComplete((erased, fault) -> backend.forget().run());
    }

    private CompletionStage<Long> eraseAll(Tenant tenant) {
        return backend.upkeep()
                .eraseAll(tenant)
                .thenCompose(erased -> backend.ownership()
                        .forget(tenant)
                        .thenCompose(done -> backend.recollections().forget(tenant))
                        .thenCompose(done -> backend.answers().forget(tenant))
                        .thenApply(done -> erased));
    }

    /** Removes what has expired, is broken, or is more than there may be. */
    public CompletionStage<Upkeep.Cleanup> cleanup() {
        return backend.upkeep()
                .cleanup()
                .whenComplete((done, fault) -> backend.forget().run());
    }

    @PreDestroy
    void close() {
        backend.close().run();
    }
}
