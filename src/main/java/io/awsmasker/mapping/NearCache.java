package io.awsmasker.mapping;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Mappings that were read lately, so that a request with known values needs no round trip: when all are here, the stage
 * that is returned is already complete. An entry ends long before the mapping in the store does, and reading it anew
 * refreshes the store's time to live.
 *
 * <p>The caches use size and expiry after writing and nothing else, because that is the kind of Caffeine cache that
 * Quarkus registers for native executables.
 */
public final class NearCache implements Mappings {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final Mappings store;
    private final Cache<Key, String> tokens;
    private final Cache<Key, String> originals;
    private final AtomicReference<String> generation = new AtomicReference<>("");

    /**
     * @param store where everything is that is not here
     * @param ttl how long the store keeps a mapping after its last use
     * @param maxEntries how many mappings to hold in each direction, for all tenants together
     */
    public NearCache(Mappings store, Duration ttl, long maxEntries) {
        this(store, ttl, maxEntries, Ticker.systemTicker());
    }

    NearCache(Mappings store, Duration ttl, long maxEntries, Ticker ticker) {
        Duration quarter = ttl.dividedBy(4);
        Duration life = quarter.compareTo(LONGEST_LIFE) < 0 ? quarter : LONGEST_LIFE;
        this.store = store;
        this.tokens = cache(life, maxEntries, ticker);
        this.originals = cache(life, maxEntries, ticker);
    }

    private static Cache<Key, String> cache(Duration life, long maxEntries, Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(life)
                .maximumSize(maxEntries)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        Map<String, String> answer = new HashMap<>();
        List<Identifier> missing = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            String token = tokens.getIfPresent(new Key(tenant, identifier.value()));
            if (token == null) {
                missing.add(identifier);
            } else {
                answer.put(identifier.value(), token);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(answer);
        }
        return store.tokensFor(tenant, missing).thenCompose(found -> {
            if (contradicts(tenant, found)) {
                forget();
                return store.tokensFor(tenant, identifiers).thenApply(all -> remember(tenant, all, new HashMap<>()));
            }
            return CompletableFuture.completedFuture(remember(tenant, found, answer));
        });
    }

    /** A store that gives out a token which is known here for another text has lost its data and begun to count anew. */
    private boolean contradicts(Tenant tenant, Map<String, String> found) {
        return found.entrySet().stream().anyMatch(mapping -> {
            String known = originals.getIfPresent(new Key(tenant, mapping.getValue()));
            return known != null && !known.equals(mapping.getKey());
        });
    }

    private Map<String, String> remember(Tenant tenant, Map<String, String> found, Map<String, String> answer) {
        found.forEach((text, token) -> {
            tokens.put(new Key(tenant, text), token);
            originals.put(new Key(tenant, token), text);
        });
        answer.putAll(found);
        return answer;
    }

    private void forget() {
        tokens.invalidateAll();
        originals.invalidateAll();
    }

    /** The way back is not remembered for masking: the store may by now have another token for that original. */
    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> asked) {
        Map<String, String> answer = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String token : asked) {
            String original = originals.getIfPresent(new Key(tenant, token));
            if (original == null) {
                missing.add(token);
            } else {
                answer.put(token, original);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(answer);
        }
        return store.originalsOf(tenant, missing).thenApply(found -> {
            found.forEach((token, text) -> originals.put(new Key(tenant, token), text));
            answer.putAll(found);
            return answer;
        });
    }

    /** Asks the store: what is here says nothing about how it is, and nothing at all about another generation. */
    @Override
    public CompletionStage<String> check() {
        return store.check().thenApply(current -> {
            if (!current.equals(generation.getAndSet(current))) {
                forget();
            }
            return current;
        });
    }

    private record Key(Tenant tenant, String text) {}
}
