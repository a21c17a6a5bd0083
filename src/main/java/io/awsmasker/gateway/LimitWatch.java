package io.awsmasker.gateway;

import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.MappingSettings;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Cleans up once a minute where the number of mappings in Redis is limited; a lock lets one instance do it for all. */
@Singleton
class LimitWatch {
    private static final Logger LOG = Logger.getLogger(LimitWatch.class);
    private static final long EVERY_MILLIS = 60_000;

    private final Vertx vertx;
    private final MappingStore store;
    private final MappingSettings settings;

    LimitWatch(Vertx vertx, MappingStore store, GatewaySettings settings) {
        this.vertx = vertx;
        this.store = store;
        this.settings = settings.mapping();
    }

    void start(@Observes StartupEvent started) {
        if (settings.useRedis() && settings.maxEntries().isPresent()) {
            vertx.setPeriodic(
                    EVERY_MILLIS,
                    timer -> store.cleanup().whenComplete((done, fault) -> {
                        if (fault != null) {
                            LOG.warn("mappings over the limit could not be removed; tried again in a minute");
                        } else if (done.ran() && done.overLimit() > 0) {
                            LOG.infof("removed %d mappings over the limit", done.overLimit());
                        }
                    }));
        }
    }
}
