package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryMappingsTest extends MappingsContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Override
    Mappings open() {
        return new InMemoryMappings(10_000, TTL, now::get);
    }

    @Test
    void theLeastRecentlyUsedGoesFirstAndItsNumberIsNotGivenOutAgain() {
        var small = new Asked(new InMemoryMappings(2, TTL, now::get), Tenant.DEFAULT);
        small.token("EC2", "i-1");
        small.token("EC2", "i-2");
        assertEquals("i-1", small.original("EC2_001"), "used again, so i-2 is next to go");
        assertEquals("EC2_003", small.token("EC2", "i-3"));
        assertEquals("EC2_001", small.token("EC2", "i-1"));
        assertEquals("EC2_004", small.token("EC2", "i-2"), "it was forgotten, and its number is spent");
    }

    @Test
    void aMappingLivesForItsTimeSinceItsLastUse() {
        var first = ours.token("EC2", "i-1");
        ours.token("EC2", "i-2");
        pass(TTL.minusSeconds(1));
        assertEquals("i-1", ours.original(first));
        pass(Duration.ofSeconds(2));
        assertEquals(first, ours.token("EC2", "i-1"));
        assertEquals("EC2_003", ours.token("EC2", "i-2"), "not used for longer than its time");
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
