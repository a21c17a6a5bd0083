package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.redis.ConnectFault;
import io.netty.handler.ssl.NotSslRecordException;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/**
 * Says in words for people why Claude gave no answer, or only a part of one. Whether the other side closed the connection, or
 * the platform did because no byte came, is told by the time that has passed, since the platform does not say.
 */
@Singleton
class UpstreamFaults {
    private static final String NOT_REPEATED = "; the request was not repeated";
    private static final String SILENT = "the Claude API was silent for masker.upstream.idle-timeout";

    /** Of the patience: the platform counts from what came last on a connection, which may have been used before. */
    private static final int TENTHS = 9;

    private final Duration patience;

    UpstreamFaults(GatewaySettings settings) {
        this.patience = settings.upstream().idleTimeout().multipliedBy(TENTHS).dividedBy(10);
    }

    /** The refusal for a request that Claude did not answer. */
    Refusal unanswered(Exchange exchange, Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        String unreached = unreached(cause);
        return unavailable(
                !unreached.isEmpty()
                        ? "the Claude API cannot be reached" + unreached + "; look at masker.upstream.url"
                        : silent(exchange) ? SILENT : "the Claude API broke the connection");
    }

    /** The refusal for an answer that did not come to its end. */
    Refusal brokenOff(Exchange exchange) {
        return unavailable(silent(exchange) ? SILENT : "the answer of the Claude API broke off");
    }

    private static String unreached(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || cause instanceof NotSslRecordException) {
                return ": TLS cannot be agreed on";
            }
        }
        return ConnectFault.in(failure);
    }

    private boolean silent(Exchange exchange) {
        return exchange.upstream().unheard().compareTo(patience) >= 0;
    }

    private static Refusal unavailable(String why) {
        return new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, why + NOT_REPEATED);
    }
}
