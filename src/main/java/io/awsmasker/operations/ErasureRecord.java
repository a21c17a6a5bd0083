package io.awsmasker.operations;

import io.awsmasker.gateway.Correlation;
import io.awsmasker.mapping.Upkeep.Cleanup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Keeps who asks later why tokens do not come back from asking in vain: each erasure leaves a line and is counted. What was
 * erased is in neither.
 */
@Singleton
class ErasureRecord {
    private static final Logger LOG = Logger.getLogger(ErasureRecord.class);

    private final Counter values;
    private final Counter all;
    private final Counter cleanups;

    ErasureRecord(MeterRegistry registry) {
        this.values = counter(registry, "value");
        this.all = counter(registry, "all");
        this.cleanups = counter(registry, "cleanup");
    }

    private static Counter counter(MeterRegistry registry, String by) {
        return Counter.builder("masker_erased")
                .description("mappings that were taken away on request, of one value, of all, or as of no use any more")
                .tag("by", by)
                .register(registry);
    }

    void erased(Correlation correlation, boolean everything, long mappings) {
        if (everything) {
            correlation.log(LOG, Level.WARN, "erased all values of a tenant: " + mappings + " mappings");
            all.increment((double) mappings);
        } else {
            correlation.log(LOG, Level.INFO, "erased one value: " + mappings + " mappings");
            values.increment((double) mappings);
        }
    }

    void cleanedUp(Correlation correlation, Cleanup cleanup) {
        if (!cleanup.ran()) {
            correlation.log(LOG, Level.INFO, "cleaned up nothing: another instance is at it");
            return;
        }
        String line = "cleaned up: %d mappings expired, %d broken, %d over the limit, %d kept"
                .formatted(cleanup.expired(), cleanup.broken(), cleanup.overLimit(), cleanup.kept());
        correlation.log(LOG, Level.INFO, line);
        cleanups.increment((double) (cleanup.expired() + cleanup.broken() + cleanup.overLimit()));
    }
}
