package io.awsmasker.operations;

import io.awsmasker.gateway.MappingStore;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the gateway is wired; whether the store answers is the business of readiness. */
@Startup
@Singleton
class StartedCheck implements HealthCheck {
    private final MappingStore store;

    StartedCheck(MappingStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .withData("mode", store.mode())
                .up()
                .build();
    }
}
