package io.awsmasker.gateway;

import io.awsmasker.access.Callers;
import io.awsmasker.claude.Treatment;
import io.awsmasker.failsecure.Refusal;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * The route: takes every request of the main port through the {@link Stage}s of its life. A stage that fails refuses the
 * request, and before {@link Stage#FORWARD} no byte of it has left.
 */
@ApplicationScoped
public class Gateway {
    private static final int LAST = 100_000;

    private final Callers callers;
    private final Owners owners;
    private final OpenRequests openRequests;
    private final InFlight inFlight;
    private final Pipelines pipelines;
    private final AnswerHeaders headers;
    private final RefusalReport report;
    private final List<ExchangeListener> listeners;

    Gateway(
            Callers callers,
            Owners owners,
            OpenRequests openRequests,
            InFlight inFlight,
            Pipelines pipelines,
            AnswerHeaders headers,
            RefusalReport report,
            @All List<ExchangeListener> listeners) {
        this.callers = callers;
        this.owners = owners;
        this.openRequests = openRequests;
        this.inFlight = inFlight;
        this.pipelines = pipelines;
        this.headers = headers;
        this.report = report;
        this.listeners = listeners;
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Exchange exchange = new Exchange(routing, headers.put(request), inFlight.ofRequest(routing));
        openRequests.opened(routing);
        routing.response().putHeader(Answer.MASKED_RESPONSE, "true");
        routing.addEndHandler(ended -> {
            if (ended.failed()) {
                exchange.clientLeft();
            }
            listeners.forEach(listener -> listener.ended(exchange));
        });
        Future.succeededFuture(exchange).compose(this::live).onFailure(fault -> refuse(exchange, fault));
    }

    private Future<Void> live(Exchange exchange) {
        exchange.endpoint(Receive.lookUp(exchange.request()));
        Treatment treatment = exchange.endpoint().treatment();
        if (treatment instanceof Treatment.Answered) {
            return exchange.response().end();
        }
        authenticate(exchange);
        Pipeline pipeline = pipelines.of(treatment);
        return owners.check(exchange, ids(exchange)).compose(owned -> pipeline.carry(exchange));
    }

    private void authenticate(Exchange exchange) {
        exchange.enter(Stage.AUTHENTICATE);
        HttpServerRequest request = exchange.request();
        String apiKey = request.getHeader("x-api-key");
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        CredentialCheck.ofHeader("x-api-key", apiKey);
        CredentialCheck.ofHeader("authorization", authorization);
        exchange.caller(callers.identify(apiKey, authorization));
    }

    private static List<String> ids(Exchange exchange) {
        String id = exchange.endpoint().ownedId(exchange.request().path());
        return id == null ? List.of() : List.of(id);
    }

    private void refuse(Exchange exchange, Throwable fault) {
        if (exchange.clientGone()) {
            return;
        }
        Refusal refusal = exchange.passport().reached(Stage.RESTORE) ? Refusals.restoring(fault) : Refusals.of(fault);
        report.tell(
                exchange.correlation(),
                exchange.endpointName(),
                refusal,
                Refusals.cause(fault).getClass().getSimpleName() + " in "
                        + exchange.passport().stage());
        if (exchange.response().headWritten()) {
            if (!exchange.response().ended()) {
                RefusalAnswer.cut(exchange.request());
            }
            return;
        }
        RefusalAnswer.send(exchange.request(), exchange.correlation(), refusal);
    }
}
