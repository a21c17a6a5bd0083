package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeAws;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.IamDoor;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.SdkSignature;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The packaged program with the credentials of a task role that expire every few seconds, and with them the tokens that they
 * sign: the passwords of its user in Redis come and go, and no request notices.
 */
class IamIT {
    private static final Duration LIFETIME = Duration.ofSeconds(8);
    /** What twelve hours are to ElastiCache: more than a gateway keeps a connection that renews its tokens in time. */
    private static final Duration OLDEST_CONNECTION = Duration.ofSeconds(25);

    private static final int TOKENS = 5;
    private static final String USER = "masker";

    private final Vertx vertx = Vertx.vertx();

    private static PackagedGateway start(FakeClaude claude, FakeAws aws, IamDoor door) {
        Map<String, String> settings = ManagedRedisIT.environment(RedisServers.managed(
                "masker.redis.host", "127.0.0.1",
                "masker.redis.port", "" + door.port(),
                "masker.redis.user", USER,
                "masker.redis.iam.enabled", "true",
                "masker.redis.iam.cache-name", "my-cache"));
        settings.putAll(Map.of(
                "MASKER_UPSTREAM_URL",
                claude.url(),
                "AWS_REGION",
                "eu-central-1",
                "AWS_ENDPOINT_URL_STS",
                aws.url(),
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.url() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                FakeAws.AGENT_TOKEN));
        return PackagedGateway.start(settings);
    }

    @Test
    void noRequestFailsWhileTokensExpire() {
        try (FakeClaude claude = FakeClaude.start();
                FakeAws aws = new FakeAws(vertx);
                RealRedis redis = RealRedis.start();
                IamDoor door = new IamDoor(
                        aws, new SdkSignature("my-cache", "eu-central-1", false), USER, redis, OLDEST_CONNECTION)) {
            aws.lifetime(LIFETIME);
            try (PackagedGateway gateway = start(claude, aws, door)) {
                gateway.awaitReady(200);
                try (Load load = Load.on(claude, gateway)) {
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(2))
                            .until(() -> door.accepted() >= TOKENS && door.lapsed() >= TOKENS - 2);
                    load.awaitSuccesses(60);
                    load.stop();
                    assertEquals(Set.of(), load.codes());
                }
                assertEquals(List.of(), door.refusals());
                assertEquals(0, door.tooOld(), "connections that grew too old");
                assertFalse(gateway.output().contains("X-Amz-"), "a token in the log");
                assertFalse(gateway.output().contains("registration will be ignored"), gateway.output());
                assertEquals(
                        1,
                        gateway.management("/q/metrics")
                                .body()
                                .lines()
                                .filter(line -> line.startsWith("redis_pool_completed_total{"))
                                .count(),
                        "meters of clients that are gone");
                assertTrue(gateway.output().contains("IAM in eu-central-1 for my-cache"));
            }
        } finally {
            vertx.close();
        }
    }
}
