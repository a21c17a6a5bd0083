package io.awsmasker.gateway;

import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Recollections under the guard of the store that they are kept in. */
record GuardedRecollections(Recollections store, StoreGuard guard) implements Recollections {
    @Override
    public CompletionStage<Map<String, String>> recall(Tenant tenant, Kind kind, Collection<String> hashes) {
        return guard.call(() -> store.recall(tenant, kind, hashes));
    }

    @Override
    public CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> notes) {
        return guard.call(() -> store.remember(tenant, kind, notes));
    }

    /** Past the guard: it walks over all keys, for longer than the guard lets a call last. */
    @Override
    public CompletionStage<Void> forget(Tenant tenant) {
        return store.forget(tenant);
    }
}
