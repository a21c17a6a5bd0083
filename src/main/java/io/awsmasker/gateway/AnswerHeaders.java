package io.awsmasker.gateway;

import io.awsmasker.detect.Detector;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** The headers that every answer of the main port bears, whoever gives it: by what it is found, and how it was masked. */
@Singleton
class AnswerHeaders {
    private final MappingStore store;
    private final String ruleset;

    AnswerHeaders(MappingStore store, Detector detector) {
        this.store = store;
        this.ruleset = detector.rules().version();
    }

    /** Puts them, and returns what the request is called from now on. */
    Correlation put(HttpServerRequest request) {
        request.response().putHeader("X-Redis-Mode", store.mode()).putHeader("X-Masking-Ruleset", ruleset);
        return Correlation.of(request);
    }
}
