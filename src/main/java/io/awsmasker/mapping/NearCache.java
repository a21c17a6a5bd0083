package io.awsmasker.mapping;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Mappings that were read lately, so that a request with known values needs no round trip: when all are here, the stage that is
 * returned is already complete. What has aged is read again in the background, and a store that contradicts what is here, or has
 * another generation, empties it.
 */
public final class NearCache implements Mappings {
    private final Mappings store;
    private final AgeingTexts tokens;
    private final AgeingTexts originals;
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
        this.store = store;
        this.tokens = new AgeingTexts(ttl, maxEntries, ticker);
        this.originals = new AgeingTexts(ttl, maxEntries, ticker);
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        AgeingTexts.Found<Identifier> found = tokens.find(tenant, identifiers, Identifier::value);
        if (!found.missing().isEmpty()) {
            return ask(tenant, found.toRead(), identifiers, found.texts());
        }
        if (!found.ageing().isEmpty()) {
            ask(tenant, found.ageing(), identifiers, new HashMap<>());
        }
        return CompletableFuture.completedFuture(found.texts());
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
            String known = originals.get(tenant, mapping.getValue());
            return known != null && !known.equals(mapping.getKey());
        });
    }

    /** Nothing is kept that was asked before something was erased and answered after it. */
    private Map<String, String> remember(
            Tenant tenant, Map<String, String> found, Map<String, String> answer, long began) {
        if (began == forgotten.get()) {
            found.forEach((text, token) -> {
                tokens.put(tenant, text, token);
                originals.put(tenant, token, text);
            });
        }
        answer.putAll(found);
        return answer;
    }

    /** Empties the cache, because mappings were erased. */
    public void forget() {
        forgotten.incrementAndGet();
        tokens.forget();
        originals.forget();
    }

    /** The way back is not remembered for masking: the store may by now have another token for that original. */
    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> asked) {
        AgeingTexts.Found<String> here = originals.find(tenant, asked, token -> token);
        List<String> toRead = here.toRead();
        if (toRead.isEmpty()) {
            return CompletableFuture.completedFuture(here.texts());
        }
        long began = forgotten.get();
        CompletionStage<Map<String, String>> found = store.originalsOf(tenant, toRead)
                .thenApply(read -> {
                    if (began == forgotten.get()) {
                        read.forEach((token, text) -> originals.put(tenant, token, text));
                    }
                    return read;
                });
        return here.missing().isEmpty()
                ? CompletableFuture.completedFuture(here.texts())
                : found.thenApply(read -> {
                    here.texts().putAll(read);
                    return here.texts();
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
}
