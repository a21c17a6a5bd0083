package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** A cluster whose nodes die, freeze, change their roles and give their slots away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private RealCluster cluster;
    private RedisLink link;

    @BeforeEach
    void start(TestInfo test) {
        cluster = RealCluster.start(test.getTags().contains("replicated"));
        link = link("20s");
    }

    private RedisLink link(String timeout) {
        Map<String, String> settings = Map.of(
                "masker.redis.type", "managed",
                "masker.redis.ssl-enabled", "false",
                "masker.redis.cluster-mode", "true",
                "masker.redis.cluster-endpoint",
                        "127.0.0.1:" + cluster.masters().get(2).port(),
                "masker.redis.timeout", timeout);
        return new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))));
    }

    @AfterEach
    void stop() {
        link.close();
        cluster.close();
    }

    @AfterAll
    void close() {
        vertx.close();
    }

    /** A key of the master with this index. */
    private static String keyOf(int master) {
        int from = master * KeySlot.SLOTS / 3;
        int to = (master + 1) * KeySlot.SLOTS / 3;
        for (int i = 0; ; i++) {
            int slot = KeySlot.of(("k" + i).getBytes(UTF_8));
            if (slot >= from && slot < to) {
                return "k" + i;
            }
        }
    }

    private String set(String key) {
        return Awaited.of(link.send(List.of(Request.cmd(Command.SET).arg(key).arg("v"))))
                .get(0)
                .toString();
    }

    private void awaitSet(String key) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertEquals("OK", set(key)));
    }

    private void assertUnreachable(String key) {
        RedisException fault =
                Awaited.fault(link.send(List.of(Request.cmd(Command.GET).arg(key))));
        assertEquals(Reason.UNREACHABLE, fault.reason(), fault.getMessage());
    }

    @Test
    void aDeadMasterFailsOnlyItsOwnKeys() {
        set(keyOf(0));
        cluster.masters().get(0).kill();
        assertUnreachable(keyOf(0));
        assertEquals("OK", set(keyOf(1)));
        assertEquals("OK", set(keyOf(2)));
        cluster.masters().get(0).restart();
        awaitSet(keyOf(0));
    }

    @Test
    void aFrozenMasterFailsOnlyItsOwnKeys() {
        set(keyOf(0));
        cluster.masters().get(1).freeze();
        try (RedisLink hasty = link("2s")) {
            RedisException fault =
                    Awaited.fault(hasty.send(List.of(Request.cmd(Command.GET).arg(keyOf(1)))));
            assertEquals(Reason.UNREACHABLE, fault.reason());
        }
        assertEquals("OK", set(keyOf(0)));
        cluster.masters().get(1).thaw();
        awaitSet(keyOf(1));
    }

    @Test
    void aClusterThatStopsWhenAMasterIsDownIsNamed() {
        set(keyOf(0));
        cluster.masters().forEach(one -> {
            try (Jedis node = cluster.connect(one)) {
                node.configSet("cluster-require-full-coverage", "yes");
            }
        });
        cluster.masters().get(1).kill();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        "Redis answered CLUSTERDOWN: the cluster does not serve all slots: a master is down",
                        Awaited.fault(link.send(List.of(Request.cmd(Command.GET).arg(keyOf(0)))))
                                .getMessage()));
    }

    @Test
    void theConfigurationEndpointMayDieOnceTheClusterIsKnown() {
        set(keyOf(0));
        cluster.masters().get(2).kill();
        assertUnreachable(keyOf(2));
        assertEquals("OK", set(keyOf(0)));
        assertEquals("OK", set(keyOf(1)));
    }

    @Test
    @Tag("replicated")
    void aFailoverIsFollowed() {
        String key = keyOf(0);
        set(key);
        cluster.masters().get(0).kill();
        awaitSet(key);
        try (Jedis replica = cluster.connect(cluster.replicas().get(0))) {
            assertEquals("v", replica.get(key));
        }
    }

    /** A slot goes to and fro: requests are asked for elsewhere while it moves, and moved when it has. */
    @Test
    void movingSlotsFailNothing() {
        try (UnderLoad load = new UnderLoad(link)) {
            load.await(20);
            for (int round = 0; round < 4; round++) {
                RealRedis from = cluster.masters().get(round % 2);
                RealRedis to = cluster.masters().get(1 - round % 2);
                cluster.moveMany(from, to);
                load.await(20);
            }
            load.assertNoFaults();
        }
    }

    @Test
    void aRequestIsAskedForWhereItsSlotIsMoving() {
        String key = keyOf(0);
        int slot = KeySlot.of(key.getBytes(UTF_8));
        try (Jedis source = cluster.connect(cluster.masters().get(0));
                Jedis target = cluster.connect(cluster.masters().get(1))) {
            target.clusterSetSlotImporting(slot, RealCluster.id(source));
            source.clusterSetSlotMigrating(slot, RealCluster.id(target));
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                requests.add(Request.cmd(Command.SET).arg(key).arg(i));
                requests.add(Request.cmd(Command.GET).arg(key));
            }
            var answers = Awaited.of(link.send(requests));
            for (int i = 0; i < 10; i++) {
                assertEquals("" + i, answers.get(2 * i + 1).toString());
            }
            assertEquals(1, target.clusterCountKeysInSlot(slot));
        }
    }

    @Test
    void aClusterThatIsSetUpAsOneServerIsNamed() {
        Map<String, String> settings = Map.of(
                "masker.redis.host",
                "127.0.0.1",
                "masker.redis.port",
                "" + cluster.masters().get(0).port());
        try (RedisLink alone =
                new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))))) {
            RedisException fault =
                    Awaited.fault(alone.send(List.of(Request.cmd(Command.GET).arg(keyOf(1)))));
            assertEquals(
                    "Redis answered MOVED: it is a cluster: set masker.redis.cluster-mode and cluster-endpoint",
                    fault.getMessage());
        }
    }
}
