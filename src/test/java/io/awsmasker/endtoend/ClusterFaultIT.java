package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RealRedis;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** As {@link RedisFaultIT}, with what can happen to a cluster. */
class ClusterFaultIT {
    private static final String UNREACHABLE = "AWS_MASKER_1001";
    private static final String FAILED = "AWS_MASKER_1003";
    private static final String OPEN = "AWS_MASKER_1004";

    private final FakeClaude claude = FakeClaude.start();
    private RealCluster cluster;
    private PackagedGateway gateway;

    @BeforeEach
    void start(TestInfo test) {
        cluster = RealCluster.start(test.getTags().contains("replicated"));
        Map<String, String> settings = new HashMap<>(RedisFaultIT.HASTY);
        settings.putAll(Map.of(
                "MASKER_UPSTREAM_URL",
                claude.url(),
                "MASKER_REDIS_TYPE",
                "managed",
                "MASKER_REDIS_SSL_ENABLED",
                "false",
                "MASKER_REDIS_CLUSTER_MODE",
                "true",
                "MASKER_REDIS_CLUSTER_ENDPOINT",
                "127.0.0.1:" + cluster.masters().get(2).port()));
        gateway = PackagedGateway.start(settings);
        gateway.awaitReady(200);
    }

    @AfterEach
    void close() {
        gateway.close();
        cluster.close();
        claude.close();
    }

    /** Also what needs no key of that master, so that it does not depend on the lie of keys what is blocked. */
    @Test
    void anyDeadOrFrozenMasterBlocksEverythingUntilItIsBack() {
        for (RealRedis master : cluster.masters()) {
            boolean frozen = master.equals(cluster.masters().get(1));
            try (Load load = Load.on(claude, gateway)) {
                load.awaitSuccesses(30);
                if (frozen) {
                    master.freeze();
                } else {
                    master.kill();
                }
                load.awaitRefusals(UNREACHABLE, 3);
                gateway.awaitUnready(Set.of(UNREACHABLE, FAILED, OPEN));
                HttpResponse<String> answer = gateway.send(
                        Questions.post(gateway.url(), Questions.body("hello")).build());
                assertEquals(503, answer.statusCode(), answer.body());
                if (frozen) {
                    master.thaw();
                } else {
                    master.restart();
                }
                load.awaitSuccesses(60);
                load.stop();
                assertTrue(
                        Set.of(UNREACHABLE, FAILED, OPEN).containsAll(load.codes()),
                        load.codes().toString());
            }
            gateway.awaitReady(200);
        }
    }

    @Test
    @Tag("replicated")
    void aReplicaTakesOver() {
        try (Load load = Load.on(claude, gateway)) {
            load.awaitSuccesses(30);
            cluster.masters().get(0).kill();
            load.awaitRefusals(UNREACHABLE, 3);
            load.awaitSuccesses(60);
            load.stop();
            assertTrue(
                    Set.of(UNREACHABLE, FAILED, OPEN).containsAll(load.codes()),
                    load.codes().toString());
        }
        gateway.awaitReady(200);
    }

    @Test
    void movingSlotsRefuseNothing() {
        try (Load load = Load.on(claude, gateway)) {
            load.awaitSuccesses(30);
            long redirections = cluster.redirections();
            for (int round = 0; round < 2; round++) {
                RealRedis from = cluster.masters().get(round % 2);
                RealRedis to = cluster.masters().get(1 - round % 2);
                cluster.moveMany(from, to);
                load.awaitSuccesses(30);
            }
            Awaitility.await().until(() -> cluster.redirections() > redirections);
            load.stop();
            assertEquals(Set.of(), load.codes());
        }
    }
}
