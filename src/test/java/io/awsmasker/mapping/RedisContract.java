package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** What stores in a real Redis do beyond the contract: they share, outlive their instances and expire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisContract extends MappingsContract {
    private final RealRedis server = RealRedis.start();
    private final Vertx vertx = Vertx.vertx();
    private final Jedis redis = new Jedis(server.host(), server.port());

    private final RedisLink first = link();
    private final RedisLink second = link();

    /** A store on this connection. */
    abstract Mappings over(RedisLink link);

    @Override
    Mappings open() {
        settle();
        redis.flushAll();
        return over(first);
    }

    @Override
    Mappings alongside(Mappings other) {
        return over(second);
    }

    /** Waits for what a store does after its answers. */
    void settle() {}

    /** Whether a mapping of which one half was lost is mended before its first use, or by it. */
    boolean repairsBeforeUse() {
        return true;
    }

    private Asked another() {
        return new Asked(alongside(ours.mappings()), Tenant.DEFAULT);
    }

    private RedisLink link() {
        Map<String, String> values =
                Map.of("masker.redis.host", server.host(), "masker.redis.port", "" + server.port());
        return new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(values.get(name))));
    }

    @AfterAll
    void stop() {
        redis.close();
        first.close();
        second.close();
        vertx.close();
        server.close();
    }

    @Test
    void keysAreThoseThatUsersKnow() {
        ours.token("EC2", "i-1234567890abcdef0");
        of(ACME).token("EC2", "i-1234567890abcdef0");
        settle();
        assertEquals("EC2_001", redis.get("aws:mask:i-1234567890abcdef0"));
        assertEquals("i-1234567890abcdef0", redis.get("aws:unmask:EC2_001"));
        assertEquals("1", redis.get("aws:stats:counter:EC2"));
        assertEquals("EC2_001", redis.get("aws:mask:acme:i-1234567890abcdef0"));
        assertEquals("i-1234567890abcdef0", redis.get("aws:unmask:acme:EC2_001"));
        assertEquals("1", redis.get("aws:stats:counter:acme:EC2"));
        assertEquals(6, redis.dbSize());
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
        settle();
        redis.del("aws:mask:i-1", "aws:unmask:EC2_001");
        assertEquals(-1, redis.pttl("aws:stats:counter:EC2"), "counters do not expire");
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
        settle();
        redis.del("aws:mask:i-1");
        var later = another();
        assertEquals("i-1", later.original("EC2_001"));
        assertEquals("EC2_001", later.token("EC2", "i-1"), "restoring it gave the text its token back");
    }

    @Test
    void aMaskKeyWithoutItsUnmaskKeyIsCompleted() {
        ours.token("EC2", "i-1");
        settle();
        redis.del("aws:unmask:EC2_001");
        var later = another();
        assertEquals("EC2_001", later.token("EC2", "i-1"));
        settle();
        assertEquals("i-1", redis.get("aws:unmask:EC2_001"));
    }

    @Test
    void aMaskKeyWhoseTokenMeansSomethingElseIsReplaced() {
        ours.token("EC2", "i-1");
        settle();
        redis.set("aws:unmask:EC2_001", "EC2_001");
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
        assertTrue(redis.pttl("aws:lock:check") > 0);
        assertEquals(-1, redis.pttl("aws:stats:generation"));
        assertEquals(2, redis.dbSize());
    }

    private void agedByAWeek(String token, String text) {
        settle();
        redis.pexpire("aws:mask:" + text, 60_000L);
        redis.pexpire("aws:unmask:" + token, TTL.toMillis() + 60_000L);
    }

    private void assertLives(String token, String text) {
        settle();
        long mask = redis.pttl("aws:mask:" + text);
        long unmask = redis.pttl("aws:unmask:" + token);
        long slack = 60_000;
        assertTrue(mask > TTL.toMillis() - slack && mask <= TTL.toMillis(), "mask key lives " + mask + " ms");
        assertTrue(
                unmask > 2 * TTL.toMillis() - slack && unmask <= 2 * TTL.toMillis(),
                "unmask key lives " + unmask + " ms");
    }
}
