package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values that are new to a tenant in this minute, over all instances, and admits no more than its share. Values
 * are counted before they are made, so that the share is never exceeded; a call that is refused, or finds that another made a
 * value in the same moment, takes its count back. Only a text that looks like a token counts for each that raced for it.
 */
final class NewValues {
    private static final long WINDOW_MILLIS = 60_000;

    private final String key;
    private final long limit;
    private @Nullable Future<Void> admission;
    private long highest;
    private int counted;
    private int unused;

    /** @param limit how many a minute, 0 for any number */
    NewValues(KeyNames keys, long limit) {
        this.key = window(keys);
        this.limit = limit;
    }

    static String window(KeyNames keys) {
        return keys.newValues() + ":" + System.currentTimeMillis() / WINDOW_MILLIS;
    }

    /** @param values how many new ones a single call brings */
    static MappingException refusal(long values, long limit) {
        return values > limit
                ? new MappingException(
                        Reason.TOO_MANY_AT_ONCE,
                        "this request brings " + values + " new values, and at most " + limit
                                + " a minute are allowed: split it, or have the operator raise"
                                + " masker.mapping.max-new-per-minute")
                : new MappingException(
                        Reason.TOO_MANY_NEW,
                        "this tenant brings more new values a minute than the " + limit
                                + " that masker.mapping.max-new-per-minute allows: send it again later, or have the"
                                + " operator raise the setting");
    }

    /** Counts one more value with the next of the trips, which admits all of a call or none. */
    Future<Void> admit(Trips trips) {
        if (limit == 0) {
            return Future.succeededFuture();
        }
        counted++;
        trips.number(key).onSuccess(number -> highest = Math.max(highest, number));
        Future<Void> all = admission;
        if (all == null) {
            all = trips.next().compose(done -> decided(trips));
            admission = all;
        }
        return all;
    }

    private Future<Void> decided(Trips trips) {
        trips.ask(expiry());
        if (highest <= limit) {
            return Future.succeededFuture();
        }
        unused = counted;
        return Future.failedFuture(refusal(counted, limit));
    }

    /** A value that was counted is not new: another call has made it. */
    void lost() {
        unused++;
    }

    /** Takes back what was counted and not used. */
    void settle(Trips trips) {
        if (limit > 0 && unused > 0) {
            trips.ask(Request.cmd(Command.DECRBY).arg(key).arg(unused));
            trips.ask(expiry());
        }
    }

    private Request expiry() {
        return Request.cmd(Command.PEXPIRE).arg(key).arg(2 * WINDOW_MILLIS);
    }
}
