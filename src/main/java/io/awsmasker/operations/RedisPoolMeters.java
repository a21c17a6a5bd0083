package io.awsmasker.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * Leaves out the gauges of the Redis clients: each new credential brings new clients, and a gauge would stay with the first
 * one for ever. Their timers and counters are shared by all clients of a server, and tell the same truth.
 */
@Singleton
final class RedisPoolMeters {
    private static final String CLIENT = "redis";

    /** Before anything that starts calls Redis; Quarkus applies the filters that are beans only after all have started. */
    void leaveOutGauges(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        Metrics.globalRegistry.config().meterFilter(MeterFilter.deny(RedisPoolMeters::isGaugeOfClient));
    }

    private static boolean isGaugeOfClient(Meter.Id id) {
        boolean ofRedis = CLIENT.equals(id.getTag("pool.type")) || CLIENT.equals(id.getTag("clientType"));
        return ofRedis && id.getType() == Meter.Type.GAUGE;
    }
}
