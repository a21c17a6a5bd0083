package io.awsmasker.gateway;

import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.claude.ReadRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.claude.SentRequest;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A conversation with Claude: masked as a whole, because a name that one turn makes known stands in others too. */
@Singleton
class MessagePipeline implements Pipeline {
    private final Intake intake;
    private final Owners owners;
    private final MappingStore store;
    private final Workload workload;
    private final RequestMasking masking;
    private final Departure departure;
    private final Answer answer;
    private final WholeAnswer whole;
    private final CachedAnswers cache;

    MessagePipeline(
            Intake intake,
            Owners owners,
            MappingStore store,
            Workload workload,
            RequestMasking masking,
            Departure departure,
            Answer answer,
            WholeAnswer whole,
            CachedAnswers cache) {
        this.intake = intake;
        this.owners = owners;
        this.store = store;
        this.workload = workload;
        this.masking = masking;
        this.departure = departure;
        this.answer = answer;
        this.whole = whole;
        this.cache = cache;
    }

    @Override
    public Future<Void> carry(Exchange exchange) {
        Decode.check(exchange.request());
        return intake.body(exchange)
                .compose(body -> read(exchange, body))
                .compose(read -> mask(exchange, read)
                        .compose(masked -> cache.find(exchange, read, masked).map(found -> new Asked(masked, found))))
                .compose(asked -> asked.answer.isPresent()
                        ? repeated(exchange, asked.request, asked.answer.get())
                        : forwarded(exchange, asked.request));
    }

    /** A masked request and the answer that it got before; nothing that waits for its answer may hold on to it. */
    private record Asked(MaskedRequest request, Optional<byte[]> answer) {}

    private Future<Void> forwarded(Exchange exchange, MaskedRequest masked) {
        SentRequest sent = masked.sent();
        return departure
                .send(exchange, masked)
                .compose(upstream -> remembered(exchange, sent).map(upstream))
                .compose(upstream -> answer.send(exchange, upstream, () -> masking.answering(exchange.tenant(), sent)));
    }

    /** Nothing leaves: the very same bytes did before. */
    private Future<Void> repeated(Exchange exchange, MaskedRequest masked, byte[] found) {
        SentRequest sent = masked.sent();
        exchange.masked(masked);
        exchange.left();
        return remembered(exchange, sent)
                .compose(done -> whole.again(exchange, found, masking.answering(exchange.tenant(), sent)));
    }

    private Future<ReadRequest> read(Exchange exchange, byte[] body) {
        return workload.run(body.length, () -> CredentialCheck.passed(masking.read(body)))
                .compose(read -> {
                    exchange.kept(read.kept());
                    exchange.counts().met(read.unfamiliar());
                    return owners.check(exchange, read.references()).map(read);
                });
    }

    private Future<MaskedRequest> mask(Exchange exchange, ReadRequest read) {
        exchange.enter(Stage.MASK);
        return exchange.here(store.admitted(() -> masking.recall(exchange.tenant(), read)))
                .compose(known -> workload.run(read.size(), () -> masking.prepare(read, known)))
                .compose(prepared -> {
                    exchange.room().grow(InFlight.cost(read.size(), prepared.places(), prepared.values()));
                    return exchange.here(masking.mask(exchange.tenant(), prepared, workload.executor(read.size())));
                });
    }

    /** What has left is remembered before its answer begins, or the next turn could come too early; never a reason to fail. */
    private Future<Void> remembered(Exchange exchange, SentRequest sent) {
        return exchange.here(masking.sent(exchange.tenant(), sent)).otherwiseEmpty();
    }
}
