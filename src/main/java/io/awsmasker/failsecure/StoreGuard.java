package io.awsmasker.failsecure;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Stands between the gateway and its mapping store: circuit breaker, time limit and bulkhead of SmallRye Fault Tolerance.
 * What it lets fail, fails at once, so a sick store blocks requests with a clear answer instead of piling them up.
 */
@Singleton
public class StoreGuard {
    private static final String CIRCUIT = "mapping-store";
    private static final TypeLiteral<CompletionStage<Object>> STAGE = new TypeLiteral<>() {};

    private final Guard guard;
    private final CircuitBreakerMaintenance maintenance;

    StoreGuard(GuardSettings settings, CircuitBreakerMaintenance maintenance) {
        this.maintenance = maintenance;
        this.guard = Guard.create()
                .withDescription(CIRCUIT)
                .withCircuitBreaker()
                .name(CIRCUIT)
                .requestVolumeThreshold(settings.failures())
                .failureRatio(1.0)
                .delay(settings.delay().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(settings.successes())
                .skipOn(BulkheadException.class)
                .done()
                .withTimeout()
                .duration(settings.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(settings.concurrency())
                .queueSize(settings.concurrency())
                .done()
                .build();
    }

    /** Runs an operation on the store; the stage fails with one of the guard's exceptions or with the store's own. */
    @SuppressWarnings("unchecked") // a stage of anything is a stage of objects to the guard, which only waits for it
    public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> operation) {
        return (CompletionStage<T>) guard.get(() -> (CompletionStage<Object>) operation.get(), STAGE);
    }

    /** Whether calls pass freely: nothing has failed often enough to doubt the store. */
    public boolean closed() {
        return state() == CircuitBreakerState.CLOSED;
    }

    /** Where the circuit stands now. */
    public CircuitBreakerState state() {
        return maintenance.currentState(CIRCUIT);
    }
}
