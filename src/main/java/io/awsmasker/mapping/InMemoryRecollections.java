package io.awsmasker.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Recollections in this process only; those that were not used for longest make room for new ones. */
public final class InMemoryRecollections implements Recollections {
    private final Map<Key, Note> notes = new LinkedHashMap<>(16, 0.75f, true);
    private final int maxEntries;
    private final Duration ttl;
    private final InstantSource clock;

    /**
     * @param maxEntries how many notes to keep for all tenants together
     * @param ttl how long a note lives after its last use
     */
    public InMemoryRecollections(int maxEntries, Duration ttl) {
        this(maxEntries, ttl, InstantSource.system());
    }

    InMemoryRecollections(int maxEntries, Duration ttl, InstantSource clock) {
        this.maxEntries = maxEntries;
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<Map<String, String>> recall(
            Tenant tenant, Kind kind, Collection<String> hashes) {
        Instant now = clock.instant();
        Map<String, String> found = new HashMap<>();
        for (String hash : hashes) {
            Key key = new Key(tenant, kind, hash);
            Note note = notes.get(key);
            if (note != null && note.lastUse.plus(ttl).isAfter(now)) {
                found.put(hash, note.text);
                notes.put(key, new Note(note.text, now));
            }
        }
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public synchronized CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> added) {
        added.forEach((hash, text) -> notes.put(new Key(tenant, kind, hash), new Note(text, clock.instant())));
        var leastRecent = notes.keySet().iterator();
        while (notes.size() > maxEntries) {
            leastRecent.next();
            leastRecent.remove();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Void> forget(Tenant tenant) {
        notes.keySet().removeIf(key -> key.tenant.equals(tenant));
        return CompletableFuture.completedFuture(null);
    }

    private record Key(Tenant tenant, Kind kind, String hash) {
        /** Written out, as {@link #hashCode}: see {@link Tenant#equals}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.hash.equals(hash) && key.kind == kind && key.tenant.equals(tenant);
        }

        @Override
        public int hashCode() {
            return 31 * hash.hashCode() + kind.hashCode();
        }
    }

    private record Note(String text, Instant lastUse) {}
}
