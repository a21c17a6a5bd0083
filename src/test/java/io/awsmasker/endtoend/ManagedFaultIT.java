package io.awsmasker.endtoend;

import static io.awsmasker.endtoend.RedisFaultIT.UNREACHABLE;
import static io.awsmasker.endtoend.RedisFaultIT.under;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.FaultyNetwork;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.Scratch;
import io.awsmasker.testing.TestPem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/**
 * As {@link RedisFaultIT}, in managed mode: TLS and a user with a token. Only what happens to connections and credentials is
 * repeated, because what a server answers is the same through TLS.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagedFaultIT {
    private static final String USER = "masker";
    private static final String TOKEN = "token-until-now-1";
    private static final String OTHER_TOKEN = "token-from-now-on-2";

    private final Path folder = Scratch.folder("managed-redis-data");
    private final FakeClaude claude = FakeClaude.start();
    private final RealRedis redis = RealRedis.startTls(
            TestPem.SHARED,
            "dir " + folder,
            "appendonly yes",
            "appendfsync always",
            "user " + USER + " on >" + TOKEN + " ~* &* +@all");
    private final FaultyNetwork network = FaultyNetwork.before(redis);
    private final Scene scene = new Scene(claude, redis, start());

    private PackagedGateway start() {
        Map<String, String> settings = new HashMap<>(ManagedRedisIT.environment(
                RedisServers.managed("masker.redis.user", USER, "masker.redis.auth-token", TOKEN)));
        settings.putAll(RedisFaultIT.HASTY);
        PackagedGateway gateway = PackagedGateway.start(Scene.settings(claude, network.port(), settings));
        gateway.awaitReady(200);
        return gateway;
    }

    @AfterEach
    void nothingLeaked() {
        claude.assertClean();
        assertFalse(scene.gateway().output().contains(TOKEN));
    }

    @AfterAll
    void close() {
        scene.close();
        network.close();
    }

    @Test
    void killedAndRestarted() {
        under(scene, UNREACHABLE, redis::kill, redis::restart);
    }

    @Test
    void killedAndRestartedEmpty() {
        under(scene, UNREACHABLE, redis::kill, () -> {
            RedisFaultIT.delete(folder.resolve("appendonlydir"));
            redis.restart();
        });
    }

    @Test
    void frozenAndThawed() {
        under(scene, UNREACHABLE, redis::freeze, redis::thaw);
    }

    @Test
    void networkSilentlyGone() {
        under(scene, UNREACHABLE, network::swallow, network::heal);
    }

    /** Calls on connections that are cut off in the middle cannot tell why. */
    @Test
    void tokenChanged() {
        under(
                scene,
                "AWS_MASKER_1002",
                () -> operate(jedis -> {
                    jedis.aclSetUser(USER, "resetpass", ">" + OTHER_TOKEN);
                    jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "USER", USER);
                }),
                () -> operate(jedis -> jedis.aclSetUser(USER, ">" + TOKEN)),
                UNREACHABLE);
    }

    private void operate(Consumer<Jedis> commands) {
        try (Jedis jedis = redis.connect()) {
            commands.accept(jedis);
        }
    }
}
