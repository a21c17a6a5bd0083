package io.awsmasker.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/** One server that takes writes, addressed directly: for what concerns a server and not a key, as SCAN and CONFIG. */
public final class RedisMaster {
    private final RedisNode node;
    private final long timeoutMillis;

    RedisMaster(RedisNode node, long timeoutMillis) {
        this.node = node;
        this.timeoutMillis = timeoutMillis;
    }

    /** Host and port, as shown to operators. */
    public String name() {
        return node.endpoint().toString();
    }

    /** As {@link RedisLink#send}, but nothing is routed and no redirection is followed. */
    public Future<List<Response>> send(List<Request> requests) {
        return node.pipeline(RedisLink.bounded(requests), timeoutMillis)
                .compose(answers -> Future.join(answers).map(all -> all.<Response>list()))
                .recover(failure -> Future.failedFuture(RedisFault.of(failure)));
    }
}
