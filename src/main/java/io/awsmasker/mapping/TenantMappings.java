package io.awsmasker.mapping;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's mappings in memory, under one lock. Both directions of a mapping come and go together; the order of last
 * use is also the order of expiry, so that making room looks only at the head.
 */
final class TenantMappings {
    private final Map<String, Mapping> byText = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Mapping> byToken = new HashMap<>();
    private final Map<String, Long> counters = new HashMap<>();
    private final MappingLimits limits;
    private final Supplier<Instant> oldestOpenRequest;
    private final InstantSource clock;
    private long minute;
    private long newInMinute;

    TenantMappings(MappingLimits limits, Supplier<Instant> oldestOpenRequest, InstantSource clock) {
        this.limits = limits;
        this.oldestOpenRequest = oldestOpenRequest;
        this.clock = clock;
    }

    synchronized Map<String, String> tokensFor(Collection<Identifier> identifiers) {
        forgetExpired();
        List<Identifier> ordered = LiteralsLast.of(identifiers);
        long values =
                ordered.stream().filter(one -> !byText.containsKey(one.value())).count();
        if (!admits(values)) {
            throw NewValues.refusal(values, limits.newPerMinute());
        }
        Map<String, String> tokens = new HashMap<>();
        for (Identifier identifier : ordered) {
            String text = identifier.value();
            Mapping known = used(byText.get(text));
            tokens.put(text, known != null ? known.token : remember(text, newToken(identifier)));
        }
        return tokens;
    }

    synchronized Map<String, String> originalsOf(Collection<String> tokens) {
        forgetExpired();
        Map<String, String> originals = new HashMap<>();
        List<String> invented = new ArrayList<>();
        for (String token : tokens) {
            Mapping known = used(byToken.get(token));
            originals.put(token, known != null ? known.text : token);
            if (known == null && TokenShape.matches(token) && !byText.containsKey(token)) {
                invented.add(token);
            }
        }
        if (admits(invented.size())) {
            invented.forEach(token -> remember(token, token));
        }
        return originals;
    }

    /** Succeeds with how many tokens stood for the value. */
    synchronized long erase(String value) {
        Mapping mapping = byText.remove(value);
        if (mapping == null) {
            return 0;
        }
        byToken.remove(mapping.token);
        return 1;
    }

    synchronized long eraseAll() {
        long erased = byText.size();
        byText.clear();
        byToken.clear();
        return erased;
    }

    synchronized Upkeep.Cleanup cleanup() {
        long expired = forgetExpired();
        long overLimit = makeRoom();
        return new Upkeep.Cleanup(true, expired, 0, overLimit, byText.size());
    }

    private boolean admits(long values) {
        long now = clock.instant().getEpochSecond() / 60;
        long counted = (now == minute ? newInMinute : 0) + values;
        if (limits.newPerMinute() > 0 && values > 0 && counted > limits.newPerMinute()) {
            return false;
        }
        minute = now;
        newInMinute = counted;
        return true;
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
        makeRoom();
        return token;
    }

    private long forgetExpired() {
        Instant oldest = clock.instant().minus(limits.ttl());
        return removeWhile(mapping -> !mapping.lastUse.isAfter(oldest));
    }

    /** What an open request has used stays, even if there are then too many. */
    private long makeRoom() {
        if (limits.maxEntries() == 0 || byText.size() <= limits.maxEntries()) {
            return 0;
        }
        Instant oldestUse = oldestOpenRequest.get();
        return removeWhile(mapping -> byText.size() > limits.maxEntries() && mapping.lastUse.isBefore(oldestUse));
    }

    /** From the least recently used one on. */
    private long removeWhile(Predicate<Mapping> unwanted) {
        long removed = 0;
        Iterator<Mapping> leastRecent = byText.values().iterator();
        while (leastRecent.hasNext()) {
            Mapping mapping = leastRecent.next();
            if (!unwanted.test(mapping)) {
                break;
            }
            leastRecent.remove();
            byToken.remove(mapping.token);
            removed++;
        }
        return removed;
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
