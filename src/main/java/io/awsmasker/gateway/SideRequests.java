package io.awsmasker.gateway;

import io.awsmasker.access.Callers;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.mapping.Tenant;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Requests that never become an {@link Exchange}: those about the gateway itself, and those that are refused before a route has
 * them. Their answers, log lines and numbers are like those of all others.
 */
@Singleton
public final class SideRequests {
    /** The name of what is refused before a route has it. */
    static final String UNROUTED = "unrouted";

    private final Callers callers;
    private final AnswerHeaders headers;
    private final RefusalReport report;
    private final List<ExchangeListener> listeners;

    SideRequests(Callers callers, AnswerHeaders headers, RefusalReport report, @All List<ExchangeListener> listeners) {
        this.callers = callers;
        this.headers = headers;
        this.report = report;
        this.listeners = listeners;
    }

    /**
     * Begins the answer.
     *
     * @param name of the endpoint in the log and the metrics, a constant
     */
    public Correlation begin(RoutingContext routing, String name) {
        routing.addEndHandler(ended -> listeners.forEach(
                listener -> listener.answered(name, routing.response().getStatusCode())));
        return headers.put(routing.request());
    }

    /** Whose mappings a request is about, by what it brings: as for one that goes to Claude. */
    public Tenant tenant(HttpServerRequest request) {
        String apiKey = request.getHeader("x-api-key");
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return new Tenant(callers.identify(apiKey, authorization).tenant());
    }

    /** Refuses what {@link #begin} began; {@code name} as there. */
    public void refuse(RoutingContext routing, Correlation correlation, String name, Throwable fault) {
        refuse(
                routing,
                correlation,
                name,
                Refusals.of(fault),
                Refusals.cause(fault).getClass().getSimpleName());
    }

    void refuse(RoutingContext routing, Correlation correlation, String name, Refusal refusal, String kind) {
        report.tell(correlation, name, refusal, kind);
        answer(routing, correlation, refusal);
    }

    static void answer(RoutingContext routing, Correlation correlation, Refusal refusal) {
        if (routing.response().headWritten()) {
            RefusalAnswer.cut(routing.request());
        } else {
            RefusalAnswer.send(routing.request(), correlation, refusal);
        }
    }
}
