package io.awsmasker.gateway;

import io.awsmasker.access.Callers;
import io.awsmasker.claude.Answering;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.claude.RequestMasking.Read;
import io.awsmasker.claude.Treatment;
import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.mask.Masker;
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
            RequestMasking masking,
            InFlight inFlight,
            OpenRequests openRequests,
            Workload workload,
            Upstream upstream,
            @All List<ExchangeListener> listeners) {
        this.callers = callers;
        this.masker = masker;
        this.masking = masking;
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
        routing.response()
                .putHeader("X-Redis-Mode", store.mode())
                .putHeader("X-Masking-Ruleset", ruleset)
                .putHeader(Answer.MASKED_RESPONSE, "true");
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
        Future<Answering> ready = treatment instanceof Treatment.Masked
                ? authenticate(exchange)
                        .compose(this::receive)
                        .compose(this::decode)
                        .compose(read -> mask(exchange, read))
                        .compose(masked -> prove(exchange, masked))
                : authenticate(exchange).map(known -> Answering.once(masker.restoration(known.tenant())));
        return ready.compose(
                answering -> forward(exchange).compose(upstream -> Answer.send(exchange, upstream, answering)));
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

    private Future<Read> decode(Exchange exchange) {
        exchange.enter(Stage.DECODE);
        byte[] body = exchange.body().getBytes();
        return workload.run(Decode.weight(exchange.request(), body.length), () -> {
            byte[] plain = Decode.plain(exchange.request(), body);
            return masking.read(plain);
        });
    }

    private Future<MaskedRequest> mask(Exchange exchange, Read read) {
        exchange.enter(Stage.MASK);
        int size = Decode.weight(exchange.request(), exchange.body().length());
        return Future.fromCompletionStage(
                        store.admit().thenCompose(admitted -> masking.recall(exchange.tenant(), read)),
                        exchange.context())
                .compose(known -> workload.run(size, () -> masking.prepare(read, known)))
                .compose(prepared ->
                        Future.fromCompletionStage(masking.mask(exchange.tenant(), prepared), exchange.context()));
    }

    private Future<Answering> prove(Exchange exchange, MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        byte[] body = masked.toProve();
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
                    return masking.answering(exchange.tenant(), masked);
                });
    }

    private Future<HttpClientResponse> forward(Exchange exchange) {
        exchange.enter(Stage.FORWARD);
        return forward.send(exchange).compose(upstream -> remembered(exchange, upstream));
    }

    /** What has left is remembered before its answer begins, or the next turn could come too early; never a reason to fail. */
    private Future<HttpClientResponse> remembered(Exchange exchange, HttpClientResponse upstream) {
        MaskedRequest masked = exchange.masked();
        return masked == null
                ? Future.succeededFuture(upstream)
                : Future.fromCompletionStage(masking.sent(exchange.tenant(), masked), exchange.context())
                        .otherwiseEmpty()
                        .map(upstream);
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
