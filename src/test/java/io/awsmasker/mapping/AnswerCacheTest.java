package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers are found by their own question and tenant only, are bounded, and stand in Redis as mappings do. */
class AnswerCacheTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final String ANSWER = "{\"text\":\"EC2_001, Größe 🔑\"}";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int PLACES = 100_000;

    static Stream<Arguments> stores() {
        return Stream.of(
                Arguments.of(RedisServers.STANDALONE, StoredTexts.CLEAR),
                Arguments.of(RedisServers.STANDALONE, TwoKeys.sealed()),
                Arguments.of(RedisServers.CLUSTER, StoredTexts.CLEAR),
                Arguments.of(RedisServers.CLUSTER_TLS_ACL, TwoKeys.sealed()));
    }

    private static void on(RedisServers kind, BiConsumer<RunningRedis, RedisLink> test) {
        Vertx vertx = Vertx.vertx();
        try (RunningRedis redis = kind.start();
                RedisLink link = new RedisLink(vertx, RedisSettings.from(redis::lookup))) {
            test.accept(redis, link);
        } finally {
            vertx.close();
        }
    }

    private static AnswerCache cache(RedisLink link, StoredTexts texts) {
        return new RedisAnswerCache(link, texts, new CacheLimits(LIFE, PLACES, 1_000));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return Asked.answer(stage);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anAnswerIsFoundByItsQuestionAndTenant(RedisServers kind, StoredTexts texts) {
        on(kind, (redis, link) -> {
            AnswerCache cache = cache(link, texts);
            assertEquals(Optional.empty(), now(cache.find(Tenant.DEFAULT, "question-1")));
            now(cache.keep(Tenant.DEFAULT, "question-1", ANSWER));

            assertEquals(Optional.of(ANSWER), now(cache(link, texts).find(Tenant.DEFAULT, "question-1")));
            assertEquals(Optional.empty(), now(cache.find(Tenant.DEFAULT, "question-2")));
            assertEquals(Optional.empty(), now(cache.find(ACME, "question-1")));
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anAnswerEndsByItselfAndWithItsTenant(RedisServers kind, StoredTexts texts) {
        on(kind, (redis, link) -> {
            AnswerCache cache = cache(link, texts);
            now(cache.keep(Tenant.DEFAULT, "question-1", ANSWER));
            now(cache.keep(ACME, "question-1", ANSWER));
            long life = redis.ask(jedis -> jedis.pttl(key(Tenant.DEFAULT, "question-1")));
            assertTrue(life > LIFE.toMillis() - 60_000 && life <= LIFE.toMillis(), "lives " + life + " ms");

            now(cache.forget(Tenant.DEFAULT));
            assertEquals(Optional.empty(), now(cache.find(Tenant.DEFAULT, "question-1")));
            assertEquals(Optional.of(ANSWER), now(cache.find(ACME, "question-1")));
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anAnswerInThePlaceOfAnotherIsNotTakenForIt(RedisServers kind, StoredTexts texts) {
        on(kind, (redis, link) -> {
            AnswerCache cache = cache(link, texts);
            now(cache.keep(Tenant.DEFAULT, "question-1", ANSWER));
            String stored = redis.ask(jedis -> jedis.get(key(Tenant.DEFAULT, "question-1")));
            assertEquals(texts.equals(StoredTexts.CLEAR), stored.contains("EC2_001"));
            for (String moved : new String[] {stored, "", "no answer", "question-2"}) {
                redis.ask(jedis -> jedis.set(key(Tenant.DEFAULT, "question-2"), moved));
                assertEquals(Optional.empty(), now(cache.find(Tenant.DEFAULT, "question-2")), moved);
            }
        });
    }

    @Test
    void aTenantHasNoMoreAnswersThanPlacesAndNoLongerOnesThanAllowed() {
        on(RedisServers.STANDALONE, (redis, link) -> {
            AnswerCache two = new RedisAnswerCache(link, StoredTexts.CLEAR, new CacheLimits(LIFE, 2, 10));
            for (int i = 0; i < 50; i++) {
                now(two.keep(Tenant.DEFAULT, "question-" + i, "answer " + i));
                assertEquals(Optional.of("answer " + i), now(two.find(Tenant.DEFAULT, "question-" + i)));
            }
            assertEquals(2, redis.size());
            now(two.keep(Tenant.DEFAULT, "question-x", "answer ←→"));
            assertEquals(Optional.empty(), now(two.find(Tenant.DEFAULT, "question-x")), "13 bytes");
        });
    }

    @Test
    void anotherKeyFindsNothingAndEncryptingLeavesNoAnswerInClear() {
        on(RedisServers.STANDALONE, (redis, link) -> {
            now(cache(link, StoredTexts.CLEAR).keep(ACME, "question-1", ANSWER));
            assertEquals(Optional.empty(), now(cache(link, TwoKeys.sealed()).find(ACME, "question-1")));
            now(new Encryption(link, TwoKeys.sealed(), MappingLimits.of(LIFE)).run());
            assertFalse(redis.<Boolean>ask(jedis -> jedis.exists(key(ACME, "question-1"))));

            now(cache(link, TwoKeys.sealed()).keep(ACME, "question-1", ANSWER));
            assertEquals(Optional.empty(), now(cache(link, StoredTexts.CLEAR).find(ACME, "question-1")));
            assertEquals(Optional.empty(), now(cache(link, TwoKeys.rotated()).find(ACME, "question-1")));
        });
    }

    @Test
    void aStoreThatIsDownFails() {
        on(RedisServers.STANDALONE, (redis, link) -> {
            redis.servers().get(0).kill();
            AnswerCache cache = cache(link, StoredTexts.CLEAR);
            assertThrows(MappingException.class, () -> now(cache.find(Tenant.DEFAULT, "question-1")));
            assertThrows(MappingException.class, () -> now(cache.keep(Tenant.DEFAULT, "question-1", ANSWER)));
        });
    }

    @Test
    void whatIsOffKeepsNothing() {
        now(AnswerCache.OFF.keep(Tenant.DEFAULT, "question-1", ANSWER));
        assertEquals(Optional.empty(), now(AnswerCache.OFF.find(Tenant.DEFAULT, "question-1")));
        now(AnswerCache.OFF.forget(Tenant.DEFAULT));
    }

    private static String key(Tenant tenant, String question) {
        return new KeyNames(tenant).cache(Math.floorMod(question.hashCode(), PLACES));
    }
}
