package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers what fails before any route has it, on both ports, as every other refusal is answered. The platform's own handler
 * would write the request line to the log, and whatever a client wrote in it.
 */
@Singleton
class RoutingFailures {
    /** Behind all routes, in front of the platform's last one. */
    private static final int LAST = 200_000;

    private final SideRequests side;

    RoutingFailures(SideRequests side) {
        this.side = side;
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).failureHandler(this::refuse);
    }

    void management(@Observes ManagementInterface management) {
        management.router().route().order(LAST).failureHandler(RoutingFailures::refuseManagement);
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

    private static String kind(RoutingContext routing) {
        Throwable fault = routing.failure();
        return "status " + routing.statusCode()
                + (fault == null ? "" : ", " + fault.getClass().getSimpleName());
    }

    private void refuse(RoutingContext routing) {
        Correlation correlation = side.begin(routing, SideRequests.UNROUTED);
        side.refuse(routing, correlation, SideRequests.UNROUTED, refusal(routing.statusCode()), kind(routing));
    }

    /** This port leads nowhere, so nothing of it is counted as blocked. */
    private static void refuseManagement(RoutingContext routing) {
        Correlation correlation = Correlation.of(routing.request());
        Refusal refusal = refusal(routing.statusCode());
        RefusalReport.log(correlation, "management", refusal, kind(routing));
        SideRequests.answer(routing, correlation, refusal);
    }
}
