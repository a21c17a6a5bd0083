package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.failsecure.StoreGuard;
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
    private volatile @Nullable String trouble;
    private volatile @Nullable String known;
    private volatile boolean asking;

    StoreWatch(Vertx vertx, MappingStore store, StoreGuard guard) {
        this.vertx = vertx;
        this.store = store;
        guard.whenOpened(fault -> opened(Refusals.of(fault)));
    }

    /** Under load the circuit opens before this has asked once. */
    private void opened(Refusal cause) {
        failing(cause);
        LOG.errorf(
                "the circuit of the mapping store has opened, requests are blocked until Redis answers again; the last"
                        + " cause: %s",
                cause);
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(0, EVERY_MILLIS, timer -> ask());
    }

    private void ask() {
        if (asking) {
            return;
        }
        asking = true;
        store.check().whenComplete((generation, fault) -> {
            if (fault == null) {
                fine(generation);
            } else {
                failing(Refusals.of(fault));
            }
            asking = false;
        });
    }

    private void fine(String state) {
        String generation = state.split(" ", 2)[0];
        if (trouble != null) {
            LOG.info("the mapping store answers again");
        }
        if (known != null && !known.equals(generation)) {
            LOG.warn("the mapping store has lost its data: tokens of old conversations can no longer be restored");
        }
        trouble = null;
        known = generation;
    }

    /** An open circuit is no cause of its own: the one that opened it was told then. */
    private void failing(Refusal refusal) {
        String told = refusal.toString();
        if (refusal.code() == ErrorCode.CIRCUIT_OPEN) {
            trouble = trouble == null ? told : trouble;
        } else if (!told.equals(trouble)) {
            LOG.errorf("requests are blocked: %s", told);
            trouble = told;
        }
    }
}
