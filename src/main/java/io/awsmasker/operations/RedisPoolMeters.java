package io.awsmasker.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out the gauges of the Redis clients: each new credential brings new clients, and a gauge would stay with the first
 * one for ever. Their timers and counters are shared by all clients of a server, and tell the same truth.
 */
final class RedisPoolMeters {
    private static final String CLIENT = "redis";

    private RedisPoolMeters() {}

    @Produces
    @Singleton
    static MeterFilter withoutGauges() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                boolean ofRedis = CLIENT.equals(id.getTag("pool.type")) || CLIENT.equals(id.getTag("clientType"));
                return ofRedis && id.getType() == Meter.Type.GAUGE ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }
}
