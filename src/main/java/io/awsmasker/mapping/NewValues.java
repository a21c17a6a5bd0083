package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import org.jspecify.annotations.Nullable;

/** Counts the values that are new to a tenant in this minute, over all instances, and admits no more than its share. */
final class NewValues {
    private static final long WINDOW_MILLIS = 60_000;

    private final Trips trips;
    private final String key;
    private final long limit;
    private @Nullable Future<?> expiry;

    /** @param limit how many a minute, 0 for any number */
    NewValues(Trips trips, KeyNames keys, long limit) {
        this.trips = trips;
        this.key = window(keys);
        this.limit = limit;
    }

    static String window(KeyNames keys) {
        return keys.newValues() + ":" + System.currentTimeMillis() / WINDOW_MILLIS;
    }

    static MappingException refusal() {
        return new MappingException(
                Reason.TOO_MANY_NEW,
                "this tenant brings more new values a minute than masker.mapping.max-new-per-minute allows");
    }

    Future<Void> admit() {
        if (limit == 0) {
            return Future.succeededFuture();
        }
        if (expiry == null) {
            expiry = trips.next()
                    .compose(counted ->
                            trips.ask(Request.cmd(Command.PEXPIRE).arg(key).arg(2 * WINDOW_MILLIS)));
        }
        return trips.number(key)
                .compose(number -> number <= limit ? Future.succeededFuture() : Future.failedFuture(refusal()));
    }
}
