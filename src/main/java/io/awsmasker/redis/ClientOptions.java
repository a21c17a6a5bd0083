package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.net.URLEncoder;
import java.util.concurrent.TimeUnit;

/** Puts settings and credentials into the client's own words. */
final class ClientOptions {
    private static final int MAX_WAITING_FOR_CONNECTION = 1000;

    private ClientOptions() {}

    /** All clients of a server share a name, by which their meters go: a name for each would add meters for ever. */
    static RedisOptions of(RedisSettings settings, HostAndPort endpoint, RedisCredentials credentials) {
        var options = new RedisOptions()
                .setType(RedisClientType.STANDALONE)
                .setConnectionString(uri(settings, endpoint, credentials))
                .setNetClientOptions(net(settings))
                .setMaxPoolSize(settings.poolSize())
                .setMaxPoolWaiting(MAX_WAITING_FOR_CONNECTION)
                .setPoolRecycleTimeout((int) settings.keepalive().toMillis())
                .setPoolName(endpoint.toString());
        credentials.secret().ifPresent(options::setPassword);
        return options;
    }

    /** A user is understood only together with its secret, in front of the host. */
    private static String uri(RedisSettings settings, HostAndPort endpoint, RedisCredentials credentials) {
        String scheme = settings.tls().isPresent() ? "rediss" : "redis";
        String login = credentials
                .user()
                .map(user -> escaped(user) + ":" + escaped(credentials.secret().orElse("")) + "@")
                .orElse("");
        String database = settings.cluster() ? "" : "/" + settings.database();
        return scheme + "://" + login + endpoint + database;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** A handshake ends before the call that waits for it, which would only say that it took too long. */
    private static NetClientOptions net(RedisSettings settings) {
        int timeout = (int) settings.timeout().toMillis();
        var net = new NetClientOptions()
                .setConnectTimeout(timeout)
                .setSslHandshakeTimeout(timeout - timeout / 4)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        settings.tls().ifPresent(tls -> tls.applyTo(net));
        return net;
    }
}
