package io.awsmasker.failsecure;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

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
    /** Whether it has opened, and nobody has been told yet by what. */
    private final AtomicBoolean untold = new AtomicBoolean();

    private volatile boolean wasClosed = true;
    private volatile @Nullable Throwable last;
    private volatile Consumer<Throwable> opened = fault -> {};

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
                .onStateChange(this::changed)
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

    /**
     * Runs an operation on the store; the stage fails with one of the guard's exceptions or with the store's own. The cause
     * of the one that says that the circuit is open is the last fault of the store.
     */
    @SuppressWarnings("unchecked") // a stage of anything is a stage of objects to the guard, which only waits for it
    public <T> CompletionStage<T> call(Supplier<CompletionStage<T>> operation) {
        return ((CompletionStage<T>) guard.get(() -> (CompletionStage<Object>) operation.get(), STAGE))
                .whenComplete((done, fault) -> told(fault));
    }

    /** Hears the fault by which the circuit opens, each time that all was well before. */
    public void whenOpened(Consumer<Throwable> listener) {
        opened = listener;
    }

    private void changed(CircuitBreakerState now) {
        if (now == CircuitBreakerState.CLOSED) {
            wasClosed = true;
        } else if (now == CircuitBreakerState.OPEN && wasClosed) {
            wasClosed = false;
            untold.set(true);
        }
    }

    private void told(@Nullable Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof CircuitBreakerOpenException && cause.getCause() == null) {
            cause.initCause(last);
        } else if (cause != null && !(cause instanceof BulkheadException)) {
            last = cause;
            if (untold.getAndSet(false)) {
                opened.accept(cause);
            }
        }
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
