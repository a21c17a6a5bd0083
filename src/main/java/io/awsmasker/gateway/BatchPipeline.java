package io.awsmasker.gateway;

import io.awsmasker.claude.Answering;
import io.awsmasker.claude.BatchMasking;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.mask.Masker;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;

/** A batch of conversations, too large to be held: each part is masked, proved and sent while the next ones arrive. */
@Singleton
class BatchPipeline implements Pipeline {
    private final Owners owners;
    private final MappingStore store;
    private final Workload workload;
    private final RequestMasking masking;
    private final Masker masker;
    private final Departure departure;
    private final Forward forward;
    private final Answer answer;

    BatchPipeline(
            Owners owners,
            MappingStore store,
            Workload workload,
            @Lasting RequestMasking masking,
            @Lasting Masker masker,
            Departure departure,
            Forward forward,
            Answer answer) {
        this.owners = owners;
        this.store = store;
        this.workload = workload;
        this.masking = masking;
        this.masker = masker;
        this.departure = departure;
        this.forward = forward;
        this.answer = answer;
    }

    @Override
    public Future<Void> carry(Exchange exchange) {
        Decode.check(exchange.request());
        Decode.checkPlain(exchange.request());
        return send(exchange)
                .compose(upstream ->
                        answer.send(exchange, upstream, () -> Answering.once(masker.restoration(exchange.tenant()))));
    }

    private Future<HttpClientResponse> send(Exchange exchange) {
        exchange.enter(Stage.READ);
        RequestBody.announce(exchange.request(), BatchIntake.LARGEST);
        BatchMasking batch = new BatchMasking(masking, exchange.tenant());
        BatchForward sender = new BatchForward(exchange, forward);
        BatchIntake intake = new BatchIntake(exchange, batch, part -> mask(exchange, part), departure, sender);
        return intake.send().onSuccess(answered -> exchange.counts().masked(intake.counts()));
    }

    private Future<MaskedRequest> mask(Exchange exchange, BatchMasking.Part part) {
        exchange.enter(Stage.DECODE);
        return workload.run(part.size(), () -> CredentialCheck.passed(part.read()))
                .compose(read -> {
                    exchange.enter(Stage.MASK);
                    exchange.counts().met(read.unfamiliar());
                    return owners.check(exchange, read.references()).map(read);
                })
                .compose(read -> exchange.here(store.admitted(() -> part.recall(read)))
                        .compose(known -> workload.run(part.size(), () -> part.prepare(read, known))))
                .compose(prepared -> {
                    exchange.room().grow(InFlight.cost(part.size(), prepared.places(), prepared.values()));
                    return exchange.here(part.mask(prepared, workload.executor(part.size())));
                });
    }
}
