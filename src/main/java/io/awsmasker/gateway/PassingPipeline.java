package io.awsmasker.gateway;

import io.awsmasker.claude.Answering;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.claude.Treatment;
import io.awsmasker.mask.Masker;
import io.vertx.core.Future;
import jakarta.inject.Singleton;

/** A request without a body: it passes as it is, and its answer is restored by what the tenant's mappings know. */
@Singleton
class PassingPipeline implements Pipeline {
    private final Forward forward;
    private final RequestMasking masking;
    private final Masker masker;
    private final Answer answer;

    PassingPipeline(Forward forward, @Lasting RequestMasking masking, @Lasting Masker masker, Answer answer) {
        this.forward = forward;
        this.masking = masking;
        this.masker = masker;
        this.answer = answer;
    }

    @Override
    public Future<Void> carry(Exchange exchange) {
        exchange.enter(Stage.FORWARD);
        return forward.send(exchange).compose(upstream -> answer.send(exchange, upstream, () -> answering(exchange)));
    }

    private Answering answering(Exchange exchange) {
        return exchange.endpoint().answer() == Treatment.Form.LINES
                ? masking.results(exchange.tenant())
                : Answering.once(masker.restoration(exchange.tenant()));
    }
}
