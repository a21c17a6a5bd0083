package io.awsmasker.mapping;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stores in a real Redis do beyond the contract: they share, outlive their instances and expire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisContract extends MappingsContract {
    private final RunningRedis servers;
    private final Texts texts;
    private final Vertx vertx = Vertx.vertx();
    private final RedisLink first;
    private final RedisLink second;
    private final List<ClusterMappings> clustered = new ArrayList<>();

    RedisContract(RedisServers kind, Texts texts) {
        this.servers = kind.start();
        this.texts = texts;
        this.first = link();
        this.second = link();
    }

    /** Another store in front of the one in Redis. */
    Mappings over(Mappings store) {
        return store;
    }

    Texts textsOfSecond() {
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

    private Mappings store(RedisLink link, Texts form) {
        MappingLimits limits = MappingLimits.of(TTL);
        if (!link.cluster()) {
            return new RedisMappings(link, form, limits);
        }
        var store = new ClusterMappings(link, form, limits);
        clustered.add(store);
        return store;
    }

    RedisUpkeep upkeep(MappingLimits limits) {
        return new RedisUpkeep(first, texts, limits);
    }

    RunningRedis servers() {
        return servers;
    }

    /** Waits for what a store does after its answers. */
    final void settle() {
        await().until(() -> clustered.stream().allMatch(store -> store.unfinished() == 0));
    }

    /** Whether a mapping of which one half was lost is mended before its first use, or by it. */
    private boolean repairsBeforeUse() {
        return !first.cluster();
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
        assertEquals(texts.equals(Texts.CLEAR), ours.equals(value));
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
        another().token("EC2", "i-1");
        assertLives("EC2_001", "i-1");
        agedByAWeek("EC2_001", "i-1");
        another().original("EC2_001");
        assertLives("EC2_001", "i-1");
        another().original("EC2_009");
        assertLives("EC2_009", "EC2_009");
        agedByAWeek("EC2_009", "EC2_009");
        another().literal("EC2_009");
        assertLives("EC2_009", "EC2_009");
    }

    @Test
    void aTokenKeepsItsMeaningLongerThanItsTextKeepsTheToken() {
        ours.token("EC2", "i-1");
        delete(maskKey(Tenant.DEFAULT, "i-1"));
        var later = another();
        assertEquals("i-1", later.original("EC2_001"));
        assertEquals("EC2_001", later.token("EC2", "i-1"), "restoring it gave the text its token back");
    }

    @Test
    void aMaskKeyWithoutItsUnmaskKeyIsCompleted() {
        ours.token("EC2", "i-1");
        delete("aws:unmask:EC2_001");
        var later = another();
        assertEquals("EC2_001", later.token("EC2", "i-1"));
        settle();
        assertEquals(texts.of(Tenant.DEFAULT, "i-1").stored(), get("aws:unmask:EC2_001"));
    }

    @Test
    void aMaskKeyWhoseTokenMeansSomethingElseIsReplaced() {
        ours.token("EC2", "i-1");
        settle();
        servers.ask(jedis ->
                jedis.set("aws:unmask:EC2_001", texts.of(Tenant.DEFAULT, "EC2_001").stored()));
        var later = another();
        if (!repairsBeforeUse()) {
            later.token("EC2", "i-1");
            settle();
        }
        assertEquals("EC2_002", later.token("EC2", "i-1"));
        assertEquals("i-1", later.original("EC2_002"));
        assertEquals("EC2_001", later.original("EC2_001"));
    }

    @Test
    void theCheckLeavesOneKeyThatExpiresAndOneThatNamesTheGeneration() {
        String generation = Asked.answer(ours.mappings().check());
        assertEquals(generation, Asked.answer(ours.mappings().check()));
        assertTrue(lifeOf("aws:lock:check") > 0);
        assertEquals(-1, lifeOf("aws:stats:generation"));
        assertEquals(texts.equals(Texts.CLEAR) ? 2 : 3, servers.size());
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
