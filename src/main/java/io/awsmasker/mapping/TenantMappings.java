package io.awsmasker.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's mappings in memory, under one lock. Both directions of a mapping come and go together; the order of last
 * use is also the order of expiry, so that making room looks only at the head.
 */
final class TenantMappings {
    private final Map<String, Mapping> byText = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Mapping> byToken = new HashMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private final int maxEntries;
    private final Duration ttl;
    private final InstantSource clock;

    TenantMappings(int maxEntries, Duration ttl, InstantSource clock) {
        this.maxEntries = maxEntries;
        this.ttl = ttl;
        this.clock = clock;
    }

    synchronized Map<String, String> tokensFor(Collection<Identifier> identifiers) {
        forgetExpired();
        Map<String, String> tokens = new HashMap<>();
        for (Identifier identifier : LiteralsLast.of(identifiers)) {
            String text = identifier.value();
            Mapping known = used(byText.get(text));
            tokens.put(text, known != null ? known.token : remember(text, newToken(identifier)));
        }
        return tokens;
    }

    synchronized Map<String, String> originalsOf(Collection<String> tokens) {
        forgetExpired();
        Map<String, String> originals = new HashMap<>();
        for (String token : tokens) {
            Mapping known = used(byToken.get(token));
            originals.put(token, known != null ? known.text : token);
            if (known == null && TokenShape.matches(token) && !byText.containsKey(token)) {
                remember(token, token);
            }
        }
        return originals;
    }

    private String newToken(Identifier identifier) {
        if (identifier.isLiteral() && !byToken.containsKey(identifier.value())) {
            return identifier.value();
        }
        String token;
        do {
            long number = counters.merge(identifier.tokenClass(), 1L, Long::sum);
            token = TokenShape.token(identifier.tokenClass(), number);
        } while (byToken.containsKey(token) || byText.containsKey(token));
        return token;
    }

    private @Nullable Mapping used(@Nullable Mapping mapping) {
        if (mapping != null) {
            mapping.lastUse = clock.instant();
            byText.get(mapping.text);
        }
        return mapping;
    }

    private String remember(String text, String token) {
        var mapping = new Mapping(text, token, clock.instant());
        byText.put(text, mapping);
        byToken.put(token, mapping);
        if (byText.size() > maxEntries) {
            removeHead(byText.values().iterator());
        }
        return token;
    }

    private void forgetExpired() {
        Instant oldest = clock.instant().minus(ttl);
        Iterator<Mapping> leastRecent = byText.values().iterator();
        while (leastRecent.hasNext()) {
            Mapping mapping = leastRecent.next();
            if (mapping.lastUse.isAfter(oldest)) {
                return;
            }
            leastRecent.remove();
            byToken.remove(mapping.token);
        }
    }

    private void removeHead(Iterator<Mapping> leastRecent) {
        byToken.remove(leastRecent.next().token);
        leastRecent.remove();
    }

    private static final class Mapping {
        final String text;
        final String token;
        Instant lastUse;

        Mapping(String text, String token, Instant lastUse) {
            this.text = text;
            this.token = token;
            this.lastUse = lastUse;
        }
    }
}
