package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one call on their ways: grouped by server, each group pipelined, the answers put back in the order of
 * the requests. What a server sends elsewhere goes into another round.
 */
final class PipelinedCall {
    private static final int ROUNDS = 8;

    /** Where a request goes next, and whether it must ask there first. */
    private record Way(HostAndPort endpoint, boolean asking) {
        /** Written out, as those of {@link HostAndPort} and {@link RedisCredentials}: see {@link HostAndPort#equals}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Way way && way.asking == asking && way.endpoint.equals(endpoint);
        }

        @Override
        public int hashCode() {
            return 2 * endpoint.hashCode() + (asking ? 1 : 0);
        }
    }

    private final Fleet fleet;
    private final List<Request> requests;
    private final boolean cluster;
    private final long deadline;
    private final @Nullable Response[] answers;
    private Map<Way, List<Integer>> next = new LinkedHashMap<>();
    private @Nullable Throwable fault;
    private boolean redirected;
    private boolean executed;

    /**
     * @param cluster whether a redirection is followed
     * @param deadline in terms of {@link System#nanoTime()}
     */
    PipelinedCall(Fleet fleet, List<Request> requests, boolean cluster, long deadline) {
        this.fleet = fleet;
        this.requests = requests;
        this.cluster = cluster;
        this.deadline = deadline;
        this.answers = new Response[requests.size()];
    }

    /** Says where a request begins its way; requests are numbered as they were given. */
    void route(int request, HostAndPort endpoint) {
        plan(request, new Way(endpoint, false));
    }

    private void plan(int request, Way way) {
        next.computeIfAbsent(way, one -> new ArrayList<>()).add(request);
    }

    /** Whether a server sent a request elsewhere: what is known of the cluster is out of date. */
    boolean redirected() {
        return redirected;
    }

    /**
     * The answers in the order of the requests, null for nil. Fails if any request fails, after all have ended: with a
     * {@link RedisException} when some have taken effect, and with the client's own exception when none can have.
     */
    Future<List<@Nullable Response>> run() {
        return round(ROUNDS);
    }

    private synchronized Future<List<@Nullable Response>> round(int left) {
        if (left == 0) {
            return Future.failedFuture(new RedisException(Reason.OPERATION, "The Redis cluster redirects in a circle"));
        }
        Map<Way, List<Integer>> plan = next;
        next = new LinkedHashMap<>();
        List<Future<Void>> groups = new ArrayList<>();
        plan.forEach((way, numbers) -> groups.add(send(way, numbers)));
        return Future.join(groups).transform(done -> {
            Throwable failure = fault;
            if (failure != null) {
                return Future.failedFuture(executed ? RedisFault.of(failure) : failure);
            }
            return next.isEmpty() ? Future.succeededFuture(Arrays.asList(answers)) : round(left - 1);
        });
    }

    private Future<Void> send(Way way, List<Integer> numbers) {
        List<Request> sent = new ArrayList<>();
        for (int number : numbers) {
            if (way.asking()) {
                sent.add(Request.cmd(Command.ASKING));
            }
            sent.add(requests.get(number));
        }
        int step = way.asking() ? 2 : 1;
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return Future.succeededFuture(way.endpoint())
                .compose(endpoint -> fleet.node(endpoint).pipeline(sent, millis))
                .onFailure(this::note)
                .map(all -> {
                    for (int i = 0; i < numbers.size(); i++) {
                        take(numbers.get(i), way, all.get(i * step + step - 1));
                    }
                    return null;
                });
    }

    /** Groups end on different threads. */
    private synchronized void take(int number, Way way, Future<Response> answer) {
        if (answer.succeeded()) {
            executed = true;
            answers[number] = answer.result();
            return;
        }
        Throwable failure = answer.cause();
        var redirect = cluster ? Redirect.of(failure, way.endpoint()) : Optional.<Redirect>empty();
        if (redirect.isPresent()) {
            redirected = true;
            plan(number, new Way(redirect.get().to(), redirect.get().asking()));
        } else {
            if (failure instanceof ErrorType error && error.is("READONLY")) {
                fleet.node(way.endpoint()).reconnect();
            }
            note(failure);
        }
    }

    private synchronized void note(Throwable failure) {
        if (fault == null) {
            fault = failure;
        }
    }
}
