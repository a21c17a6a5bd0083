package io.awsmasker.mapping;

import io.awsmasker.redis.RedisException;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Recollections in Redis, under {@code aws:signed:<hash>}, {@code aws:turn:<hash>} and {@code aws:said:<hash>}; tenants
 * other than the default one have their id in front of the hash. Each command has one key, so a cluster takes them too.
 */
public final class RedisRecollections implements Recollections {
    private final RedisLink redis;
    private final long ttl;

    /** @param ttl how long a note lives after its last use, at least a millisecond */
    public RedisRecollections(RedisLink redis, Duration ttl) {
        this.redis = redis;
        this.ttl = ttl.toMillis();
    }

    @Override
    public CompletionStage<Map<String, String>> recall(Tenant tenant, Kind kind, Collection<String> hashes) {
        Map<String, String> notes = new HashMap<>();
        return named(trips(
                        List.copyOf(hashes),
                        hash -> Request.cmd(Command.GETEX)
                                .arg(key(tenant, kind, hash))
                                .arg("PX")
                                .arg(ttl),
                        (hash, note) -> {
                            if (note != null) {
                                notes.put(hash, note.toString());
                            }
                        })
                .map(done -> notes));
    }

    @Override
    public CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> notes) {
        return named(trips(
                List.copyOf(notes.entrySet()),
                note -> Request.cmd(Command.SET)
                        .arg(key(tenant, kind, note.getKey()))
                        .arg(note.getValue())
                        .arg("PX")
                        .arg(ttl),
                (note, stored) -> {}));
    }

    private static String key(Tenant tenant, Kind kind, String hash) {
        String space = "aws:" + kind.name().toLowerCase(Locale.ROOT) + ":";
        return tenant.equals(Tenant.DEFAULT) ? space + hash : space + tenant.id() + ":" + hash;
    }

    private interface Answer<T> {
        void of(T item, @org.jspecify.annotations.Nullable Response response);
    }

    private <T> Future<Void> trips(List<T> items, Function<T, Request> request, Answer<T> answer) {
        Future<Void> done = Future.succeededFuture();
        for (int start = 0; start < items.size(); start += RedisLink.MAX_REQUESTS) {
            List<T> trip = items.subList(start, Math.min(start + RedisLink.MAX_REQUESTS, items.size()));
            done = done.compose(before -> redis.send(
                            new ArrayList<>(trip.stream().map(request).toList()))
                    .map(responses -> {
                        for (int i = 0; i < trip.size(); i++) {
                            answer.of(trip.get(i), responses.get(i));
                        }
                        return null;
                    }));
        }
        return done;
    }

    private static <T> CompletionStage<T> named(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(
                        failure instanceof RedisException fault && fault.getMessage() != null
                                ? new MappingException(
                                        MappingException.Reason.valueOf(
                                                fault.reason().name()),
                                        fault.getMessage())
                                : new MappingException(
                                        MappingException.Reason.OPERATION,
                                        "the store gave an answer that makes no sense")))
                .toCompletionStage();
    }
}
