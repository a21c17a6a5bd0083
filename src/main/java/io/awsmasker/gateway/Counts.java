package io.awsmasker.gateway;

import io.awsmasker.mask.Restoration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one exchange: tokens that were put in and taken out, answers found in the cache, and what was not understood.
 * Whoever watches the gateway gets these numbers and no text of anybody.
 */
public final class Counts {
    private final Map<String, Integer> unfamiliar = new TreeMap<>();
    private Map<String, Integer> masked = Map.of();
    private @Nullable Restoration restoration;
    private @Nullable String cacheResult;

    Counts() {}

    /** How often each class of token was put into the request. */
    public Map<String, Integer> masked() {
        return masked;
    }

    void masked(Map<String, Integer> tokens) {
        masked = tokens;
    }

    /** How often this version met in the request what it does not know, by the kind of object. */
    public Map<String, Integer> unfamiliar() {
        return unfamiliar;
    }

    void met(Map<String, Integer> more) {
        more.forEach((where, count) -> unfamiliar.merge(where, count, Integer::sum));
    }

    /** Counts what this puts back. */
    void restoring(Restoration used) {
        restoration = used;
    }

    /** How many values the request held that its answer may hold again. */
    int values() {
        return restoration == null ? 0 : restoration.size();
    }

    /** How many tokens were put back in the answer. */
    public int restored() {
        return restoration == null ? 0 : restoration.restored();
    }

    /** How many different tokens of the answer stand for nothing. */
    public int notRestored() {
        return restoration == null ? 0 : restoration.notRestored();
    }

    /** {@code hit}, {@code miss}, or null for a request that was not looked for in the cache of answers. */
    public @Nullable String cacheResult() {
        return cacheResult;
    }

    void cacheResult(String hitOrMiss) {
        cacheResult = hitOrMiss;
    }
}
