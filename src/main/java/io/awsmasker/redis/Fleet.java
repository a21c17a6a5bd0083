package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that are reached with the same credentials. New credentials make a new fleet, because the client knows no
 * other way to change them.
 */
final class Fleet {
    private final Vertx vertx;
    private final RedisSettings settings;
    private final RedisCredentials credentials;
    private final Map<HostAndPort, RedisNode> nodes = new ConcurrentHashMap<>();

    Fleet(Vertx vertx, RedisSettings settings, RedisCredentials credentials) {
        this.vertx = vertx;
        this.settings = settings;
        this.credentials = credentials;
    }

    RedisCredentials credentials() {
        return credentials;
    }

    /** @throws RedisException if the cluster named a host that cannot be reached */
    RedisNode node(HostAndPort endpoint) {
        return nodes.computeIfAbsent(endpoint, one -> {
            if (!one.isValid()) {
                throw new RedisException(Reason.UNREACHABLE, "Redis names a cluster node by what is no host name");
            }
            return new RedisNode(vertx, settings, one, credentials);
        });
    }

    Set<HostAndPort> endpoints() {
        return Set.copyOf(nodes.keySet());
    }

    /** Opens a connection to each; succeeds unless a server refuses the credentials. */
    Future<Void> warm(Collection<HostAndPort> endpoints) {
        List<Future<Object>> tries = endpoints.stream().map(this::tryOut).toList();
        return Future.join(tries).mapEmpty();
    }

    private Future<Object> tryOut(HostAndPort endpoint) {
        return node(endpoint)
                .pipeline(List.of(Request.cmd(Command.PING)), settings.timeout().toMillis())
                .mapEmpty()
                .recover(failure -> RedisFault.of(failure).reason() == Reason.AUTHENTICATION
                        ? Future.failedFuture(RedisFault.of(failure))
                        : Future.succeededFuture());
    }

    /** Closes what has left the cluster, after the calls on it have ended. */
    void retain(Set<HostAndPort> endpoints) {
        nodes.keySet().stream().filter(one -> !endpoints.contains(one)).toList().forEach(gone -> {
            RedisNode node = nodes.remove(gone);
            if (node != null) {
                vertx.setTimer(2 * settings.timeout().toMillis(), timer -> node.close());
            }
        });
    }

    /** Closes all after the calls on them have ended. */
    void drain() {
        vertx.setTimer(2 * settings.timeout().toMillis(), timer -> close());
    }

    void close() {
        nodes.values().forEach(RedisNode::close);
    }
}
