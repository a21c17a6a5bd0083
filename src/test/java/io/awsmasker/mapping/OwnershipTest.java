package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ids belong to the tenant that made them, and to nobody when they are forgotten. */
class OwnershipTest {
    private static final Tenant OTHER = new Tenant("other");
    private static final Duration LIFE = Duration.ofDays(90);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Ownership memory = new InMemoryOwnership(3, LIFE, now::get);
    private final RunningRedis server = RedisServers.CLUSTER.start();
    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, RedisSettings.from(server::lookup));
    private final List<Ownership> each = List.of(memory, new RedisOwnership(link, LIFE));

    @AfterEach
    void stop() {
        link.close();
        vertx.close();
        server.close();
    }

    @Test
    void anIdBelongsToOneTenant() {
        for (Ownership ownership : each) {
            now(ownership.remember(Tenant.DEFAULT, List.of("file_1")));

            assertEquals(Set.of(), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1"))));
            assertEquals(Set.of("file_2"), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1", "file_2"))));
            assertEquals(Set.of("file_1"), now(ownership.foreign(OTHER, List.of("file_1"))));
        }
    }

    @Test
    void aTenantIsForgotten() {
        for (Ownership ownership : each) {
            now(ownership.remember(Tenant.DEFAULT, List.of("file_1", "file_2")));
            now(ownership.remember(OTHER, List.of("file_3")));
            now(ownership.forget(Tenant.DEFAULT));

            assertEquals(
                    Set.of("file_1", "file_2"), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1", "file_2"))));
            assertEquals(Set.of(), now(ownership.foreign(OTHER, List.of("file_3"))));
        }
    }

    @Test
    void anIdIsForgottenWithItsMappings() {
        now(memory.remember(Tenant.DEFAULT, List.of("file_1")));
        now.set(Instant.EPOCH.plus(LIFE));

        assertEquals(Set.of("file_1"), now(memory.foreign(Tenant.DEFAULT, List.of("file_1"))));
    }

    @Test
    void theOldestMakeRoom() {
        now(memory.remember(
                Tenant.DEFAULT, IntStream.range(0, 4).mapToObj(i -> "id" + i).toList()));

        assertEquals(Set.of("id0"), now(memory.foreign(Tenant.DEFAULT, List.of("id0", "id1", "id2", "id3"))));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
