package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** One server that evicts is found, whichever it is and however it tells. */
class EvictionPolicyTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    private String policy(Map<String, String> settings) {
        try (RedisLink link =
                new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))))) {
            return Answer.of(EvictionPolicy.of(link));
        }
    }

    @Test
    void ofOneMasterOfACluster() {
        try (RealCluster cluster = RealCluster.start(false)) {
            Map<String, String> settings = Map.of(
                    "masker.redis.type", "managed",
                    "masker.redis.ssl-enabled", "false",
                    "masker.redis.timeout", "20s",
                    "masker.redis.cluster-mode", "true",
                    "masker.redis.cluster-endpoint",
                            "127.0.0.1:" + cluster.masters().get(0).port());
            assertEquals("noeviction", policy(settings));
            try (Jedis third = cluster.connect(cluster.masters().get(2))) {
                third.configSet("maxmemory-policy", "allkeys-lru");
            }
            assertEquals("allkeys-lru", policy(settings));
            cluster.masters().get(1).kill();
            assertEquals("allkeys-lru", policy(settings));
        }
    }

    @Test
    void ofAServerThatForbidsTheQuestion() {
        for (String forbidden : new String[] {"-config", "-config -info"}) {
            try (RealRedis server = RealRedis.start(
                    "maxmemory-policy volatile-lru", "user default on nopass ~* &* +@all " + forbidden)) {
                Map<String, String> settings = Map.of(
                        "masker.redis.host",
                        server.host(),
                        "masker.redis.port",
                        "" + server.port(),
                        "masker.redis.timeout",
                        "20s");
                assertEquals(forbidden.contains("info") ? "noeviction" : "volatile-lru", policy(settings));
            }
        }
    }
}
