package io.awsmasker.operations;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.StoreGuard;
import io.awsmasker.gateway.MappingStore;
import io.awsmasker.gateway.Refusals;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when requests would be served: the store answers and the circuit is closed. Otherwise says which of them is not so. */
@Readiness
@Singleton
class StoreReadiness implements AsyncHealthCheck {
    private final MappingStore store;
    private final StoreGuard guard;

    StoreReadiness(MappingStore store, StoreGuard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(store::probe)
                .map(fine -> guard.closed() ? response().up().build() : recovering())
                .onFailure()
                .recoverWithItem(fault -> response()
                        .down()
                        .withData("code", Refusals.of(fault).code().code())
                        .withData("reason", Refusals.of(fault).getMessage())
                        .build());
    }

    private HealthCheckResponse recovering() {
        return response()
                .down()
                .withData("code", ErrorCode.CIRCUIT_OPEN.code())
                .withData("reason", "the store answers again; the circuit closes after some successes")
                .build();
    }

    private HealthCheckResponseBuilder response() {
        return HealthCheckResponse.named("mapping-store")
                .withData("mode", store.mode())
                .withData("circuit", guard.state().name());
    }
}
