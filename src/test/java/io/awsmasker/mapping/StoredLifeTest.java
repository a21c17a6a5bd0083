package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** 5.26, 5.27: what Claude keeps outlives ordinary mappings, and their use does not shorten its life. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredLifeTest {
    private static final Duration SHORT = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(90);
    private static final Identifier ONE = new Identifier("EC2", "i-1234567890abcdef0");

    private final RealRedis server = RealRedis.start();
    private final Vertx vertx = Vertx.vertx();
    private final Jedis redis = new Jedis(server.host(), server.port());
    private final RedisLink link = new RedisLink(
            vertx,
            RedisSettings.from(name -> Optional.ofNullable(
                    Map.of("masker.redis.host", server.host(), "masker.redis.port", "" + server.port())
                            .get(name))));

    @AfterAll
    void stop() {
        redis.close();
        link.close();
        vertx.close();
        server.close();
    }

    @Test
    void aLongLifeIsNotShortened() {
        Mappings ordinary = new RedisMappings(link, StoredTexts.CLEAR, MappingLimits.of(SHORT));
        Mappings lasting = new RedisMappings(link, StoredTexts.CLEAR, MappingLimits.of(LONG));
        now(ordinary.tokensFor(Tenant.DEFAULT, List.of(ONE)));
        now(lasting.tokensFor(Tenant.DEFAULT, List.of(ONE)));
        now(ordinary.tokensFor(Tenant.DEFAULT, List.of(ONE)));
        now(ordinary.originalsOf(Tenant.DEFAULT, List.of("EC2_001")));

        Duration almost = LONG.minusMinutes(10);
        assertTrue(redis.pttl("aws:mask:" + ONE.value()) > almost.toMillis());
        assertTrue(redis.pttl("aws:unmask:EC2_001") > almost.toMillis());
    }

    @Test
    void ownedIdsLiveAsLong() {
        Ownership ownership = new RedisOwnership(link, LONG);
        List<String> ids = IntStream.range(0, 1500).mapToObj(i -> "file_" + i).toList();
        now(ownership.remember(Tenant.DEFAULT, ids));

        assertEquals(Set.of(), now(ownership.foreign(Tenant.DEFAULT, ids)));
        assertEquals(Set.of("file_x"), now(ownership.foreign(Tenant.DEFAULT, List.of("file_0", "file_x"))));
        assertEquals(Set.of("file_0"), now(ownership.foreign(new Tenant("other"), List.of("file_0"))));
        assertTrue(
                redis.pttl("aws:owned:default:file_0") > LONG.minusMinutes(10).toMillis());
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
