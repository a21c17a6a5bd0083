package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.mapping.Ownership;
import io.awsmasker.mapping.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Ownership under the guard of the store that it is kept in. */
record GuardedOwnership(Ownership store, StoreGuard guard) implements Ownership {
    @Override
    public CompletionStage<Void> remember(Tenant tenant, Collection<String> ids) {
        return guard.call(() -> store.remember(tenant, ids));
    }

    @Override
    public CompletionStage<Set<String>> foreign(Tenant tenant, Collection<String> ids) {
        return guard.call(() -> store.foreign(tenant, ids));
    }

    /** Past the guard: it walks over all keys, for longer than the guard lets a call last. */
    @Override
    public CompletionStage<Void> forget(Tenant tenant) {
        return store.forget(tenant);
    }
}
