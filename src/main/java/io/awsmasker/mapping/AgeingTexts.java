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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts by the texts that they stand for, for a part of the time that the store keeps them. The first use in the second half of
 * that life calls for reading it again, which refreshes entry and store; so what is in use never lapses.
 *
 * <p>The cache uses size and expiry after writing and nothing else, because that is the kind of Caffeine cache that Quarkus
 * registers for native executables.
 */
final class AgeingTexts {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final Ticker ticker;
    private final long halfLife;
    private final Cache<TenantText, Entry> entries;

    /** @param ttl how long the store keeps a mapping after its last use */
    AgeingTexts(Duration ttl, long maxEntries, Ticker ticker) {
        Duration quarter = ttl.dividedBy(4);
        Duration life = quarter.compareTo(LONGEST_LIFE) < 0 ? quarter : LONGEST_LIFE;
        this.ticker = ticker;
        this.halfLife = life.toNanos() / 2;
        this.entries = Caffeine.newBuilder()
                .expireAfterWrite(life)
                .maximumSize(maxEntries)
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    /**
     * What is here of what was asked for.
     *
     * @param ageing what is here and to be read again, as only the first who finds it so is told
     */
    record Found<T>(Map<String, String> texts, List<T> missing, List<T> ageing) {
        List<T> toRead() {
            List<T> all = new ArrayList<>(missing);
            all.addAll(ageing);
            return all;
        }
    }

    <T> Found<T> find(Tenant tenant, Collection<T> asked, Function<T, String> name) {
        Found<T> found = new Found<>(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        long now = ticker.read();
        for (T one : asked) {
            Entry entry = entries.getIfPresent(new TenantText(tenant, name.apply(one)));
            if (entry == null) {
                found.missing.add(one);
            } else {
                found.texts.put(name.apply(one), entry.text);
                if (now - entry.readAt >= halfLife && entry.renewing.compareAndSet(false, true)) {
                    found.ageing.add(one);
                }
            }
        }
        return found;
    }

    @Nullable
    String get(Tenant tenant, String name) {
        Entry entry = entries.getIfPresent(new TenantText(tenant, name));
        return entry == null ? null : entry.text;
    }

    void put(Tenant tenant, String name, String text) {
        entries.put(new TenantText(tenant, name), new Entry(text, ticker.read(), new AtomicBoolean()));
    }

    void forget() {
        entries.invalidateAll();
    }

    /** What was read and when; whoever first finds it ageing renews it. */
    private record Entry(String text, long readAt, AtomicBoolean renewing) {}
}
