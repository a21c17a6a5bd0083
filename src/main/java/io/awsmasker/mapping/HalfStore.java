package io.awsmasker.mapping;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads and changes single keys of a tenant's mappings, each change atomic and only if the key is as it was seen. */
final class HalfStore {
    /** Sets the key, or deletes it, if it is as expected (empty: absent); answers what it holds then (empty: nothing). */
    private static final String SWAP = """
            local now = redis.call('GET', KEYS[1]) or ''
            if now ~= ARGV[1] then return now end
            if ARGV[2] ~= '' then
              local life = math.max(tonumber(ARGV[3]), redis.call('PTTL', KEYS[1]))
              redis.call('SET', KEYS[1], ARGV[2], 'PX', string.format('%d', life))
            elseif now ~= '' then
              redis.call('DEL', KEYS[1])
            end
            return ARGV[2]
            """;

    private final Trips trips;
    private final KeyNames keys;
    private final Duration ttl;

    HalfStore(Trips trips, KeyNames keys, Duration ttl) {
        this.trips = trips;
        this.keys = keys;
        this.ttl = ttl;
    }

    Future<@Nullable Half> mask(String name) {
        return get(keys.mask(name));
    }

    Future<@Nullable Half> unmask(String token) {
        return get(keys.unmask(token));
    }

    /** How long an unmask key will live, in milliseconds; negative when it has no end or is not there. */
    Future<Long> lifeOfUnmask(String token) {
        return trips.ask(Request.cmd(Command.PTTL).arg(keys.unmask(token)))
                .map(left -> left == null ? -1 : left.toLong());
    }

    /** The mask key after an attempt to change it from one value, null for none, to another, null for none. */
    Future<@Nullable Half> swapMask(String name, @Nullable Half from, @Nullable Half to) {
        return swap(keys.mask(name), from, to, ttl.toMillis());
    }

    /** As {@link #swapMask}; an unmask key lives twice as long. */
    Future<@Nullable Half> swapUnmask(String token, @Nullable Half from, @Nullable Half to) {
        return swap(keys.unmask(token), from, to, 2 * ttl.toMillis());
    }

    Future<String> nextToken(String tokenClass) {
        return trips.number(keys.counter(tokenClass)).map(number -> TokenShape.token(tokenClass, number));
    }

    /** As {@link #nextToken}, after so many tokens that were taken. */
    Future<String> tokenAfter(int taken, String tokenClass) {
        return trips.ask(Request.cmd(Command.INCRBY)
                        .arg(keys.counter(tokenClass))
                        .arg(Numbering.step(taken)))
                .map(number -> TokenShape.token(tokenClass, number == null ? 0 : number.toLong()));
    }

    private Future<@Nullable Half> get(String key) {
        return trips.ask(Request.cmd(Command.GET).arg(key)).map(HalfStore::parsed);
    }

    private Future<@Nullable Half> swap(String key, @Nullable Half from, @Nullable Half to, long millis) {
        return trips.ask(swap(key, from == null ? "" : from.value(), to == null ? "" : to.value(), millis))
                .map(HalfStore::parsed);
    }

    /** Deletes a key if it still holds what was read. */
    static Request deletion(String key, String read) {
        return swap(key, read, "", 0);
    }

    /** Sets a key that is free. */
    static Request claim(String key, String value, long millis) {
        return swap(key, "", value, millis);
    }

    /** Replaces what was read. */
    static Request replacement(String key, String read, String value, long millis) {
        return swap(key, read, value, millis);
    }

    private static Request swap(String key, String from, String to, long millis) {
        return Request.cmd(Command.EVAL)
                .arg(SWAP)
                .arg(1)
                .arg(key)
                .arg(from)
                .arg(to)
                .arg(millis);
    }

    private static @Nullable Half parsed(@Nullable Response answer) {
        String value = answer == null ? "" : answer.toString();
        return value.isEmpty() ? null : Half.parse(value);
    }
}
