package io.awsmasker.mapping;

import java.time.Duration;

/**
 * How long mappings live and how many there may be.
 *
 * @param ttl how long a mapping lives after its last use, at least a millisecond
 * @param maxEntries how many mappings all tenants together may have in Redis, or one tenant in memory; 0 for any number
 * @param newPerMinute how many values of a tenant may be new in a minute, over all instances; 0 for any number
 */
public record MappingLimits(Duration ttl, long maxEntries, long newPerMinute) {
    /** No bound but time. */
    public static MappingLimits of(Duration ttl) {
        return new MappingLimits(ttl, 0, 0);
    }
}
