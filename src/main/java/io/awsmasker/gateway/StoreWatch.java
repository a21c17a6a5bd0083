package io.awsmasker.gateway;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store once a second, under guard: so the circuit opens and closes by itself, even when all that requests need is
 * in the near cache or no request comes at all.
 */
@Singleton
class StoreWatch {
    private static final Logger LOG = Logger.getLogger(StoreWatch.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final MappingStore store;
    private @Nullable String trouble;
    private boolean asking;

    StoreWatch(Vertx vertx, MappingStore store) {
        this.vertx = vertx;
        this.store = store;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(0, EVERY_MILLIS, timer -> ask());
    }

    private void ask() {
        if (asking) {
            return;
        }
        asking = true;
        store.check().whenComplete((fine, fault) -> {
            asking = false;
            String now = fault == null ? null : Refusals.of(fault).getMessage();
            if (now != null && trouble == null) {
                LOG.errorf("requests are blocked: %s", now);
            } else if (now == null && trouble != null) {
                LOG.info("the mapping store answers again");
            }
            trouble = now;
        });
    }
}
