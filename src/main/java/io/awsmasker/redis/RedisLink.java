package io.awsmasker.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The one way to Redis: pooled connections on which every call ends in time, with its answers or with a
 * {@link RedisException}. A client that let a call wait too long is replaced as a whole, at most once per timeout,
 * because its connections may be half-open, and Vert.x gives no means to close a single one.
 */
public final class RedisLink implements AutoCloseable {
    /** Requests that one call may pipeline; the client queues 2,048 for a connection. */
    public static final int MAX_REQUESTS = 1024;

    private static final Logger LOG = Logger.getLogger(RedisLink.class);
    private static final int MAX_WAITING_FOR_CONNECTION = 1000;

    private final Vertx vertx;
    private final RedisSettings settings;
    private volatile Redis client;
    private boolean closed;

    /** Connects nowhere yet: the first call does. */
    public RedisLink(Vertx vertx, RedisSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = Redis.createClient(vertx, options(settings));
        LOG.infof("Redis: %s", settings);
    }

    /**
     * Sends the requests on one connection without waiting between them.
     *
     * @param requests at most {@link #MAX_REQUESTS}
     * @return the answers in the order of the requests, null for nil; fails with {@link RedisException} if any request
     *     fails, though the others may have taken effect
     */
    public Future<List<Response>> send(List<Request> requests) {
        if (requests.size() > MAX_REQUESTS) {
            throw new IllegalArgumentException("at most " + MAX_REQUESTS + " requests in one call");
        }
        Redis used = client;
        return used.connect()
                .compose(connection -> pipeline(connection, requests))
                .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    if (failure instanceof TimeoutException) {
                        replace(used);
                    }
                    return Future.failedFuture(RedisFault.of(failure));
                });
    }

    /** Not the client's own batch, which breaks its connection when a request fails that is not the last. */
    private static Future<List<Response>> pipeline(RedisConnection connection, List<Request> requests) {
        connection.exceptionHandler(failure -> LOG.debug("A connection to Redis broke"));
        List<Future<Response>> answers = requests.stream().map(connection::send).toList();
        return Future.join(answers).map(all -> all.<Response>list()).onComplete(done -> connection.close());
    }

    /** Every call on the old client has ended when it is closed: each began before now and has its timeout. */
    private synchronized void replace(Redis suspect) {
        if (client.equals(suspect) && !closed) {
            client = Redis.createClient(vertx, options(settings));
            vertx.setTimer(2 * settings.timeout().toMillis(), timer -> suspect.close());
        }
    }

    private static RedisOptions options(RedisSettings settings) {
        int timeout = (int) settings.timeout().toMillis();
        var net = new NetClientOptions()
                .setConnectTimeout(timeout)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        var options = new RedisOptions()
                .setType(RedisClientType.STANDALONE)
                .setConnectionString("redis://" + settings.endpoint() + "/" + settings.database())
                .setNetClientOptions(net)
                .setMaxPoolSize(settings.poolSize())
                .setMaxPoolWaiting(MAX_WAITING_FOR_CONNECTION)
                .setPoolRecycleTimeout((int) settings.keepalive().toMillis());
        settings.password().ifPresent(options::setPassword);
        return options;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            client.close();
        }
    }
}
