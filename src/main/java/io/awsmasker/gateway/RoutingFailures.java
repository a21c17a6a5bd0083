package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Answers what fails before any route has it, on both ports, as every other refusal is answered. The platform's own handler
 * would write the request line to the log, and whatever a client wrote in it.
 */
@Singleton
class RoutingFailures {
    private static final Logger LOG = Logger.getLogger(RoutingFailures.class);

    /** Behind all routes, in front of the platform's last one. */
    private static final int LAST = 200_000;

    void routes(@Observes Router router) {
        router.route().order(LAST).failureHandler(RoutingFailures::refuse);
    }

    void management(@Observes ManagementInterface management) {
        management.router().route().order(LAST).failureHandler(RoutingFailures::refuse);
    }

    private static Refusal refusal(int status) {
        if (status == 404) {
            return new Refusal(ErrorCode.UNKNOWN_PATH, "nothing is served at this path");
        }
        return status >= 400 && status < 500
                ? new Refusal(
                        ErrorCode.SECURITY_BYPASS_ATTEMPT,
                        "the request line or the host header of this request is not one that HTTP allows")
                : new Refusal(
                        ErrorCode.MASKING_PROCESSING_ERROR, "the request could not be served" + Refusals.NOTHING_SENT);
    }

    private static void refuse(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Throwable fault = routing.failure();
        Correlation correlation = Correlation.of(request);
        Refusal refusal = refusal(routing.statusCode());
        LOG.infof(
                "%s refused before it was routed with %s: status %d%s",
                correlation.id(),
                refusal.code().code(),
                routing.statusCode(),
                fault == null ? "" : ", " + fault.getClass().getSimpleName());
        if (routing.response().headWritten()) {
            RefusalAnswer.cut(request);
        } else {
            RefusalAnswer.send(request, correlation, refusal);
        }
    }
}
