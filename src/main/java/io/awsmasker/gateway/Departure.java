package io.awsmasker.gateway;

import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;

/** The only door for a masked body: nothing leaves through it before the proof has searched the very bytes that leave. */
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

    /** The beginning of Claude's answer to this request, paused. */
    Future<HttpClientResponse> send(Exchange exchange, MaskedRequest masked) {
        exchange.enter(Stage.PROVE);
        return proved(masked).compose(proved -> {
            exchange.masked(proved);
            exchange.enter(Stage.FORWARD);
            return forward.send(exchange);
        });
    }

    /** The same request, or a {@link Refusal} when something is left in it. */
    Future<MaskedRequest> proved(MaskedRequest masked) {
        byte[] body = masked.toProve();
        return workload.run(
                        body.length,
                        () -> new OutgoingProof(masked.concealed(), exemptions).check(body, 0, body.length))
                .map(leak -> {
                    if (leak.isPresent()) {
                        throw new Refusal(
                                ErrorCode.UNMASKED_DATA_LEAK,
                                "the masked body still holds something of kind "
                                        + leak.get().kind() + " at byte "
                                        + leak.get().offset()
                                        + ", which the proof before sending does not let through; write the value in"
                                        + " plain text (not percent-encoded twice, not in a key or a signed or"
                                        + " encoded field) or leave it out, and report it if it was plain text"
                                        + Refusals.NOTHING_SENT);
                    }
                    return masked;
                });
    }
}
