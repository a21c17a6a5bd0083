package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the fleet whose credentials are valid. Credentials are looked at every second, and at once when a server refuses
 * them; changed ones are tried out on connections of a new fleet, which then takes the place of the old one, so that no
 * request is dropped, and no connection grows older than its credentials.
 */
final class Login implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Login.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final long EXPLAIN_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Vertx vertx;
    private final RedisSettings settings;
    private final CredentialSource source;
    private final long timer;
    private volatile @Nullable Fleet fleet;
    private @Nullable Future<Fleet> looking;
    private @Nullable RedisCredentials refused;
    private @Nullable Future<RedisException> explanation;
    private long explainedAt;
    private String trouble = "";
    private boolean closed;

    Login(Vertx vertx, RedisSettings settings, CredentialSource source) {
        this.vertx = vertx;
        this.settings = settings;
        this.source = source;
        this.timer = vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    }

    /**
     * Runs a call, and once again if the credentials were refused and there are newer ones; unless it failed with a
     * {@link RedisException}, since a part of it may then have taken effect. Fails with nothing but that exception.
     */
    <T> Future<T> use(Function<Fleet, Future<T>> call) {
        return fleet().compose(used -> call.apply(used)
                        .recover(failure -> !(failure instanceof RedisException) && isRefusal(failure)
                                ? look().compose(now ->
                                        now.equals(used) ? Future.failedFuture(failure) : call.apply(now))
                                : Future.failedFuture(failure))
                        .recover(failure -> Future.failedFuture(isRefusal(failure) ? explained(failure) : failure)))
                .recover(failure -> Future.failedFuture(RedisFault.of(failure)));
    }

    private static boolean isRefusal(Throwable failure) {
        return RedisFault.of(failure).reason() == Reason.AUTHENTICATION;
    }

    /** Finding out takes longer than a call may, so it is done for the next ones. */
    private synchronized Throwable explained(Throwable refusal) {
        long now = System.nanoTime();
        if (explanation == null || now - explainedAt > EXPLAIN_AGAIN_NANOS) {
            explainedAt = now;
            explanation = source.explain(RedisFault.of(refusal));
        }
        Future<RedisException> known = explanation;
        return known.succeeded() ? known.result() : refusal;
    }

    private Future<Fleet> fleet() {
        Fleet now = fleet;
        return now != null
                ? Future.succeededFuture(now)
                : look().timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One look at a time, whoever asks. */
    private synchronized Future<Fleet> look() {
        Future<Fleet> running = looking;
        if (running != null && !running.isComplete()) {
            return running;
        }
        Future<Fleet> started = source.current().onComplete(this::tell).compose(this::take);
        looking = started;
        return started;
    }

    private synchronized void tell(AsyncResult<RedisCredentials> found) {
        String now =
                found.failed() ? String.valueOf(RedisFault.of(found.cause()).getMessage()) : "";
        if (!now.equals(trouble) && !now.isEmpty()) {
            LOG.warn(now);
        }
        trouble = now;
    }

    private Future<Fleet> take(RedisCredentials credentials) {
        Fleet old = fleet;
        if (old == null) {
            return Future.succeededFuture(install(null, new Fleet(vertx, settings, credentials)));
        }
        if (old.credentials().equals(credentials)) {
            return Future.succeededFuture(old);
        }
        Fleet fresh = new Fleet(vertx, settings, credentials);
        Set<HostAndPort> endpoints = old.endpoints();
        return fresh.warm(endpoints.isEmpty() ? Set.of(settings.endpoint()) : endpoints)
                .map(warm -> install(old, fresh))
                .otherwise(failure -> keep(old, fresh));
    }

    private synchronized Fleet install(@Nullable Fleet old, Fleet fresh) {
        if (closed) {
            fresh.close();
            return fresh;
        }
        fleet = fresh;
        if (old != null) {
            old.drain();
            LOG.debug("New credentials for Redis are in use");
        }
        return fresh;
    }

    /** The old ones may still do, and the new ones may be ahead of the server. */
    private synchronized Fleet keep(Fleet old, Fleet fresh) {
        if (!fresh.credentials().equals(refused)) {
            refused = fresh.credentials();
            LOG.warn("Redis refuses the changed credentials; those from before stay in use");
        }
        fresh.drain();
        return old;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            vertx.cancelTimer(timer);
            source.close();
            Fleet now = fleet;
            if (now != null) {
                now.close();
            }
        }
    }
}
