package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.MappingException;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Mappings under guard: what goes wrong with the store counts, what a tenant may not do does not. */
record GuardedMappings(Mappings store, StoreGuard guard) implements Mappings {
    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return guard.call(() -> store.tokensFor(tenant, identifiers).handle(Outcome::of))
                .thenApply(Outcome::orThrow);
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        return guard.call(() -> store.originalsOf(tenant, tokens));
    }

    @Override
    public CompletionStage<String> check() {
        return guard.call(store::check);
    }

    /** An answer, or a refusal that is the tenant's fault and says nothing about the store, so the guard must not count it. */
    private record Outcome(
            Map<String, String> tokens, @Nullable MappingException refusal) {
        static Outcome of(@Nullable Map<String, String> tokens, @Nullable Throwable fault) {
            if (tokens != null) {
                return new Outcome(tokens, null);
            }
            Throwable cause = fault == null ? new IllegalStateException("no answer") : Refusals.cause(fault);
            if (cause instanceof MappingException refusal && refusal.reason().isOfTenant()) {
                return new Outcome(Map.of(), refusal);
            }
            throw new CompletionException(cause);
        }

        Map<String, String> orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return tokens;
        }
    }
}
