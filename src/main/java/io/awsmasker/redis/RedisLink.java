package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way to Redis, whatever the mode: every call ends in time, with its answers in the order of its requests or with a
 * {@link RedisException}. In a cluster each request goes to the master of its slot over a client of that server alone, so
 * that one dead server fails only its own slots.
 */
public final class RedisLink implements AutoCloseable {
    /** Requests that one call may pipeline; the client queues 2,048 for a connection. */
    public static final int MAX_REQUESTS = 1024;

    private static final Logger LOG = Logger.getLogger(RedisLink.class);

    private final RedisSettings settings;
    private final Login login;
    private final @Nullable ClusterMap cluster;
    private final EvictionPolicy evictionPolicy = new EvictionPolicy(this, System::nanoTime);

    /** Connects nowhere yet: the first call does. */
    public RedisLink(Vertx vertx, RedisSettings settings) {
        this(vertx, settings, settings.credentials().source(vertx));
    }

    RedisLink(Vertx vertx, RedisSettings settings, CredentialSource credentials) {
        this.settings = settings;
        this.login = new Login(vertx, settings, credentials);
        this.cluster = settings.cluster() ? new ClusterMap(settings) : null;
        LOG.infof("Redis: %s", settings);
        if (settings.serverless()) {
            LOG.warn("ElastiCache Serverless evicts when it is full (volatile-lru), and nothing guards the mappings "
                    + "against that: set its largest storage well above what is needed, and an alarm below it");
        }
    }

    /** Whether the server evicts when it is full and cannot be told otherwise. */
    boolean serverless() {
        return settings.serverless();
    }

    /**
     * The policy of a master that evicts, or else {@code noeviction}, which also stands for what no master tells. Masters that
     * cannot be reached are left out; fails with {@link RedisException} when that is all of them.
     */
    public Future<String> evictionPolicy() {
        return evictionPolicy.read();
    }

    /** Whether keys are spread over several servers, so that a request may name keys of one slot only. */
    public boolean cluster() {
        return cluster != null;
    }

    /**
     * Sends the requests without waiting between them. Those for one server share a connection and are executed in their
     * order; there is no order between servers. A request without keys goes to any one master. When one of several fails,
     * the others may be executed twice, if they are of a kind that does not mind: scripts must bear that.
     *
     * @param requests at most {@link #MAX_REQUESTS}; in a cluster the keys of each must share a slot
     * @return the answers in the order of the requests, null for nil; fails with {@link RedisException} if any request
     *     fails, though the others may have taken effect
     * @throws IllegalArgumentException if there are too many, or if in a cluster one has keys of several slots
     */
    public Future<List<Response>> send(List<Request> requests) {
        bounded(requests);
        int[] slots = cluster == null ? new int[0] : slots(requests);
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        return login.use(fleet -> pipelined(fleet, requests, slots, deadline));
    }

    /**
     * A key on each master: what is sent for all of them shows whether all can be used. In standalone operation it is the
     * given one, in a cluster that with a hash tag behind it. Slots that nobody serves have a key too, which fails.
     */
    public Future<List<String>> keyOnEachMaster(String key) {
        ClusterMap map = cluster;
        if (map == null) {
            return Future.succeededFuture(List.of(key));
        }
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        return login.use(fleet -> topology(map, fleet, new int[0], deadline)
                .map(topology -> topology.aSlotOfEach().stream()
                        .map(slot -> key + ":{" + KeySlot.tag(slot) + "}")
                        .toList()));
    }

    /** The servers that share the keys out among them, as far as known: in standalone operation the one there is. */
    public Future<List<RedisMaster>> masters() {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        return login.use(fleet -> endpoints(fleet, deadline)
                .map(endpoints -> endpoints.stream()
                        .map(one ->
                                new RedisMaster(login, one, settings.timeout().toMillis()))
                        .toList()));
    }

    private Future<List<HostAndPort>> endpoints(Fleet fleet, long deadline) {
        return cluster == null
                ? Future.succeededFuture(List.of(settings.endpoint()))
                : topology(cluster, fleet, new int[0], deadline).map(Topology::masters);
    }

    private Future<List<Response>> pipelined(Fleet fleet, List<Request> requests, int[] slots, long deadline) {
        PipelinedCall call = new PipelinedCall(fleet, requests, cluster(), deadline);
        ClusterMap map = cluster;
        if (map == null) {
            for (int i = 0; i < requests.size(); i++) {
                call.route(i, settings.endpoint());
            }
            return call.run();
        }
        return topology(map, fleet, slots, deadline).compose(topology -> {
            for (int i = 0; i < slots.length; i++) {
                HostAndPort master = slots[i] < 0 ? topology.masters().get(0) : topology.masterOf(slots[i]);
                if (master == null) {
                    return Future.failedFuture(
                            new RedisException(Reason.OPERATION, "No node of the Redis cluster serves a slot"));
                }
                call.route(i, master);
            }
            return call.run().onComplete(done -> {
                if (done.failed() || call.redirected()) {
                    map.suspect(fleet);
                }
            });
        });
    }

    private static Future<Topology> topology(ClusterMap map, Fleet fleet, int[] slots, long deadline) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return map.current(fleet, slots).timeout(Math.max(1, millis), TimeUnit.MILLISECONDS);
    }

    private static int[] slots(List<Request> requests) {
        return requests.stream()
                .mapToInt(request -> KeySlot.of(request).orElse(-1))
                .toArray();
    }

    static List<Request> bounded(List<Request> requests) {
        if (requests.size() > MAX_REQUESTS) {
            throw new IllegalArgumentException("at most " + MAX_REQUESTS + " requests in one call");
        }
        return requests;
    }

    @Override
    public void close() {
        login.close();
    }
}
