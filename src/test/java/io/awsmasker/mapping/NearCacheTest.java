package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NearCacheTest {
    private static final Duration TTL = Duration.ofDays(7);

    private final AtomicLong now = new AtomicLong();
    private final ListeningStore store = new ListeningStore();
    private final Asked cached = cache(TTL, 100);

    private Asked cache(Duration ttl, long maxEntries) {
        return new Asked(new NearCache(store, ttl, maxEntries, now::get), Tenant.DEFAULT);
    }

    @Test
    void onlyWhatIsNotHereIsAskedOfTheStore() {
        cached.tokens(MappingsContract.ec2(1, 2));
        cached.tokens(MappingsContract.ec2(1, 3));
        cached.tokens(MappingsContract.ec2(1, 3));
        cached.originals(List.of("EC2_003", "EC2_001", "EC2_009"));
        cached.original("EC2_009");
        assertEquals(List.of("[i-1, i-2]", "[i-3]", "[EC2_009]"), store.heard);
    }

    @Test
    void theAnswerIsThereAtOnceWhenEverythingIsHere() {
        store.answersLater = true;
        List<Identifier> one = MappingsContract.ec2(1, 1);
        var first = cached.mappings().tokensFor(Tenant.DEFAULT, one).toCompletableFuture();
        assertFalse(first.isDone());
        store.answerNow();
        assertTrue(first.isDone());
        var second = cached.mappings().tokensFor(Tenant.DEFAULT, one).toCompletableFuture();
        assertTrue(second.isDone());
        assertEquals(Map.of("i-1", "EC2_001"), second.join());
        assertTrue(cached.mappings()
                .originalsOf(Tenant.DEFAULT, List.of("EC2_001"))
                .toCompletableFuture()
                .isDone());
    }

    @Test
    void anUnusedEntryLivesTenMinutes() {
        cached.token("EC2", "i-1");
        pass(Duration.ofMinutes(10));
        store.answersLater = true;
        assertFalse(isAnsweredAtOnce());
    }

    @Test
    void anEntryInUseIsRefreshedInTheBackgroundFromHalfItsLifeOn() {
        cached.token("EC2", "i-1");
        pass(Duration.ofMinutes(4));
        cached.token("EC2", "i-1");
        cached.original("EC2_001");
        assertEquals(1, store.heard.size());
        pass(Duration.ofMinutes(1));
        store.answersLater = true;
        assertTrue(isAnsweredAtOnce());
        assertTrue(isAnsweredAtOnce());
        assertEquals(2, store.heard.size(), "once, whoever comes meanwhile");
        store.answerNow();
        pass(Duration.ofMinutes(9));
        assertTrue(isAnsweredAtOnce(), "it lives since it was refreshed");
    }

    @Test
    void withAShortTimeToLiveItLivesAQuarterOfThat() {
        var shortLived = cache(Duration.ofSeconds(40), 100);
        shortLived.original("EC2_007");
        pass(Duration.ofSeconds(4));
        shortLived.original("EC2_007");
        assertEquals(1, store.heard.size());
        pass(Duration.ofSeconds(6));
        shortLived.original("EC2_007");
        assertEquals(2, store.heard.size());
    }

    @Test
    void whatWasErasedWhileItWasReadIsNotKept() {
        store.answersLater = true;
        var reading = cached.mappings().tokensFor(Tenant.DEFAULT, MappingsContract.ec2(1, 1));
        ((NearCache) cached.mappings()).forget();
        store.answerNow();
        assertEquals(Map.of("i-1", "EC2_001"), reading.toCompletableFuture().join());
        cached.token("EC2", "i-1");
        assertEquals(2, store.heard.size());
    }

    private boolean isAnsweredAtOnce() {
        return cached.mappings()
                .tokensFor(Tenant.DEFAULT, MappingsContract.ec2(1, 1))
                .toCompletableFuture()
                .isDone();
    }

    @Test
    void itHoldsNoMoreThanItMay() {
        var small = cache(TTL, 10);
        small.tokens(MappingsContract.ec2(1, 100));
        small.tokens(MappingsContract.ec2(1, 100));
        long askedAgain = store.heard.get(1).split(",").length;
        assertTrue(askedAgain >= 90, askedAgain + " of 100 asked again");
    }

    @Test
    void tenantsDoNotShareEntries() {
        cached.token("EC2", "i-1");
        var acme = new Asked(cached.mappings(), new Tenant("acme"));
        acme.token("EC2", "i-2");
        assertEquals("i-2", acme.original("EC2_001"));
        assertEquals("i-1", cached.original("EC2_001"));
    }

    @Test
    void aFailureIsPassedOnAndNothingIsKept() {
        store.fails = true;
        assertThrows(MappingException.class, () -> cached.token("EC2", "i-1"));
        assertThrows(MappingException.class, () -> cached.original("EC2_001"));
        assertThrows(
                MappingException.class, () -> Asked.answer(cached.mappings().check()));
        store.fails = false;
        cached.token("EC2", "i-1");
        assertEquals("i-1", cached.original("EC2_001"));
        assertEquals(3, store.heard.size());
    }

    @Test
    void aStoreOfAnotherGenerationEmptiesTheCache() {
        cached.mappings().check();
        cached.token("EC2", "i-1");
        store.loseEverything();
        store.generation = "second";

        cached.mappings().check();

        assertEquals("EC2_001", cached.token("EC2", "i-2"));
        assertEquals("EC2_002", cached.token("EC2", "i-1"));
    }

    /** What another instance erases must not be masked and restored here for as long as an entry lives. */
    @Test
    void whatWasErasedElsewhereIsForgottenWithTheNextCheck() {
        cached.mappings().check();
        cached.token("EC2", "i-1");
        cached.mappings().check();
        cached.token("EC2", "i-1");
        assertEquals(1, store.heard.size(), "nothing has changed");
        store.generation = "first, and something was erased";

        cached.mappings().check();

        cached.token("EC2", "i-1");
        assertEquals(2, store.heard.size());
    }

    @Test
    void aStoreThatCountsAnewNeverGivesOneTokenToTwoTexts() {
        cached.token("EC2", "i-1");
        store.loseEverything();

        Map<String, String> tokens = cached.tokens(MappingsContract.ec2(1, 2));

        assertEquals(2, Set.copyOf(tokens.values()).size(), tokens.toString());
        tokens.forEach((text, token) -> assertEquals(text, cached.original(token)));
    }

    private void pass(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    /** A store in memory that notes what it is asked, and can be told to fail or to wait. */
    private static final class ListeningStore implements Mappings {
        final List<String> heard = new ArrayList<>();
        boolean fails;
        boolean answersLater;
        String generation = "first";
        private Mappings store = new InMemoryMappings(MappingLimits.of(TTL), Instant::now);
        private final CompletableFuture<Void> go = new CompletableFuture<>();

        void answerNow() {
            go.complete(null);
        }

        @Override
        public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
            heard.add(identifiers.stream().map(Identifier::value).toList().toString());
            return answer(store.tokensFor(tenant, identifiers));
        }

        @Override
        public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
            heard.add(List.copyOf(tokens).toString());
            return answer(store.originalsOf(tenant, tokens));
        }

        @Override
        public CompletionStage<String> check() {
            return answer(CompletableFuture.completedFuture(generation));
        }

        void loseEverything() {
            store = new InMemoryMappings(MappingLimits.of(TTL), Instant::now);
        }

        private <T> CompletionStage<T> answer(CompletionStage<T> answer) {
            if (fails) {
                return CompletableFuture.failedFuture(
                        new MappingException(MappingException.Reason.UNREACHABLE, "not there"));
            }
            return answersLater ? go.thenCompose(yes -> answer) : answer;
        }
    }
}
