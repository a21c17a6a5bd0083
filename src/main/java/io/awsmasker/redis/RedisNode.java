package io.awsmasker.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One server behind pooled connections. A client that let a call wait too long is replaced as a whole, at most once per
 * timeout, because its connections may be half-open, and Vert.x gives no means to close a single one.
 */
final class RedisNode {
    private static final Logger LOG = Logger.getLogger(RedisNode.class);
    /** What does and answers the same when it is sent a second time; the scripts of this program are made so. */
    private static final Set<Command> REPEATABLE = Set.of(
            Command.GET, Command.GETEX, Command.PTTL, Command.EXISTS, Command.SET, Command.PEXPIRE, Command.EVAL);

    private final Vertx vertx;
    private final HostAndPort endpoint;
    private final RedisOptions options;
    private final boolean tls;
    private final long timeoutMillis;
    private volatile Redis client;
    private long replacedAt = System.nanoTime();
    private boolean closed;

    /** Connects nowhere yet: the first call does. */
    RedisNode(Vertx vertx, RedisSettings settings, HostAndPort endpoint, RedisCredentials credentials) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.options = ClientOptions.of(settings, endpoint, credentials);
        this.tls = settings.tls().isPresent();
        this.timeoutMillis = settings.timeout().toMillis();
        this.client = Redis.createClient(vertx, options);
    }

    HostAndPort endpoint() {
        return endpoint;
    }

    /**
     * Sends the requests on one connection without waiting between them.
     *
     * @param millis how long all of it may take
     * @return when the server has answered each, its answers or errors in the order of the requests; fails when it could
     *     not be asked
     */
    Future<List<Future<Response>>> pipeline(List<Request> requests, long millis) {
        Redis used = client;
        return used.connect()
                .recover(failure -> Future.failedFuture(tls ? failure : RedisFault.ofConnecting(failure)))
                .compose(connection -> pipeline(connection, requests))
                .timeout(Math.max(1, millis), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        replace(used);
                    }
                });
    }

    private static Future<List<Future<Response>>> pipeline(RedisConnection connection, List<Request> requests) {
        connection.exceptionHandler(failure -> LOG.debug("A connection to Redis broke"));
        boolean together = requests.size() > 1 && requests.stream().allMatch(RedisNode::bearsRepeating);
        return (together ? together(connection, requests) : oneByOne(connection, requests))
                .onComplete(done -> connection.close());
    }

    /** In one write. When a request fails, the client does not say what the others were answered, so all are sent again. */
    private static Future<List<Future<Response>>> together(RedisConnection connection, List<Request> requests) {
        return connection
                .batch(requests)
                .map(answers -> answers.stream().map(Future::succeededFuture).toList())
                .recover(failure -> oneByOne(connection, requests));
    }

    private static Future<List<Future<Response>>> oneByOne(RedisConnection connection, List<Request> requests) {
        List<Future<Response>> answers = requests.stream().map(connection::send).toList();
        return Future.join(answers).transform(joined -> Future.succeededFuture(answers));
    }

    private static boolean bearsRepeating(Request request) {
        return REPEATABLE.contains(request.command());
    }

    /** Leaves the connections behind, which may lead to a server that is no longer the right one; at most once per timeout. */
    synchronized void reconnect() {
        if (System.nanoTime() - replacedAt > TimeUnit.MILLISECONDS.toNanos(timeoutMillis)) {
            replace(client);
        }
    }

    /** Every call on the old client has ended when it is closed: each began before now and has its timeout. */
    private synchronized void replace(Redis suspect) {
        if (client.equals(suspect) && !closed) {
            client = Redis.createClient(vertx, options);
            replacedAt = System.nanoTime();
            vertx.setTimer(2 * timeoutMillis, timer -> suspect.close());
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            client.close();
        }
    }
}
