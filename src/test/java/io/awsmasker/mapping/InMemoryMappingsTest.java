package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryMappingsTest extends MappingsContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicReference<Instant> openSince = new AtomicReference<>(Instant.MAX);

    @Override
    Mappings open() {
        return new InMemoryMappings(MappingLimits.of(TTL), openSince::get, now::get);
    }

    @Test
    void theLeastRecentlyUsedGoesFirstAndItsNumberIsNotGivenOutAgain() {
        var small =
                new Asked(new InMemoryMappings(new MappingLimits(TTL, 2, 0), openSince::get, now::get), Tenant.DEFAULT);
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

    @Test
    void whatAnOpenRequestUsesStaysEvenOverTheLimit() {
        var store = new InMemoryMappings(new MappingLimits(TTL, 2, 0), openSince::get, now::get);
        var small = new Asked(store, Tenant.DEFAULT);
        small.token("EC2", "i-idle");
        pass(Duration.ofSeconds(1));
        openSince.set(now.get());
        small.tokens(ec2(1, 5));
        openSince.set(Instant.MAX);
        assertEquals(3, Asked.answer(store.cleanup()).overLimit(), "5 were in use, 2 may stay");
        assertEquals("EC2_007", small.token("EC2", "i-idle"), "it was not in use and went at once");
    }

    @Test
    void aTenantBringsNoMoreNewValuesAMinuteThanItMay() {
        var store = new InMemoryMappings(new MappingLimits(TTL, 0, 3), openSince::get, now::get);
        var limited = new Asked(store, Tenant.DEFAULT);
        limited.tokens(ec2(1, 3));
        var refusal = assertThrows(MappingException.class, () -> limited.token("EC2", "i-4"));
        assertEquals(MappingException.Reason.TOO_MANY_NEW, refusal.reason());
        limited.tokens(ec2(1, 3));
        pass(Duration.ofMinutes(1));
        refusal = assertThrows(MappingException.class, () -> limited.tokens(ec2(3, 7)));
        assertEquals(MappingException.Reason.TOO_MANY_AT_ONCE, refusal.reason());
        assertTrue(String.valueOf(refusal.getMessage()).contains("4 new values, and at most 3"), refusal.getMessage());
        assertEquals("EC2_004", limited.token("EC2", "i-4"));
    }

    @Test
    void anErasedValueLeavesNothing() {
        var store = new InMemoryMappings(MappingLimits.of(TTL), openSince::get, now::get);
        var erasing = new Asked(store, Tenant.DEFAULT);
        erasing.tokens(ec2(1, 3));
        assertEquals(1, Asked.answer(store.erase(Tenant.DEFAULT, "i-2")));
        assertEquals("EC2_002", erasing.original("EC2_002"));
        assertEquals("EC2_004", erasing.token("EC2", "i-2"));
        assertEquals(4, Asked.answer(store.eraseAll(Tenant.DEFAULT)), "with the reserved token");
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
