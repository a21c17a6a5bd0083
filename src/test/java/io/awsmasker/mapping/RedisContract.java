package io.awsmasker.mapping;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stores in a real Redis do beyond the contract: they share, outlive their instances and expire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisContract extends MappingsContract {
    private final RunningRedis servers;
    private final StoredTexts texts;
    private final Vertx vertx = Vertx.vertx();
    private final RedisLink first;
    private final RedisLink second;
    private final List<ClusterMappings> clustered = new ArrayList<>();

    RedisContract(RedisServers kind, StoredTexts texts) {
        this.servers = kind.start();
        this.texts = texts;
        this.first = link();
        this.second = link();
    }

    /** Another store in front of the one in Redis. */
    Mappings over(Mappings store) {
        return store;
    }

    StoredTexts textsOfSecond() {
        return texts;
    }

    @Override
    Mappings open() {
        settle();
        servers.flush();
        return over(store(first, texts));
    }

    @Override
    Mappings alongside(Mappings other) {
        return over(store(second, textsOfSecond()));
    }

    private Mappings store(RedisLink link, StoredTexts form) {
        return store(link, form, MappingLimits.of(TTL));
    }

    private Mappings store(RedisLink link, StoredTexts form, MappingLimits limits) {
        if (!link.cluster()) {
            return new RedisMappings(link, form, limits);
        }
        var store = new ClusterMappings(link, form, limits);
        clustered.add(store);
        return store;
    }

    /** Waits for what a store does after its answers. */
    final void settle() {
        await().until(() -> clustered.stream().allMatch(store -> store.unfinished() == 0));
    }

    /** Whether a mapping of which one half was lost is mended before its first use, or by it. */
    private boolean repairsBeforeUse() {
        return !first.cluster();
    }

    /** Another instance that writes with the same key. */
    private Asked same() {
        return new Asked(over(store(second, texts)), Tenant.DEFAULT);
    }

    private Asked another() {
        return new Asked(alongside(ours.mappings()), Tenant.DEFAULT);
    }

    private RedisLink link() {
        return new RedisLink(vertx, RedisSettings.from(servers::lookup));
    }

    @AfterAll
    void stop() {
        settle();
        first.close();
        second.close();
        vertx.close();
        servers.close();
    }

    private String maskKey(Tenant tenant, String text) {
        return new KeyNames(tenant).mask(texts.of(tenant, text).name());
    }

    private @Nullable String get(String key) {
        return servers.ask(jedis -> jedis.get(key));
    }

    private void delete(String... keys) {
        settle();
        for (String key : keys) {
            servers.ask(jedis -> jedis.del(key));
        }
    }

    private long lifeOf(String key) {
        return servers.ask(jedis -> jedis.pttl(key));
    }

    @Test
    void keysAreThoseThatUsersKnow() {
        ours.token("EC2", "i-1234567890abcdef0");
        of(ACME).token("EC2", "i-1234567890abcdef0");
        settle();
        String value = "i-1234567890abcdef0";
        String ours = texts.of(Tenant.DEFAULT, value).name();
        String acmes = texts.of(ACME, value).name();
        assertEquals(texts.equals(StoredTexts.CLEAR), ours.equals(value));
        assertEquals("EC2_001", get("aws:mask:" + ours));
        assertEquals(texts.of(Tenant.DEFAULT, value).stored(), get("aws:unmask:EC2_001"));
        assertEquals("1", get("aws:stats:counter:EC2"));
        assertEquals("EC2_001", get("aws:mask:acme:" + acmes));
        assertEquals(texts.of(ACME, value).stored(), get("aws:unmask:acme:EC2_001"));
        assertEquals("1", get("aws:stats:counter:acme:EC2"));
        assertEquals(6, servers.size());
    }

    @Test
    void mappingsOutliveTheInstance() {
        assertEquals("EC2_001", ours.token("EC2", "i-1"));
        var restarted = another();
        assertEquals("EC2_001", restarted.token("EC2", "i-1"));
        assertEquals("i-1", restarted.original("EC2_001"));
        assertEquals("EC2_002", restarted.token("EC2", "i-2"));
    }

    @Test
    void noNumberComesBackWhenMappingsExpire() {
        assertEquals("EC2_001", ours.token("EC2", "i-1"));
        delete(maskKey(Tenant.DEFAULT, "i-1"), "aws:unmask:EC2_001");
        assertEquals(-1, lifeOf("aws:stats:counter:EC2"), "counters do not expire");
        assertEquals("EC2_002", another().token("EC2", "i-1"));
    }

    @Test
    void everyUseRefreshesBothKeys() {
        ours.token("EC2", "i-1");
        assertLives("EC2_001", "i-1");
        agedByAWeek("EC2_001", "i-1");
        same().token("EC2", "i-1");
        assertLives("EC2_001", "i-1");
        agedByAWeek("EC2_001", "i-1");
        same().original("EC2_001");
        assertLives("EC2_001", "i-1");
        same().original("EC2_009");
        assertLives("EC2_009", "EC2_009");
        agedByAWeek("EC2_009", "EC2_009");
        same().literal("EC2_009");
        assertLives("EC2_009", "EC2_009");
    }

    @Test
    void aTokenKeepsItsMeaningLongerThanItsTextKeepsTheToken() {
        ours.token("EC2", "i-1");
        delete(maskKey(Tenant.DEFAULT, "i-1"));
        servers.ask(jedis -> jedis.pexpire("aws:unmask:EC2_001", TTL.toMillis()));
        var later = same();
        assertEquals("i-1", later.original("EC2_001"));
        assertEquals("EC2_001", later.token("EC2", "i-1"), "restoring it gave the text its token back");
    }

    @Test
    void aMaskKeyWithoutItsUnmaskKeyIsCompleted() {
        ours.token("EC2", "i-1");
        delete("aws:unmask:EC2_001");
        var later = same();
        assertEquals("EC2_001", later.token("EC2", "i-1"));
        settle();
        assertEquals(texts.of(Tenant.DEFAULT, "i-1").stored(), get("aws:unmask:EC2_001"));
    }

    @Test
    void aMaskKeyWhoseTokenMeansSomethingElseIsReplaced() {
        ours.token("EC2", "i-1");
        settle();
        servers.ask(jedis -> jedis.set(
                "aws:unmask:EC2_001", texts.of(Tenant.DEFAULT, "EC2_001").stored()));
        var later = same();
        if (!repairsBeforeUse()) {
            later.token("EC2", "i-1");
            settle();
            later = same();
        }
        assertEquals("EC2_002", later.token("EC2", "i-1"));
        assertEquals("i-1", later.original("EC2_002"));
        assertEquals("EC2_001", later.original("EC2_001"));
    }

    @Test
    void theCheckLeavesAKeyThatExpiresOnEachMasterAndOneThatNamesTheGeneration() {
        String generation = Asked.answer(ours.mappings().check());
        assertEquals(generation, Asked.answer(ours.mappings().check()));
        List<String> written =
                Asked.answer(first.keyOnEachMaster("aws:lock:check").toCompletionStage());
        assertEquals(servers.servers().size(), written.size());
        written.forEach(key -> assertTrue(lifeOf(key) > 0, key));
        assertEquals(-1, lifeOf("aws:stats:generation"));
        assertEquals(written.size() + (texts.equals(StoredTexts.CLEAR) ? 1 : 2), servers.size());
    }

    @Test
    void anErasedValueLeavesNoTrace() {
        ours.tokens(List.of(new Identifier("EC2", "i-1"), new Identifier("EC2", "i-2")));
        of(ACME).token("EC2", "i-1");
        delete(maskKey(Tenant.DEFAULT, "i-1"));
        same().token("EC2", "i-1");
        settle();
        assertEquals(2, Asked.answer(upkeep(0).erase(Tenant.DEFAULT, "i-1")), "it had two tokens");
        assertEquals(null, get(maskKey(Tenant.DEFAULT, "i-1")));
        assertEquals(null, get("aws:unmask:EC2_001"));
        assertEquals("EC2_001", same().original("EC2_001"), "it means nothing any more");
        assertEquals("EC2_002", same().token("EC2", "i-2"));
        assertEquals("i-1", new Asked(same().mappings(), ACME).original("EC2_001"), "another tenant's");
        assertEquals("EC2_004", same().token("EC2", "i-1"), "and no number comes back");
    }

    @Test
    void anErasedTenantLeavesOnlyItsCounters() {
        ours.tokens(ec2(1, 20));
        ours.token("NAME", "acme:not-a-tenant");
        of(ACME).tokens(ec2(1, 3));
        settle();
        assertEquals(21, Asked.answer(upkeep(0).eraseAll(Tenant.DEFAULT)));
        assertEquals(6 + 1 + 2 + 1, servers.size(), "acme's keys, all counters, the count of erasures");
        assertEquals("EC2_021", same().token("EC2", "i-1"));
        assertEquals(3, Asked.answer(upkeep(0).eraseAll(ACME)));
    }

    @Test
    void erasuresAreToldToAllInstances() {
        String before = Asked.answer(ours.mappings().check());
        Asked.answer(upkeep(0).erase(Tenant.DEFAULT, "i-1"));
        assertNotEquals(before, Asked.answer(ours.mappings().check()));
    }

    @Test
    void cleaningUpRemovesTheLeastRecentlyUsedMappingsOverTheLimit() {
        ours.tokens(ec2(1, 30));
        settle();
        for (int i = 1; i <= 30; i++) {
            long idle = i <= 12 ? 86_400_000L * 2 + i * 3_600_000L : 0;
            String token = ours.token("EC2", "i-" + i);
            settle();
            long life = 2 * TTL.toMillis() - idle;
            servers.ask(jedis -> jedis.pexpire("aws:unmask:" + token, life));
        }
        var done = Asked.answer(upkeep(20).cleanup());
        assertEquals(new Upkeep.Cleanup(true, 0, 0, 10, 20), done);
        Asked later = same();
        assertEquals("EC2_001", later.token("EC2", "i-1"), "the two that were used last of the idle ones stay");
        assertEquals("EC2_002", later.token("EC2", "i-2"));
        assertEquals("EC2_031", later.token("EC2", "i-3"));
        settle();
        assertEquals(0, Asked.answer(upkeep(1).cleanup()).overLimit(), "what an open request may use stays");
    }

    @Test
    void cleaningUpRemovesWhatHasExpiredAndWhatIsBroken() {
        ours.tokens(ec2(1, 4));
        delete(maskKey(Tenant.DEFAULT, "i-1"), maskKey(Tenant.DEFAULT, "i-2"), "aws:unmask:EC2_003");
        servers.ask(jedis -> jedis.pexpire("aws:unmask:EC2_001", TTL.toMillis() - 1));
        assertEquals(
                new Upkeep.Cleanup(true, 1, 1, 0, 1), Asked.answer(upkeep(0).cleanup()));
        assertEquals(null, get("aws:unmask:EC2_001"));
        assertEquals(null, get(maskKey(Tenant.DEFAULT, "i-3")));
        assertEquals("i-2", same().original("EC2_002"), "its time is not over");
    }

    @Test
    void oneInstanceCleansUpAtATime() {
        servers.ask(jedis -> jedis.set("aws:lock:cleanup", "of another"));
        assertFalse(Asked.answer(upkeep(0).cleanup()).ran());
        assertEquals("of another", get("aws:lock:cleanup"), "nobody else releases it");
        delete("aws:lock:cleanup");
        assertTrue(Asked.answer(upkeep(0).cleanup()).ran());
        assertEquals(null, get("aws:lock:cleanup"));
    }

    @Test
    void aTenantBringsNoMoreNewValuesAMinuteThanItMay() {
        var limited = new Asked(store(first, texts, new MappingLimits(TTL, 0, 10)), ACME);
        limited.tokens(ec2(1, 4));
        var refusal = assertThrows(MappingException.class, () -> limited.tokens(ec2(100, 106)));
        assertEquals(MappingException.Reason.TOO_MANY_NEW, refusal.reason());
        refusal = assertThrows(MappingException.class, () -> limited.tokens(ec2(100, 399)));
        assertEquals(MappingException.Reason.TOO_MANY_AT_ONCE, refusal.reason());
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("300 new values, and at most 10"), refusal.getMessage());
        assertEquals("EC2_001", limited.token("EC2", "i-1"), "known ones pass");
        new Asked(limited.mappings(), Tenant.DEFAULT).token("EC2", "i-1");
    }

    @Test
    void whatIsRefusedIsNeitherMadeNorCounted() {
        var limited = new Asked(store(first, texts, new MappingLimits(TTL, 0, 10)), ACME);
        assertThrows(MappingException.class, () -> limited.tokens(ec2(100, 200)));
        settle();
        assertEquals(0, newOfAcme());
        limited.tokens(ec2(1, 10));
        settle();
        assertEquals(10, newOfAcme());
        assertEquals(null, get(maskKey(ACME, "i-100")));
    }

    @Test
    void aNewValueIsCountedOnceHoweverManyRaceForIt() {
        MappingLimits wide = new MappingLimits(TTL, 0, 1_000_000);
        List<Mappings> instances = List.of(store(first, texts, wide), store(second, texts, wide));
        List<CompletionStage<?>> calls = new ArrayList<>();
        for (int use = 0; use < 50; use++) {
            calls.add(instances.get(use % 2).tokensFor(ACME, ec2(1, 20)));
        }
        calls.forEach(Asked::answer);
        settle();
        assertEquals(20, newOfAcme());
    }

    /** How many new values were counted, in whichever minutes this test runs. */
    private long newOfAcme() {
        String key = NewValues.window(new KeyNames(ACME));
        int number = key.lastIndexOf(':') + 1;
        long minute = Long.parseLong(key.substring(number));
        long sum = 0;
        for (long each = minute - 1; each <= minute; each++) {
            String counted = get(key.substring(0, number) + each);
            sum += counted == null ? 0 : Long.parseLong(counted);
        }
        return sum;
    }

    private RedisUpkeep upkeep(long maxEntries) {
        return new RedisUpkeep(first, texts, new MappingLimits(TTL, maxEntries, 0));
    }

    private void agedByAWeek(String token, String text) {
        settle();
        servers.ask(jedis -> jedis.pexpire(maskKey(Tenant.DEFAULT, text), 60_000L));
        servers.ask(jedis -> jedis.pexpire("aws:unmask:" + token, TTL.toMillis() + 60_000L));
    }

    private void assertLives(String token, String text) {
        settle();
        long mask = lifeOf(maskKey(Tenant.DEFAULT, text));
        long unmask = lifeOf("aws:unmask:" + token);
        long slack = 60_000;
        assertTrue(mask > TTL.toMillis() - slack && mask <= TTL.toMillis(), "mask key lives " + mask + " ms");
        assertTrue(
                unmask > 2 * TTL.toMillis() - slack && unmask <= 2 * TTL.toMillis(),
                "unmask key lives " + unmask + " ms");
    }
}
