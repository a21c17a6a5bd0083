package io.awsmasker.gateway.settings;

import io.awsmasker.redis.Lookup;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Where mappings are kept and for how long.
 *
 * @param useRedis false keeps them in the memory of this one instance, for trying out
 * @param ttl how long a mapping lives after its last use
 * @param storedTtl how long a mapping lives that was used in what Anthropic keeps (a batch, a file, a skill, a container, a
 *     thread), and for how long such a thing can be used: as long as a file with a lifetime may live at most
 * @param maxEntries how many there may be: in memory for each tenant (10,000 if not set), in Redis for all (any number)
 * @param maxNewPerMinute how many values of a tenant may be new in one minute, over all instances; 0 for any number
 */
public record MappingSettings(
        boolean useRedis, Duration ttl, Duration storedTtl, OptionalInt maxEntries, int maxNewPerMinute) {
    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final String GROUP = "masker.mapping.";
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    static MappingSettings read(Lookup settings) {
        Lookup mapping = settings.under(GROUP);
        Duration ttl = ttl(settings);
        Duration storedTtl = mapping.duration("stored-ttl", Duration.ofDays(90), SHORTEST, LONGEST);
        if (storedTtl.compareTo(ttl) < 0) {
            mapping.problem("stored-ttl", "shorter than masker.mapping.ttl; set it to as long or longer");
        }
        return new MappingSettings(
                mapping.flag("use-redis", true, "USE_REDIS"),
                ttl,
                storedTtl,
                mapping.text("max-entries", "MASKING_MAX_ENTRIES").isPresent()
                        ? OptionalInt.of(
                                mapping.number("max-entries", 10_000, 1, Integer.MAX_VALUE, "MASKING_MAX_ENTRIES"))
                        : OptionalInt.empty(),
                mapping.number("max-new-per-minute", 100_000, 0, Integer.MAX_VALUE));
    }

    /** The life of mappings alone. */
    public static Duration ttl(Lookup settings) {
        return settings.under(GROUP).duration("ttl", Duration.ofDays(7), SHORTEST, LONGEST, "MASKING_TTL");
    }
}
