package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Deletes keys in Redis, one by one, so that a cluster takes it; those of a tenant are found by a walk over their namespace. */
final class TenantKeys {
    private final RedisLink redis;

    TenantKeys(RedisLink redis) {
        this.redis = redis;
    }

    /** Succeeds with how many the tenant had in the namespace. */
    Future<Long> delete(Tenant tenant, String namespace) {
        AtomicLong deleted = new AtomicLong();
        return new KeyScan(redis)
                .each(
                        new KeyNames(tenant).prefix(namespace),
                        found -> delete(found.stream()
                                        .filter(key -> KeyOwner.of(namespace, key)
                                                .tenant()
                                                .equals(tenant))
                                        .toList())
                                .map(gone -> {
                                    deleted.addAndGet(gone);
                                    return null;
                                }))
                .map(done -> deleted.get());
    }

    /** Succeeds with how many of them there were. */
    Future<Long> delete(List<String> keys) {
        Trips trips = new Trips(redis);
        AtomicLong deleted = new AtomicLong();
        keys.forEach(key -> trips.ask(Request.cmd(Command.DEL).arg(key))
                .onSuccess(answer -> deleted.addAndGet(answer == null ? 0 : answer.toLong())));
        return trips.run().map(done -> deleted.get());
    }
}
