package io.awsmasker.mapping;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

/** Tokens that stood in texts before they were given out, as a model may invent them, neither hold up nor fill the store. */
class InventedTokensTest {
    private static final Pattern NUMBERS = Pattern.compile("(?m)^cmdstat_incr(?:by)?:calls=(\\d+)");

    private final Vertx vertx = Vertx.vertx();

    @ParameterizedTest
    @EnumSource(names = {"STANDALONE", "CLUSTER"})
    void aNewTokenPassesManyOfThemInFewSteps(RedisServers kind) {
        try (RunningRedis servers = kind.start();
                RedisLink link = new RedisLink(vertx, RedisSettings.from(servers::lookup))) {
            Asked store = store(link, MappingLimits.of(MappingsContract.TTL));
            store.originals(invented(3_000));
            long before = numbers(servers);
            String token = store.token("EC2", "i-1");
            assertTrue(TokenShape.number(token) > 3_000, token);
            assertEquals("i-1", store.original(token));
            assertTrue(numbers(servers) - before < 50, "numbers drawn: " + (numbers(servers) - before));
        } finally {
            vertx.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDALONE", "CLUSTER"})
    void noMoreAreReservedThanMayBeNewInAMinute(RedisServers kind) {
        try (RunningRedis servers = kind.start();
                RedisLink link = new RedisLink(vertx, RedisSettings.from(servers::lookup))) {
            Asked store = store(link, new MappingLimits(MappingsContract.TTL, 0, 10));
            List<String> many = invented(300);
            store.originals(many).forEach((token, original) -> assertEquals(token, original));
            assertTrue(servers.size() <= 21, "keys: " + servers.size());
            await().ignoreExceptions().until(() -> store.token("EC2", "i-1"), "EC2_001"::equals);
            store.originals(invented(5));
            assertEquals("EC2_005", servers.ask(jedis -> jedis.get("aws:unmask:EC2_005")));
        } finally {
            vertx.close();
        }
    }

    @Test
    void norInMemory() {
        var limits = new MappingLimits(MappingsContract.TTL, 0, 10);
        Asked store = new Asked(new InMemoryMappings(limits, () -> Instant.MAX, Instant::now), Tenant.DEFAULT);
        store.originals(invented(300));
        assertEquals("EC2_001", store.token("EC2", "i-1"));
    }

    private static Asked store(RedisLink link, MappingLimits limits) {
        return new Asked(
                link.cluster()
                        ? new ClusterMappings(link, StoredTexts.CLEAR, limits)
                        : new RedisMappings(link, StoredTexts.CLEAR, limits),
                Tenant.DEFAULT);
    }

    private static List<String> invented(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> TokenShape.token("EC2", number))
                .toList();
    }

    private static long numbers(RunningRedis servers) {
        long sum = 0;
        for (RealRedis server : servers.servers()) {
            try (Jedis jedis = server.connect()) {
                sum += NUMBERS.matcher(jedis.info("commandstats"))
                        .results()
                        .mapToLong(line -> Long.parseLong(line.group(1)))
                        .sum();
            }
        }
        return sum;
    }
}
