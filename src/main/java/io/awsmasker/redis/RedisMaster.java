package io.awsmasker.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/** One server that takes writes, addressed directly: for what concerns a server and not a key, as SCAN and CONFIG. */
public final class RedisMaster {
    private final Login login;
    private final HostAndPort endpoint;
    private final long timeoutMillis;

    RedisMaster(Login login, HostAndPort endpoint, long timeoutMillis) {
        this.login = login;
        this.endpoint = endpoint;
        this.timeoutMillis = timeoutMillis;
    }

    /** Host and port, as shown to operators. */
    public String name() {
        return endpoint.toString();
    }

    /** As {@link RedisLink#send}, but nothing is routed and no redirection is followed. */
    public Future<List<Response>> send(List<Request> requests) {
        RedisLink.bounded(requests);
        return login.use(fleet -> fleet.node(endpoint).pipeline(requests, timeoutMillis))
                .compose(answers -> Future.join(answers).map(all -> all.<Response>list()))
                .recover(failure -> Future.failedFuture(RedisFault.of(failure)));
    }
}
