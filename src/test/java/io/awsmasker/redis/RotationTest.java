package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.TestPem;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

/** Secrets that change while requests run: none of them fails. */
class RotationTest {
    private static final int ROTATIONS = 4;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        vertx.close();
    }

    private static RedisSettings read(Map<String, String> settings) {
        return RedisSettings.from(name -> Optional.ofNullable(settings.get(name)));
    }

    private static Map<String, String> withPasswordIn(Path file, RealRedis server) {
        return Map.of(
                "masker.redis.host",
                server.host(),
                "masker.redis.port",
                "" + server.port(),
                "masker.redis.timeout",
                "20s",
                "masker.redis.password-file",
                file.toString());
    }

    /** As an orchestrator does, at once and with a new file. */
    private Path write(String secret) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), secret + "\n");
        return Files.move(
                fresh, folder.resolve("secret"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits until a connection that logged in with the newest token is used, and until the old connections are gone. */
    private static void awaitLogins(Jedis operator, int more) {
        long goal = connectionsEver(operator) + more;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> connectionsEver(operator) >= goal);
    }

    private static long connectionsEver(Jedis operator) {
        for (String line : operator.info("stats").lines().toList()) {
            if (line.startsWith("total_connections_received:")) {
                return Long.parseLong(line.substring(line.indexOf(':') + 1));
            }
        }
        throw new IllegalStateException("no count of connections");
    }

    @Test
    void aPasswordInAFileIsTakenUp() throws IOException {
        Path file = write("first-secret");
        try (RealRedis server = RealRedis.start("requirepass first-secret");
                Jedis operator = server.connect()) {
            operator.auth("first-secret");
            try (RedisLink link = new RedisLink(vertx, read(withPasswordIn(file, server)));
                    UnderLoad load = new UnderLoad(link)) {
                for (int i = 1; i <= ROTATIONS; i++) {
                    load.await(50);
                    write("secret-number-" + i);
                    operator.configSet("requirepass", "secret-number-" + i);
                    awaitLogins(operator, 1);
                }
                load.await(50);
                load.assertNoFaults();
            }
        }
    }

    @Test
    void tokensOfAClusterExpireWithoutAFailedRequest() throws IOException {
        Path file = write("token-number-0");
        try (RealCluster cluster = RealCluster.startTls(TestPem.SHARED, false, "masker", "token-number-0")) {
            Map<String, String> settings = RedisServers.managed(
                    "masker.redis.cluster-mode", "true",
                    "masker.redis.cluster-endpoint",
                            "127.0.0.1:" + cluster.masters().get(0).port(),
                    "masker.redis.user", "masker",
                    "masker.redis.timeout", "20s",
                    "masker.redis.auth-token-file", file.toString());
            List<Jedis> operators =
                    cluster.masters().stream().map(cluster::connect).toList();
            try (RedisLink link = new RedisLink(vertx, read(settings));
                    UnderLoad load = new UnderLoad(link)) {
                for (int i = 1; i <= ROTATIONS; i++) {
                    load.await(20);
                    for (Jedis operator : operators) {
                        operator.aclSetUser("masker", ">token-number-" + i);
                    }
                    write("token-number-" + i);
                    awaitLogins(operators.get(1), 1);
                    load.await(20);
                    for (Jedis operator : operators) {
                        operator.aclSetUser("masker", "<token-number-" + (i - 1));
                    }
                }
                load.await(20);
                load.assertNoFaults();
            } finally {
                operators.forEach(Jedis::close);
            }
        }
    }

    @Test
    void aSecretThatTheServerDoesNotKnowYetChangesNothing() throws IOException {
        Path file = write("first-secret");
        try (RealRedis server = RealRedis.start("requirepass first-secret");
                Jedis operator = server.connect()) {
            operator.auth("first-secret");
            try (RedisLink link = new RedisLink(vertx, read(withPasswordIn(file, server)));
                    UnderLoad load = new UnderLoad(link)) {
                load.await(20);
                write("second-secret");
                awaitLogins(operator, 2);
                load.await(20);
                load.assertNoFaults();
            }
        }
    }

    @Test
    void iamTokensChangeWhileTheOldOnesExpire() throws InterruptedException {
        try (RealRedis server = RealRedis.startTls(TestPem.SHARED);
                Jedis operator = server.connect()) {
            RedisSettings settings = read(RedisServers.managed(
                    "masker.redis.host", server.host(),
                    "masker.redis.port", "" + server.port(),
                    "masker.redis.timeout", "20s",
                    "masker.redis.user", "masker",
                    "masker.redis.iam.enabled", "true",
                    "masker.redis.iam.region", "eu-central-1",
                    "masker.redis.iam.cache-name", "my-cache",
                    "AWS_ACCESS_KEY_ID", "AKID",
                    "AWS_SECRET_ACCESS_KEY", "hidden"));
            var clock = new FastClock();
            var signed = new IamCredentials(vertx, (CredentialSettings.Iam) settings.credentials(), clock);
            var tokens = new ExpiringTokens(signed, clock, operator, 3);
            try (RedisLink link = new RedisLink(vertx, settings, tokens)) {
                try (UnderLoad load = new UnderLoad(link)) {
                    assertTrue(tokens.awaitExpirations());
                    load.await(20);
                    load.assertNoFaults();
                }
                // Connections outlive their tokens, so only new ones show that the link has taken up a token that
                // works.
                operator.sendCommand(Protocol.Command.CLIENT, "KILL", "USER", "masker");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .untilAsserted(() -> Awaited.of(link.send(List.of(Request.cmd(Command.PING)))));
            }
        }
    }
}
