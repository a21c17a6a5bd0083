package io.awsmasker.gateway;

import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;

/** Takes a masked request through the proof and on its way. */
@Singleton
class Departure {
    private final Workload workload;
    private final Forward forward;
    private final ProofExemptions exemptions;

    Departure(Workload workload, Forward forward, Detector detector) {
        this.workload = workload;
        this.forward = forward;
        this.exemptions = ProofExemptions.of(detector.rules());
    }

    /** The beginning of Claude's answer to this request, paused; nothing that waits for it holds on to the masked request. */
    Future<HttpClientResponse> send(Exchange exchange, MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        return proved(masked)
                .onSuccess(body -> {
                    exchange.masked(masked);
                    exchange.body(body);
                })
                .compose(body -> {
                    exchange.enter(Stage.FORWARD);
                    return forward.send(exchange);
                });
    }

    /** What leaves of this request, or a {@link Refusal} when something is left in it. */
    Future<ProvedBody> proved(MaskedRequest masked) {
        return workload.run(masked.body().length, () -> ProvedBody.of(masked, exemptions));
    }
}
