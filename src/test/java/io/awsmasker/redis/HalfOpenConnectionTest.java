package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection whose other end is silently gone, as after a failing network or an expired firewall entry. */
class HalfOpenConnectionTest {
    private final Vertx vertx = Vertx.vertx();
    private final RealRedis server = RealRedis.start();
    private final NetClient toServer = vertx.createNetClient();
    private final NetServer relay = vertx.createNetServer().connectHandler(this::relay);
    private final List<NetSocket> relayed = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
        server.close();
    }

    @Test
    void isLeftBehindAfterOneTimeout() throws Exception {
        int port = answer(relay.listen(0, "127.0.0.1")).actualPort();
        Map<String, String> values = Map.of(
                "masker.redis.host", "127.0.0.1",
                "masker.redis.port", "" + port,
                "masker.redis.pool-size", "1",
                "masker.redis.timeout", "2s");
        try (var link = new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(values.get(name))))) {
            assertEquals("PONG", ping(link));
            relayed.forEach(connection -> connection.handler(swallowed -> {}));
            var failure = assertThrows(ExecutionException.class, () -> ping(link));
            var fault = assertInstanceOf(RedisException.class, failure.getCause());
            assertEquals(Reason.UNREACHABLE, fault.reason());
            assertEquals("PONG", ping(link));
        }
    }

    private void relay(NetSocket client) {
        relayed.add(client.pause());
        toServer.connect(server.port(), server.host()).onSuccess(upstream -> {
            upstream.handler(client::write);
            client.handler(upstream::write);
            client.resume();
        });
    }

    private static String ping(RedisLink link) throws Exception {
        List<Response> answers = answer(link.send(List.of(Request.cmd(Command.PING))));
        return answers.get(0).toString();
    }

    private static <T> T answer(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
