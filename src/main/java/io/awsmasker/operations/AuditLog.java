package io.awsmasker.operations;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.gateway.Exchange;
import io.awsmasker.gateway.ExchangeListener;
import io.awsmasker.gateway.settings.GatewaySettings;
import jakarta.inject.Singleton;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** With {@code masker.log-masked-requests} a line for each request: what was masked, by type and number, and never a value. */
@Singleton
class AuditLog implements ExchangeListener {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);

    private final boolean on;

    AuditLog(GatewaySettings settings) {
        this.on = settings.logMaskedRequests();
    }

    @Override
    public void ended(Exchange exchange) {
        if (on) {
            String line = "%s answered with %d: masked %s, restored %d"
                    .formatted(
                            exchange.endpointName(),
                            exchange.status(),
                            new TreeMap<>(exchange.counts().masked()),
                            exchange.counts().restored());
            exchange.correlation().log(LOG, Logger.Level.INFO, line);
        }
    }

    @Override
    public void answered(String endpoint, int status) {
        // Nothing was masked on its way to Claude.
    }

    @Override
    public void refused(ErrorCode code) {
        // The gateway itself logs every refusal, with or without the audit.
    }
}
