package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids belong to the tenant that made them, and to nobody when they are forgotten. */
class OwnershipTest {
    private static final Tenant OTHER = new Tenant("other");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Ownership ownership = new InMemoryOwnership(3, Duration.ofDays(90), now::get);

    @Test
    void anIdBelongsToOneTenant() {
        now(ownership.remember(Tenant.DEFAULT, List.of("file_1")));

        assertEquals(Set.of(), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1"))));
        assertEquals(Set.of("file_2"), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1", "file_2"))));
        assertEquals(Set.of("file_1"), now(ownership.foreign(OTHER, List.of("file_1"))));
    }

    @Test
    void anIdIsForgottenWithItsMappings() {
        now(ownership.remember(Tenant.DEFAULT, List.of("file_1")));
        now.set(Instant.EPOCH.plus(Duration.ofDays(90)));

        assertEquals(Set.of("file_1"), now(ownership.foreign(Tenant.DEFAULT, List.of("file_1"))));
    }

    @Test
    void theOldestMakeRoom() {
        now(ownership.remember(
                Tenant.DEFAULT, IntStream.range(0, 4).mapToObj(i -> "id" + i).toList()));

        assertEquals(Set.of("id0"), now(ownership.foreign(Tenant.DEFAULT, List.of("id0", "id1", "id2", "id3"))));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
