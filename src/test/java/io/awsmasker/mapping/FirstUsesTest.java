package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fifty parallel first uses of each of many values on two instances: one token each, and no number twice. The values are
 * a thousand, or as many as {@code -Dmasker.first-uses} says.
 */
class FirstUsesTest {
    private static final int VALUES = Integer.getInteger("masker.first-uses", 1_000);
    private static final int USES = 50;
    private static final int VALUES_PER_CALL = 100;

    @ParameterizedTest
    @EnumSource(names = {"STANDALONE", "CLUSTER"})
    void yieldOneTokenEach(RedisServers kind) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (RunningRedis servers = kind.start();
                RedisLink first = new RedisLink(vertx, RedisSettings.from(servers::lookup));
                RedisLink second = new RedisLink(vertx, RedisSettings.from(servers::lookup))) {
            List<Mappings> instances = List.of(store(first), store(second));
            Map<String, String> tokens = new HashMap<>();
            List<Identifier> all = MappingsContract.ec2(1, VALUES);
            for (int start = 0; start < VALUES; start += VALUES_PER_CALL) {
                List<Identifier> some = new ArrayList<>(all.subList(start, Math.min(VALUES, start + VALUES_PER_CALL)));
                List<CompletionStage<Map<String, String>>> calls = new ArrayList<>();
                for (int use = 0; use < USES; use++) {
                    Collections.shuffle(some, new Random(start + use));
                    calls.add(instances.get(use % 2).tokensFor(Tenant.DEFAULT, List.copyOf(some)));
                }
                for (var call : calls) {
                    call.toCompletableFuture().get(60, TimeUnit.SECONDS).forEach((value, token) -> {
                        String before = tokens.putIfAbsent(value, token);
                        assertEquals(before == null ? token : before, token, "one token for a value");
                    });
                }
            }
            assertEquals(VALUES, tokens.size());
            assertEquals(VALUES, new HashSet<>(tokens.values()).size(), "no number twice");
            Map<String, String> originals = new Asked(instances.get(1), Tenant.DEFAULT).originals(tokens.values());
            tokens.forEach((value, token) -> assertEquals(value, originals.get(token)));
        } finally {
            vertx.close();
        }
    }

    private static Mappings store(RedisLink link) {
        MappingLimits limits = MappingLimits.of(MappingsContract.TTL);
        return link.cluster()
                ? new ClusterMappings(link, StoredTexts.CLEAR, limits)
                : new RedisMappings(link, StoredTexts.CLEAR, limits);
    }
}
