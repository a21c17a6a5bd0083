package io.awsmasker.operations;

import io.awsmasker.detect.Detector;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.gateway.Exchange;
import io.awsmasker.gateway.ExchangeListener;
import io.awsmasker.gateway.InFlight;
import io.awsmasker.gateway.OpenRequests;
import io.awsmasker.gateway.Stage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Counts and times what the gateway does. Tags are constants of the program and classes of tokens, never values. */
@Singleton
class Meters implements ExchangeListener {
    private final MeterRegistry registry;
    private final StoreGuard guard;

    Meters(MeterRegistry registry, StoreGuard guard, Detector detector, OpenRequests open, InFlight inFlight) {
        Gauge.builder("masker_ruleset_info", () -> 1)
                .description("1, tagged with the version of the catalogue and the settings of masking")
                .tag("version", detector.rules().version())
                .register(registry);
        Gauge.builder("masker_requests_open", open, OpenRequests::count)
                .description("requests whose answer has not ended")
                .register(registry);
        Gauge.builder("masker_streams_open", open, OpenRequests::streams)
                .description("answers that are passing piece by piece")
                .register(registry);
        Gauge.builder("masker_in_flight_bytes", inFlight, InFlight::taken)
                .description("what the open requests take of the heap, as reckoned before they are let in")
                .register(registry);
        this.registry = registry;
        this.guard = guard;
        for (ErrorCode code : ErrorCode.values()) {
            blocked(code);
        }
        for (CircuitBreakerState state : CircuitBreakerState.values()) {
            Gauge.builder("masker_circuit_state", this, meters -> meters.guard.state() == state ? 1 : 0)
                    .description("1 for the state in which the circuit of the mapping store is")
                    .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
                    .register(registry);
        }
    }

    @Override
    public void ended(Exchange exchange) {
        answered(exchange.endpointName(), exchange.status());
        exchange.counts()
                .masked()
                .forEach((type, count) ->
                        registry.counter("masker_masked", "type", type).increment(count));
        exchange.counts()
                .unfamiliar()
                .forEach((where, count) ->
                        registry.counter("masker_unfamiliar", "in", where).increment(count));
        registry.counter("masker_restored").increment(exchange.counts().restored());
        registry.counter("masker_tokens_not_restored")
                .increment(exchange.counts().notRestored());
        String cacheResult = exchange.counts().cacheResult();
        if (cacheResult != null) {
            registry.counter("masker_answer_cache", "result", cacheResult).increment();
        }
        long masking = exchange.passport().nanosIn(Stage.DECODE, Stage.MASK, Stage.PROVE);
        if (masking > 0 && exchange.passport().reached(Stage.FORWARD)) {
            masked(masking);
        }
    }

    @Override
    public void answered(String endpoint, int status) {
        registry.counter("masker_requests", "endpoint", endpoint, "status", String.valueOf(status))
                .increment();
    }

    @Override
    public void refused(ErrorCode code) {
        blocked(code).increment();
    }

    /** There from the start: an alert on an increase does not see the first one of a counter that begins with it. */
    private Counter blocked(ErrorCode code) {
        return registry.counter("masker_blocked", "code", code.code(), "name", code.contractName());
    }

    private void masked(long nanos) {
        Timer.builder("masker_masking")
                .description("decoding, masking and proving a request, without waiting for the rest of its body")
                .publishPercentileHistogram()
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
