package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recollections in Redis, under {@code aws:signed:<hash>}, {@code aws:turn:<hash>} and {@code aws:said:<hash>}; tenants
 * other than the default one have their id in front of the hash. Each command has one key, so a cluster takes them too.
 * With an encryption key the hash is under it, since the hash of a short text can be guessed.
 */
public final class RedisRecollections implements Recollections {
    private final RedisLink redis;
    private final StoredTexts texts;
    private final long ttl;

    /** @param ttl how long a note lives after its last use, at least a millisecond */
    public RedisRecollections(RedisLink redis, StoredTexts texts, Duration ttl) {
        this.redis = redis;
        this.texts = texts;
        this.ttl = ttl.toMillis();
    }

    @Override
    public CompletionStage<Map<String, String>> recall(Tenant tenant, Kind kind, Collection<String> hashes) {
        Map<String, String> notes = new HashMap<>();
        TextForm other = texts.other();
        Future<Void> recalled = recall(tenant, kind, texts.current(), hashes, notes);
        return Failures.named((other == null
                        ? recalled
                        : recalled.compose(done -> {
                            List<String> missing = hashes.stream()
                                    .filter(hash -> !notes.containsKey(hash))
                                    .toList();
                            return recall(tenant, kind, other, missing, notes);
                        }))
                .map(done -> notes));
    }

    private Future<Void> recall(
            Tenant tenant, Kind kind, TextForm form, Collection<String> hashes, Map<String, String> notes) {
        return trips(
                List.copyOf(hashes),
                hash -> Request.cmd(Command.GETEX)
                        .arg(key(tenant, kind, form.name(tenant, hash)))
                        .arg("PX")
                        .arg(ttl),
                (hash, note) -> {
                    if (note != null) {
                        notes.put(hash, note.toString());
                    }
                });
    }

    @Override
    public CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> notes) {
        return Failures.named(trips(
                List.copyOf(notes.entrySet()),
                note -> Request.cmd(Command.SET)
                        .arg(key(tenant, kind, texts.current().name(tenant, note.getKey())))
                        .arg(note.getValue())
                        .arg("PX")
                        .arg(ttl),
                (note, stored) -> {}));
    }

    @Override
    public CompletionStage<Void> forget(Tenant tenant) {
        TenantKeys keys = new TenantKeys(redis);
        Future<Void> forgotten = Future.succeededFuture();
        for (Kind kind : Kind.values()) {
            forgotten = forgotten.compose(
                    before -> keys.delete(tenant, namespace(kind)).mapEmpty());
        }
        return Failures.named(forgotten);
    }

    private static String key(Tenant tenant, Kind kind, String name) {
        return new KeyNames(tenant).prefix(namespace(kind)) + name;
    }

    private static String namespace(Kind kind) {
        return "aws:" + kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    private <T> Future<Void> trips(
            List<T> items, Function<T, Request> request, BiConsumer<T, @Nullable Response> answer) {
        Future<Void> done = Future.succeededFuture();
        for (int start = 0; start < items.size(); start += RedisLink.MAX_REQUESTS) {
            List<T> trip = items.subList(start, Math.min(start + RedisLink.MAX_REQUESTS, items.size()));
            done = done.compose(before -> redis.send(trip.stream().map(request).toList())
                    .map(responses -> {
                        for (int i = 0; i < trip.size(); i++) {
                            answer.accept(trip.get(i), responses.get(i));
                        }
                        return null;
                    }));
        }
        return done;
    }
}
