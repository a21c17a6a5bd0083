package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.testing.FakeAws;
import io.awsmasker.testing.IamDoor;
import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.SdkSignature;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IAM on every node of a cluster, as a cache of one's own and as a serverless one, with tokens that live for seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IamClusterTest {
    private static final Duration LIFETIME = Duration.ofSeconds(6);
    /** A connection lives a token's life, and twice the timeout for the calls on it. */
    private static final Duration OLDEST_CONNECTION = Duration.ofSeconds(25);

    private static final int TOKENS = 4;

    private final Vertx vertx = Vertx.vertx();
    private final FakeAws aws = new FakeAws(vertx);
    private final RealCluster cluster = RealCluster.start(false);

    @AfterAll
    void close() {
        cluster.close();
        aws.close();
        vertx.close();
    }

    private List<IamDoor> doors(boolean serverless) {
        aws.lifetime(LIFETIME);
        var signature = new SdkSignature("my-cache", "eu-central-1", serverless);
        List<IamDoor> doors = cluster.masters().stream()
                .map(master -> new IamDoor(aws, signature, "masker", master, OLDEST_CONNECTION))
                .toList();
        cluster.announce(doors.stream().map(IamDoor::port).toList());
        return doors;
    }

    private RedisLink link(IamDoor first, boolean serverless) {
        Map<String, String> settings = RedisServers.managed(
                "masker.redis.cluster-mode", "true",
                "masker.redis.cluster-endpoint", "127.0.0.1:" + first.port(),
                "masker.redis.timeout", "4s",
                "masker.redis.user", "masker",
                "masker.redis.iam.enabled", "true",
                "masker.redis.iam.region", "eu-central-1",
                "masker.redis.iam.cache-name", "my-cache",
                "masker.redis.iam.serverless", "" + serverless,
                "AWS_ENDPOINT_URL_STS", aws.url(),
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.url() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", FakeAws.AGENT_TOKEN);
        return new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noCallFailsWhileTokensExpireOnEveryNode(boolean serverless) {
        List<IamDoor> doors = doors(serverless);
        try (RedisLink link = link(doors.get(0), serverless);
                UnderLoad load = new UnderLoad(link)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> doors.stream().allMatch(door -> door.accepted() >= TOKENS && door.lapsed() > 1));
            load.await(20);
            load.assertNoFaults();
            for (IamDoor door : doors) {
                assertEquals(List.of(), door.refusals());
                assertEquals(0, door.tooOld());
            }
        } finally {
            doors.forEach(IamDoor::close);
        }
    }

    @Test
    void aTokenForACacheOfTheOtherKindIsRefused() {
        List<IamDoor> doors = doors(true);
        try (RedisLink link = link(doors.get(0), false)) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                RedisException fault = Awaited.fault(link.send(List.of(Request.cmd(Command.PING))));
                assertEquals(Reason.AUTHENTICATION, fault.reason());
            });
            assertTrue(doors.get(0).refusals().contains("not signed as by AWS: masker"));
            assertEquals(0, doors.get(0).accepted());
        } finally {
            doors.forEach(IamDoor::close);
        }
    }
}
