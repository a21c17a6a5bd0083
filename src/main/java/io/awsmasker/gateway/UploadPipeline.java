package io.awsmasker.gateway;

import io.awsmasker.claude.Answering;
import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.SentRequest;
import io.awsmasker.claude.UploadMasking;
import io.awsmasker.mask.Masker;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

/** A form with files: masked as a whole and written anew, under a boundary that no masked text can hold. */
@Singleton
class UploadPipeline implements Pipeline {
    private final Intake intake;
    private final MappingStore store;
    private final Workload workload;
    private final UploadMasking uploads;
    private final Departure departure;
    private final Answer answer;

    UploadPipeline(
            Intake intake,
            MappingStore store,
            Workload workload,
            @Lasting Masker masker,
            ContentPolicy policy,
            Departure departure,
            Answer answer) {
        this.intake = intake;
        this.store = store;
        this.workload = workload;
        this.uploads = new UploadMasking(masker, policy.opaqueAllowed());
        this.departure = departure;
        this.answer = answer;
    }

    @Override
    public Future<Void> carry(Exchange exchange) {
        Form.check(exchange.request());
        return intake.body(exchange)
                .compose(body -> mask(exchange, body))
                .compose(masked -> forwarded(exchange, masked));
    }

    private Future<Void> forwarded(Exchange exchange, MaskedRequest masked) {
        SentRequest sent = masked.sent();
        return departure
                .send(exchange, masked)
                .compose(upstream -> answer.send(exchange, upstream, () -> Answering.once(sent.restoration())));
    }

    private Future<MaskedRequest> mask(Exchange exchange, byte[] body) {
        String contentType = String.valueOf(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE));
        String boundary = Form.boundary();
        exchange.contentType(Form.contentType(boundary));
        exchange.enter(Stage.MASK);
        return workload.run(body.length, () -> uploads.prepare(Form.parts(contentType, body)))
                .compose(prepared -> {
                    exchange.room().grow(InFlight.cost(body.length, prepared.places(), prepared.values()));
                    return exchange.here(store.admitted(
                            () -> uploads.mask(exchange.tenant(), prepared, boundary, workload.executor(body.length))));
                });
    }
}
