package io.awsmasker.mapping;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a key holds and how long it will go on doing so.
 *
 * @param value what it holds
 * @param millis how long, negative for ever
 */
record Aged(String value, long millis) {
    /** Reads both in one trip; empty when there is no such key. */
    static Future<Optional<Aged>> read(Trips trips, String key) {
        Future<@Nullable Response> value = trips.ask(Request.cmd(Command.GET).arg(key));
        Future<@Nullable Response> life = trips.ask(Request.cmd(Command.PTTL).arg(key));
        return Future.join(value, life).map(read -> {
            Response found = value.result();
            Response left = life.result();
            return found == null || left == null || left.toLong() == -2
                    ? Optional.empty()
                    : Optional.of(new Aged(found.toString(), left.toLong()));
        });
    }

    /** How long it lives, where what has no end gets one. */
    long millisOr(long otherwise) {
        return millis < 0 ? otherwise : Math.max(1, millis);
    }
}
