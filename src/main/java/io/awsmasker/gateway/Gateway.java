package io.awsmasker.gateway;

import io.awsmasker.access.Callers;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.claude.RequestMasking.Prepared;
import io.awsmasker.claude.Treatment;
import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Restoration;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The route: takes every request of the main port through the {@link Stage}s of its life. A stage that fails refuses the
 * request, and before {@link Stage#FORWARD} no byte of it has left.
 */
@ApplicationScoped
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final int LAST = 100_000;

    private final Callers callers;
    private final Masker masker;
    private final RequestMasking masking;
    private final MappingStore store;
    private final InFlight inFlight;
    private final OpenRequests openRequests;
    private final Workload workload;
    private final Forward forward;
    private final ProofExemptions exemptions;
    private final String ruleset;
    private final List<ExchangeListener> listeners;

    Gateway(
            Callers callers,
            Detector detector,
            MappingStore store,
            Masker masker,
            InFlight inFlight,
            OpenRequests openRequests,
            Workload workload,
            Upstream upstream,
            @All List<ExchangeListener> listeners) {
        this.callers = callers;
        this.masker = masker;
        this.masking = new RequestMasking(masker);
        this.store = store;
        this.inFlight = inFlight;
        this.openRequests = openRequests;
        this.workload = workload;
        this.forward = new Forward(upstream, new OutgoingText(detector));
        this.exemptions = ProofExemptions.of(detector.rules());
        this.ruleset = detector.rules().version();
        this.listeners = listeners;
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Exchange exchange = new Exchange(routing, Correlation.of(request));
        openRequests.opened(routing);
        routing.response().putHeader("X-Redis-Mode", store.mode()).putHeader("X-Masking-Ruleset", ruleset);
        routing.addEndHandler(ended -> {
            if (ended.failed()) {
                exchange.clientLeft();
            }
            listeners.forEach(listener -> listener.ended(exchange));
        });
        Future.succeededFuture(exchange).compose(this::live).onFailure(fault -> refuse(exchange, fault));
    }

    private Future<Void> live(Exchange exchange) {
        exchange.enter(Stage.RECEIVE);
        exchange.endpoint(Receive.lookUp(exchange.request()));
        Treatment treatment = exchange.endpoint().treatment();
        if (treatment instanceof Treatment.Answered) {
            return exchange.response().end();
        }
        Future<Restoration> ready = treatment instanceof Treatment.Masked
                ? authenticate(exchange)
                        .compose(this::receive)
                        .compose(this::decode)
                        .compose(prepared -> mask(exchange, prepared))
                        .compose(masked -> prove(exchange, masked))
                : authenticate(exchange).map(known -> masker.restoration(known.tenant()));
        return ready.compose(
                restoration -> forward(exchange).compose(upstream -> Answer.send(exchange, upstream, restoration)));
    }

    private Future<Exchange> authenticate(Exchange exchange) {
        exchange.enter(Stage.AUTHENTICATE);
        HttpServerRequest request = exchange.request();
        exchange.caller(callers.identify(request.getHeader("x-api-key"), request.getHeader(HttpHeaders.AUTHORIZATION)));
        return Future.succeededFuture(exchange);
    }

    private Future<Exchange> receive(Exchange exchange) {
        Decode.check(exchange.request());
        return Receive.body(exchange.request()).map(body -> {
            inFlight.admit(exchange, Decode.weight(exchange.request(), body.length()));
            exchange.body(body);
            return exchange;
        });
    }

    private Future<Prepared> decode(Exchange exchange) {
        exchange.enter(Stage.DECODE);
        byte[] body = exchange.body().getBytes();
        return workload.run(Decode.weight(exchange.request(), body.length), () -> {
            byte[] plain = Decode.plain(exchange.request(), body);
            return masking.prepare(plain);
        });
    }

    private Future<MaskedRequest> mask(Exchange exchange, Prepared prepared) {
        exchange.enter(Stage.MASK);
        return Future.fromCompletionStage(
                store.admit().thenCompose(admitted -> masking.mask(exchange.tenant(), prepared)), exchange.context());
    }

    private Future<Restoration> prove(Exchange exchange, MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        byte[] body = masked.body();
        return workload.run(
                        body.length, () -> OutgoingProof.check(body, 0, body.length, masked.concealed(), exemptions))
                .map(leak -> {
                    if (leak.isPresent()) {
                        throw new Refusal(
                                ErrorCode.UNMASKED_DATA_LEAK,
                                "the masked body still holds something of kind "
                                        + leak.get().kind() + " at byte "
                                        + leak.get().offset() + "; nothing was sent");
                    }
                    exchange.masked(masked);
                    return masked.restoration();
                });
    }

    private Future<HttpClientResponse> forward(Exchange exchange) {
        exchange.enter(Stage.FORWARD);
        return forward.send(exchange);
    }

    private void refuse(Exchange exchange, Throwable fault) {
        if (exchange.clientGone()) {
            return;
        }
        Refusal refusal = exchange.reached(Stage.RESTORE) ? Refusals.restoring(fault) : Refusals.of(fault);
        ErrorCode code = refusal.code();
        LOG.infof(
                "%s %s refused with %s %s: %s",
                exchange.correlation().id(),
                exchange.endpointName(),
                code.code(),
                code.contractName(),
                refusal.getMessage());
        listeners.forEach(listener -> listener.refused(exchange, code));
        if (exchange.response().headWritten()) {
            return;
        }
        RefusalAnswer.send(exchange.request(), exchange.correlation(), refusal);
    }
}
