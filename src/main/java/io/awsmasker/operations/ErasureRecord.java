package io.awsmasker.operations;

import io.awsmasker.gateway.Correlation;
import io.awsmasker.mapping.Upkeep.Cleanup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

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
            LOG.warnf("%s erased all values of a tenant: %d mappings", correlation.id(), mappings);
            all.increment((double) mappings);
        } else {
            LOG.infof("%s erased one value: %d mappings", correlation.id(), mappings);
            values.increment((double) mappings);
        }
    }

    void cleanedUp(Correlation correlation, Cleanup cleanup) {
        if (!cleanup.ran()) {
            LOG.infof("%s cleaned up nothing: another instance is at it", correlation.id());
            return;
        }
        LOG.infof(
                "%s cleaned up: %d mappings expired, %d broken, %d over the limit, %d kept",
                correlation.id(), cleanup.expired(), cleanup.broken(), cleanup.overLimit(), cleanup.kept());
        cleanups.increment((double) (cleanup.expired() + cleanup.broken() + cleanup.overLimit()));
    }
}
