package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The end of the program without a cut stream: SIGTERM turns readiness red, new requests are served until the load balancer
 * has seen that ({@code quarkus.shutdown.delay}) and refused from then on, and those under way have
 * {@code quarkus.shutdown.timeout} to finish. The platform waits for them but goes on serving new ones, hence this class.
 */
@Singleton
class Draining {
    private static final Logger LOG = Logger.getLogger(Draining.class);
    private static final int FIRST = -100_000;

    private final SideRequests side;
    private final Vertx vertx;
    private final Duration delay;
    private volatile boolean refusing;

    Draining(
            SideRequests side,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay) {
        this.side = side;
        this.vertx = vertx;
        this.delay = delay;
    }

    /** A stop that was asked for is no failure: exit status 0 instead of 143. */
    void stopOnRequest(@Observes StartupEvent started) {
        TerminationSignal.handle(() -> Quarkus.asyncExit(0));
    }

    void begin(@Observes ShutdownDelayInitiatedEvent stopping) {
        LOG.infof("stopping: new requests are refused in %d s, those under way may finish", delay.toSeconds());
        vertx.setTimer(Math.max(1, delay.toMillis()), waited -> refusing = true);
    }

    void routes(@Observes Router router) {
        router.route().order(FIRST).handler(this::admit);
    }

    private void admit(RoutingContext routing) {
        if (refusing) {
            side.refuse(
                    routing,
                    side.begin(routing, SideRequests.UNROUTED),
                    SideRequests.UNROUTED,
                    new Refusal(
                            ErrorCode.SHUTTING_DOWN, "this instance is stopping and takes no new requests; try again"));
        } else {
            routing.next();
        }
    }
}
