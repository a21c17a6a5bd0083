package io.awsmasker.gateway;

import io.awsmasker.failsecure.Refusal;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells operators of refusals: each leaves a line of one form, and is counted. What is a fault of the gateway or of what it
 * needs is a warning, what is the client's is not.
 */
@Singleton
class RefusalReport {
    private static final Logger LOG = Logger.getLogger(RefusalReport.class);

    private final List<ExchangeListener> listeners;

    RefusalReport(@All List<ExchangeListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * Logs and counts a refusal.
     *
     * @param where a constant of the program, not what the client wrote
     * @param kind what the fault was to the program, and in which stage
     */
    void tell(Correlation correlation, String where, Refusal refusal, String kind) {
        log(correlation, where, refusal, kind);
        listeners.forEach(listener -> listener.refused(refusal.code()));
    }

    static void log(Correlation correlation, String where, Refusal refusal, String kind) {
        boolean ours = refusal.code().status() >= 500;
        correlation.log(
                LOG,
                ours ? Logger.Level.WARN : Logger.Level.INFO,
                where + " refused with " + refusal + " (" + kind + ")");
    }
}
