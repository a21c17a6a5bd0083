package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notes are the tenant's own, and with a key not even their hashes stand in Redis as they are. */
class RecollectionsTest {
    private static final Tenant OTHER = new Tenant("other");
    private static final Duration LIFE = Duration.ofDays(1);

    private final RunningRedis server = RedisServers.STANDALONE.start();
    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, RedisSettings.from(server::lookup));

    @AfterEach
    void stop() {
        link.close();
        vertx.close();
        server.close();
    }

    private Recollections redis(StoredTexts texts) {
        return new RedisRecollections(link, texts, LIFE);
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void aNoteIsTheTenantsOwn() {
        for (Recollections notes : List.of(redis(StoredTexts.CLEAR), new InMemoryRecollections(10, LIFE))) {
            now(notes.remember(Tenant.DEFAULT, Kind.SAID, Map.of("hash_a", "0,3,EC2_001")));

            assertEquals(
                    Map.of("hash_a", "0,3,EC2_001"),
                    now(notes.recall(Tenant.DEFAULT, Kind.SAID, List.of("hash_a", "hash_b"))));
            assertEquals(Map.of(), now(notes.recall(OTHER, Kind.SAID, List.of("hash_a"))));
            assertEquals(Map.of(), now(notes.recall(Tenant.DEFAULT, Kind.TURN, List.of("hash_a"))));
        }
    }

    @Test
    void aTenantIsForgotten() {
        for (Recollections notes :
                List.of(redis(StoredTexts.CLEAR), redis(TwoKeys.sealed()), new InMemoryRecollections(10, LIFE))) {
            for (Tenant tenant : List.of(Tenant.DEFAULT, OTHER)) {
                for (Kind kind : Kind.values()) {
                    now(notes.remember(tenant, kind, Map.of("hash_a", "1")));
                }
            }
            now(notes.forget(Tenant.DEFAULT));

            for (Kind kind : Kind.values()) {
                assertEquals(Map.of(), now(notes.recall(Tenant.DEFAULT, kind, List.of("hash_a"))));
                assertEquals(Map.of("hash_a", "1"), now(notes.recall(OTHER, kind, List.of("hash_a"))));
            }
        }
    }

    @Test
    void manyAreAskedInSeveralTrips() {
        Recollections notes = redis(StoredTexts.CLEAR);
        Map<String, String> many = IntStream.range(0, 2 * RedisLink.MAX_REQUESTS + 1)
                .boxed()
                .collect(Collectors.toMap(i -> "many" + i, String::valueOf));
        now(notes.remember(OTHER, Kind.SIGNED, many));

        assertEquals(many, now(notes.recall(OTHER, Kind.SIGNED, many.keySet())));
    }

    @Test
    void withAKeyNoHashStandsInRedis() {
        Recollections notes = redis(TwoKeys.sealed());
        now(notes.remember(Tenant.DEFAULT, Kind.TURN, Map.of("hash_of_a_short_text", "1")));

        assertEquals(
                Map.of("hash_of_a_short_text", "1"),
                now(notes.recall(Tenant.DEFAULT, Kind.TURN, Set.of("hash_of_a_short_text"))));
        Set<String> keys = server.ask(jedis -> jedis.keys("aws:turn:*"));
        assertEquals(1, keys.size());
        assertFalse(keys.contains("aws:turn:hash_of_a_short_text"));
    }

    @Test
    void whileKeysAreRotatedBothAreRead() {
        now(redis(TwoKeys.rotating()).remember(OTHER, Kind.SAID, Map.of("old", "1")));
        Recollections rotated = redis(TwoKeys.rotated());
        now(rotated.remember(OTHER, Kind.SAID, Map.of("new", "2")));

        assertEquals(Map.of("old", "1", "new", "2"), now(rotated.recall(OTHER, Kind.SAID, List.of("old", "new"))));
    }
}
