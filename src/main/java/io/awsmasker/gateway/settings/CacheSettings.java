package io.awsmasker.gateway.settings;

import io.awsmasker.redis.Lookup;
import java.time.Duration;

/**
 * Whether answers are given again, and for how long and how many are kept for it.
 *
 * @param enabled whether a question that is asked again gets the answer that it got
 * @param ttl how long an answer is given again
 * @param maxAnswers how many answers are kept for each tenant
 * @param maxBytes how long an answer may be to be kept
 */
public record CacheSettings(boolean enabled, Duration ttl, int maxAnswers, int maxBytes) {
    static CacheSettings read(Lookup settings, boolean redis) {
        Lookup cache = settings.under("masker.cache.");
        boolean enabled = cache.flag("enabled", false);
        if (enabled && !redis) {
            cache.problem("enabled", "answers are kept in Redis only; set masker.mapping.use-redis to true");
        }
        return new CacheSettings(
                enabled,
                cache.duration("ttl", Duration.ofHours(1), Duration.ofMillis(1), MappingSettings.LONGEST),
                cache.number("max-answers", 1000, 1, Integer.MAX_VALUE),
                cache.number("max-bytes", 65_536, 1, 1 << 20));
    }
}
