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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Mappings that were read lately, so that a request with known values needs no round trip: when all are here, the stage
 * that is returned is already complete. An entry ends long before the mapping in the store does. The first use in the
 * second half of its life asks the store again, in the background, which refreshes entry and store; so what is in use
 * never lapses.
 *
 * <p>The caches use size and expiry after writing and nothing else, because that is the kind of Caffeine cache that
 * Quarkus registers for native executables.
 */
public final class NearCache implements Mappings {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final Mappings store;
    private final Ticker ticker;
    private final long halfLife;
    private final Cache<Key, Entry> tokens;
    private final Cache<Key, Entry> originals;
    private final AtomicLong forgotten = new AtomicLong();
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
        this.ticker = ticker;
        this.halfLife = life.toNanos() / 2;
        this.tokens = cache(life, maxEntries, ticker);
        this.originals = cache(life, maxEntries, ticker);
    }

    private static Cache<Key, Entry> cache(Duration life, long maxEntries, Ticker ticker) {
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
        List<Identifier> ageing = new ArrayList<>();
        long now = ticker.read();
        for (Identifier identifier : identifiers) {
            Entry token = tokens.getIfPresent(new Key(tenant, identifier.value()));
            if (token == null) {
                missing.add(identifier);
            } else {
                answer.put(identifier.value(), token.text);
                if (token.renews(now, halfLife)) {
                    ageing.add(identifier);
                }
            }
        }
        if (missing.isEmpty()) {
            if (!ageing.isEmpty()) {
                ask(tenant, ageing, identifiers, new HashMap<>());
            }
            return CompletableFuture.completedFuture(answer);
        }
        missing.addAll(ageing);
        return ask(tenant, missing, identifiers, answer);
    }

    private CompletionStage<Map<String, String>> ask(
            Tenant tenant, List<Identifier> some, Collection<Identifier> all, Map<String, String> answer) {
        long began = forgotten.get();
        return store.tokensFor(tenant, some).thenCompose(found -> {
            if (contradicts(tenant, found)) {
                forget();
                return store.tokensFor(tenant, all)
                        .thenApply(again -> remember(tenant, again, new HashMap<>(), forgotten.get()));
            }
            return CompletableFuture.completedFuture(remember(tenant, found, answer, began));
        });
    }

    /** A store that gives out a token which is known here for another text has lost its data and begun to count anew. */
    private boolean contradicts(Tenant tenant, Map<String, String> found) {
        return found.entrySet().stream().anyMatch(mapping -> {
            Entry known = originals.getIfPresent(new Key(tenant, mapping.getValue()));
            return known != null && !known.text.equals(mapping.getKey());
        });
    }

    /** Nothing is kept that was asked before something was erased and answered after it. */
    private Map<String, String> remember(
            Tenant tenant, Map<String, String> found, Map<String, String> answer, long began) {
        if (began == forgotten.get()) {
            long now = ticker.read();
            found.forEach((text, token) -> {
                tokens.put(new Key(tenant, text), new Entry(token, now));
                originals.put(new Key(tenant, token), new Entry(text, now));
            });
        }
        answer.putAll(found);
        return answer;
    }

    /** Empties the cache, because mappings were erased. */
    public void forget() {
        forgotten.incrementAndGet();
        tokens.invalidateAll();
        originals.invalidateAll();
    }

    /** The way back is not remembered for masking: the store may by now have another token for that original. */
    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> asked) {
        Map<String, String> answer = new HashMap<>();
        List<String> missing = new ArrayList<>();
        List<String> ageing = new ArrayList<>();
        long now = ticker.read();
        for (String token : asked) {
            Entry original = originals.getIfPresent(new Key(tenant, token));
            if (original == null) {
                missing.add(token);
            } else {
                answer.put(token, original.text);
                if (original.renews(now, halfLife)) {
                    ageing.add(token);
                }
            }
        }
        boolean allHere = missing.isEmpty();
        missing.addAll(ageing);
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(answer);
        }
        long began = forgotten.get();
        CompletionStage<Map<String, String>> found = store.originalsOf(tenant, missing)
                .thenApply(read -> {
                    if (began == forgotten.get()) {
                        long then = ticker.read();
                        read.forEach((token, text) -> originals.put(new Key(tenant, token), new Entry(text, then)));
                    }
                    return read;
                });
        return allHere
                ? CompletableFuture.completedFuture(answer)
                : found.thenApply(read -> {
                    answer.putAll(read);
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

    private record Key(Tenant tenant, String text) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.text.equals(text) && key.tenant.equals(tenant);
        }

        @Override
        public int hashCode() {
            return 31 * tenant.hashCode() + text.hashCode();
        }
    }

    /** What was read and when; whoever first finds it ageing renews it. */
    private static final class Entry {
        final String text;
        private final long readAt;
        private final AtomicBoolean renewing = new AtomicBoolean();

        Entry(String text, long readAt) {
            this.text = text;
            this.readAt = readAt;
        }

        boolean renews(long now, long halfLife) {
            return now - readAt >= halfLife && renewing.compareAndSet(false, true);
        }
    }
}
