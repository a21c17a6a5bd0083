package io.awsmasker.gateway;

import io.awsmasker.access.Callers;
import io.awsmasker.claude.Answering;
import io.awsmasker.claude.BatchMasking;
import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.claude.RequestMasking.Read;
import io.awsmasker.claude.Treatment;
import io.awsmasker.claude.UploadMasking;
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
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
    private final Masker lasting;
    private final RequestMasking masking;
    private final RequestMasking batches;
    private final UploadMasking uploads;
    private final MappingStore store;
    private final Owners owners;
    private final InFlight inFlight;
    private final OpenRequests openRequests;
    private final Workload workload;
    private final Forward forward;
    private final Answer answer;
    private final ProofExemptions exemptions;
    private final String ruleset;
    private final List<ExchangeListener> listeners;

    Gateway(
            Callers callers,
            Detector detector,
            MappingStore store,
            Masker masker,
            ContentPolicy policy,
            InFlight inFlight,
            OpenRequests openRequests,
            Workload workload,
            Upstream upstream,
            PublicAddress address,
            @All List<ExchangeListener> listeners) {
        this.callers = callers;
        this.ruleset = detector.rules().version();
        this.lasting = new Masker(detector, store.lasting());
        this.masking = new RequestMasking(masker, lasting, store.recollections(), policy, ruleset);
        this.batches = new RequestMasking(lasting, lasting, store.recollections(), policy, ruleset);
        this.uploads = new UploadMasking(lasting, policy.opaqueAllowed());
        this.store = store;
        this.owners = new Owners(store.ownership());
        this.inFlight = inFlight;
        this.openRequests = openRequests;
        this.workload = workload;
        this.forward = new Forward(upstream, new OutgoingText(detector));
        this.answer = new Answer(owners, address);
        this.exemptions = ProofExemptions.of(detector.rules());
        this.listeners = listeners;
    }

    void routes(@Observes Router router) {
        router.route().order(LAST).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Exchange exchange = new Exchange(routing, Correlation.of(request));
        openRequests.opened(routing);
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
        authenticate(exchange);
        return owners.check(exchange, ids(exchange)).compose(owned -> {
            if (treatment instanceof Treatment.Masked) {
                return receive(exchange)
                        .compose(body -> decode(exchange, body))
                        .compose(read -> mask(exchange, read))
                        .compose(masked -> provedAndForwarded(exchange, masked));
            }
            if (treatment instanceof Treatment.Upload) {
                return receive(exchange)
                        .compose(body -> upload(exchange, body))
                        .compose(masked -> provedAndForwarded(exchange, masked));
            }
            return (treatment instanceof Treatment.Batch ? batch(exchange) : forward(exchange))
                    .compose(upstream -> answer.send(exchange, upstream, () -> passed(exchange)));
        });
    }

    private void authenticate(Exchange exchange) {
        exchange.enter(Stage.AUTHENTICATE);
        HttpServerRequest request = exchange.request();
        exchange.caller(callers.identify(request.getHeader("x-api-key"), request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private static List<String> ids(Exchange exchange) {
        String id = exchange.endpoint().ownedId(exchange.request().path());
        return id == null ? List.of() : List.of(id);
    }

    private Future<byte[]> receive(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        boolean form = exchange.endpoint().treatment() instanceof Treatment.Upload;
        if (form) {
            Form.check(request);
        } else {
            Decode.check(request);
        }
        InFlight.Room room = inFlight.room(exchange);
        return Receive.body(request, length -> room.resize(length * InFlight.READING))
                .map(body -> {
                    room.resize((long) Decode.weight(request, body.length()) * InFlight.COST);
                    return body.getBytes();
                });
    }

    private Future<Read> decode(Exchange exchange, byte[] body) {
        exchange.enter(Stage.DECODE);
        return workload.run(Decode.weight(exchange.request(), body.length), () -> {
                    byte[] plain = Decode.plain(exchange.request(), body);
                    return masking.read(plain);
                })
                .compose(read -> {
                    exchange.kept(read.kept());
                    return owners.check(exchange, read.references()).map(read);
                });
    }

    private Future<MaskedRequest> mask(Exchange exchange, Read read) {
        exchange.enter(Stage.MASK);
        return admitted(exchange, () -> masking.recall(exchange.tenant(), read))
                .compose(known -> workload.run(read.size(), () -> masking.prepare(read, known)))
                .compose(prepared ->
                        Future.fromCompletionStage(masking.mask(exchange.tenant(), prepared), exchange.context()));
    }

    private Future<MaskedRequest> upload(Exchange exchange, byte[] body) {
        exchange.enter(Stage.DECODE);
        String contentType = String.valueOf(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE));
        String boundary = Form.boundary();
        exchange.contentType(Form.contentType(boundary));
        return workload.run(body.length, () -> uploads.prepare(Form.parts(contentType, body)))
                .compose(prepared -> {
                    exchange.enter(Stage.MASK);
                    return admitted(exchange, () -> uploads.mask(exchange.tenant(), prepared, boundary));
                });
    }

    private Future<HttpClientResponse> batch(Exchange exchange) {
        Decode.check(exchange.request());
        Decode.checkPlain(exchange.request());
        exchange.enter(Stage.DECODE);
        BatchMasking batch = new BatchMasking(batches, exchange.tenant());
        BatchForward sender =
                new BatchForward(exchange, batch, part -> masked(exchange, part), forward, inFlight.room(exchange));
        return sender.send().onSuccess(answered -> exchange.counted(sender.counts()));
    }

    private Future<MaskedRequest> masked(Exchange exchange, BatchMasking.Part part) {
        return workload.run(part.size(), part::read)
                .compose(read -> owners.check(exchange, read.references()).map(read))
                .compose(read -> admitted(exchange, () -> part.recall(read))
                        .compose(known -> workload.run(part.size(), () -> part.prepare(read, known))))
                .compose(prepared -> Future.fromCompletionStage(part.mask(prepared), exchange.context()))
                .compose(this::proved);
    }

    private <T> Future<T> admitted(Exchange exchange, Supplier<CompletionStage<T>> work) {
        return Future.fromCompletionStage(store.admit().thenCompose(admitted -> work.get()), exchange.context());
    }

    private Future<Void> provedAndForwarded(Exchange exchange, MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        return proved(masked)
                .compose(proved -> {
                    exchange.masked(proved);
                    return forward(exchange);
                })
                .compose(upstream ->
                        answer.send(exchange, upstream, () -> masking.answering(exchange.tenant(), masked)));
    }

    /** The answer to a request that carried no text, or text that is not at hand any more. */
    private Answering passed(Exchange exchange) {
        return exchange.endpoint().answer() == Treatment.Form.LINES
                ? batches.results(exchange.tenant())
                : Answering.once(lasting.restoration(exchange.tenant()));
    }

    private Future<MaskedRequest> proved(MaskedRequest masked) {
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
                    return masked;
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
