package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.mapping.Migration.Report;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a self-hosted server to an encrypted cluster, and from what the Kong plugin left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationTest {
    private static final MappingLimits LIMITS = MappingLimits.of(MappingsContract.TTL);
    private static final Tenant ACME = new Tenant("acme");

    private final Vertx vertx = Vertx.vertx();
    private final RunningRedis source = RedisServers.STANDALONE.start();
    private final RunningRedis target = RedisServers.CLUSTER.start();
    private final RedisLink from = new RedisLink(vertx, RedisSettings.from(source::lookup));
    private final RedisLink to = new RedisLink(vertx, RedisSettings.from(target::lookup));
    private final Asked old = new Asked(new RedisMappings(from, StoredTexts.CLEAR, LIMITS), Tenant.DEFAULT);
    private final Asked copy = new Asked(new ClusterMappings(to, TwoKeys.sealed(), LIMITS), Tenant.DEFAULT);

    @BeforeEach
    void empty() {
        source.flush();
        target.flush();
    }

    @AfterAll
    void stop() {
        from.close();
        to.close();
        vertx.close();
        source.close();
        target.close();
    }

    @Test
    void everythingKeepsItsMeaningAndItsTime() {
        Map<String, String> tokens = old.tokens(MappingsContract.ec2(1, 700));
        old.literal("EC2_001");
        old.original("VPC_009");
        new Asked(old.mappings(), ACME).token("VPC", "vpc-1");
        source.ask(jedis -> jedis.pexpire("aws:mask:i-7", 3_000_000));
        source.ask(jedis -> jedis.pexpire("aws:unmask:EC2_007", 6_000_000));

        assertEquals(done(703, 703, 0, 0), migrate(true));
        assertEquals(0, target.size(), "only tells what would be done");
        assertEquals(done(703, 703, 0, 0), migrate(false));
        assertEquals(done(703, 0, 703, 0), migrate(false), "again, to no effect");

        String name = TwoKeys.sealed().of(Tenant.DEFAULT, "i-7").name();
        long life = target.ask(jedis -> jedis.pttl("aws:mask:" + name));
        assertTrue(life > 0 && life <= 3_000_000, "the time to live stays");
        assertEquals("EC2_701", copy.token("EC2", "i-new"));
        assertEquals(tokens, copy.tokens(MappingsContract.ec2(1, 700)));
        assertEquals("LIT_001", copy.literal("EC2_001"));
        assertEquals("VPC_009", copy.original("VPC_009"));
        assertEquals("vpc-1", new Asked(copy.mappings(), ACME).original("VPC_001"));
        assertEquals("VPC_001", copy.original("VPC_001"), "of another tenant");
    }

    @Test
    void whatTheTargetMeansStays() {
        old.tokens(MappingsContract.ec2(1, 3));
        copy.token("EC2", "i-other");
        copy.token("VPC", "i-2");
        assertEquals(done(3, 1, 0, 2), migrate(false));
        assertEquals("i-other", copy.original("EC2_001"), "the token was taken");
        assertEquals("VPC_001", copy.token("EC2", "i-2"), "the text had one");
        assertEquals("i-2", copy.original("EC2_002"), "and yet the old one leads back to it");
        assertEquals("i-3", copy.original("EC2_003"));
        assertEquals("EC2_004", copy.token("EC2", "i-4"));
    }

    @Test
    void anInterruptedCopyGoesOn() {
        old.tokens(MappingsContract.ec2(1, 20));
        migrate(false);
        for (int i = 1; i <= 20; i++) {
            String token = TokenShape.token("EC2", i);
            String name = TwoKeys.sealed().of(Tenant.DEFAULT, "i-" + i).name();
            if (i % 2 == 0) {
                target.ask(jedis -> jedis.del("aws:mask:" + name));
            }
            if (i % 3 == 0) {
                target.ask(jedis -> jedis.del("aws:unmask:" + token));
            }
        }
        assertEquals(done(20, 13, 7, 0), migrate(false));
        assertEquals(done(20, 0, 20, 0), migrate(false));
    }

    @Test
    void whatThePluginLeftIsTakenOver() {
        source.ask(jedis -> jedis.set("aws_masker:map:i-1", "EC2_005"));
        source.ask(jedis -> jedis.set("aws_masker:rev:EC2_005", "i-1"));
        source.ask(jedis -> jedis.set("aws_masker:map:VPC_002", "vpc-2"));
        source.ask(jedis -> jedis.pexpire("aws_masker:map:VPC_002", 600_000));
        source.ask(jedis -> jedis.set("aws:mask:i-3", "EC2_003"));
        source.ask(jedis -> jedis.set("aws:unmask:EC2_004", "i-4"));
        source.ask(jedis -> jedis.set("aws_masker:map:i-9", "EC2_000"));
        source.ask(jedis -> jedis.set("aws_masker:map:i-8", "KONGS_001"));
        source.ask(jedis -> jedis.set("aws_masker:map:i-7", "{\"no\": \"token\"}"));
        source.ask(jedis -> jedis.hset("aws_masker:map:hash", "a", "b"));
        assertEquals(new Report(7, 4, 1, 0, 3, Map.of("KONGS", 1L)), migrate(false));
        assertEquals("i-1", copy.original("EC2_005"));
        assertEquals("EC2_005", copy.token("EC2", "i-1"));
        assertEquals("vpc-2", copy.original("VPC_002"));
        assertEquals("EC2_003", copy.token("EC2", "i-3"));
        assertEquals("i-4", copy.original("EC2_004"));
        assertEquals("EC2_006", copy.token("EC2", "i-new"), "numbers go on above the highest");
    }

    @Test
    void tokensOfClassesThatTheTargetDoesNotKnowAreNamedByTheirClass() {
        old.token("PROJ", "canary-1");
        old.token("PROJ", "canary-2");
        old.token("STAFF", "canary-3");
        old.token("EC2", "i-1");
        Report report = migrate(false);
        assertEquals(new Report(4, 1, 0, 0, 3, Map.of("PROJ", 2L, "STAFF", 1L)), report);
        assertFalse(report.toString().contains("canary"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheSourceIsEncryptedWithIsCheckedBeforeAnythingIsWritten(boolean marked) {
        StoredTexts second = StoredTexts.sealed(EncryptionKey.of(TwoKeys.SECOND), null);
        fill(TwoKeys.sealed(), marked);
        assertRefused(
                "source: the mappings in Redis are encrypted; set masker.mapping.encryption-key", StoredTexts.CLEAR);
        assertRefused("source: the mappings in Redis are encrypted with another key", second);
        assertEquals(done(9, 9, 0, 0), migrate(TwoKeys.sealed(), true));
        assertEquals(done(9, 9, 0, 0), migrate(TwoKeys.rotated(), false));

        fill(StoredTexts.CLEAR, marked);
        assertRefused("source: the mappings in Redis are not encrypted but", TwoKeys.sealed());
        assertEquals(done(9, 9, 0, 0), migrate(StoredTexts.CLEAR, true));
    }

    @Test
    void aSourceThatIsBeingEncryptedIsRefused() {
        fill(StoredTexts.CLEAR, true);
        source.ask(jedis -> jedis.set(RedisCheck.KEY, RedisCheck.ENCRYPTING));
        assertRefused("source: the mappings in Redis are being encrypted", StoredTexts.CLEAR);
        assertRefused("source: the mappings in Redis are being encrypted", TwoKeys.sealed());
    }

    @Test
    void aDryRunRefusesATargetUnderAnotherKeyAndWritesNothingIntoIt() {
        old.tokens(MappingsContract.ec2(1, 3));
        Mappings other = new ClusterMappings(to, TwoKeys.rotating(), LIMITS);
        Asked.answer(other.check());
        long before = target.size();
        target.ask(jedis -> jedis.set(RedisCheck.KEY, "another"));
        for (boolean dryRun : new boolean[] {true, false}) {
            var fault = assertThrows(MappingException.class, () -> migrate(dryRun));
            assertTrue(String.valueOf(fault.getMessage()).contains("with another key"), fault.getMessage());
        }
        target.ask(jedis -> jedis.set(RedisCheck.KEY, TwoKeys.sealed().fingerprint()));
        assertEquals(done(3, 3, 0, 0), migrate(true));
        assertEquals(before, target.size());
    }

    /** Nine mappings in the source, with or without what says how they were written, and nothing in the target. */
    private void fill(StoredTexts texts, boolean marked) {
        empty();
        Mappings mappings = new RedisMappings(from, texts, LIMITS);
        Asked.answer(mappings.check());
        new Asked(mappings, Tenant.DEFAULT).tokens(MappingsContract.ec2(1, 8));
        new Asked(mappings, ACME).token("VPC", "vpc-1");
        if (!marked) {
            source.ask(jedis -> jedis.del(RedisCheck.KEY, RedisCheck.GENERATION));
        }
    }

    private void assertRefused(String beginning, StoredTexts texts) {
        for (boolean dryRun : new boolean[] {true, false}) {
            var fault = assertThrows(MappingException.class, () -> migrate(texts, dryRun));
            assertEquals(MappingException.Reason.ENCRYPTION, fault.reason());
            assertTrue(String.valueOf(fault.getMessage()).startsWith(beginning), fault.getMessage());
            assertEquals(0, target.size(), "nothing is written");
        }
    }

    private static Report done(long read, long copied, long present, long conflicts) {
        return new Report(read, copied, present, conflicts, 0, Map.of());
    }

    private Report migrate(boolean dryRun) {
        return migrate(StoredTexts.CLEAR, dryRun);
    }

    private Report migrate(StoredTexts texts, boolean dryRun) {
        Set<String> classes = Set.of("EC2", "VPC", "LIT");
        return Asked.answer(new Migration(from, texts, to, TwoKeys.sealed(), LIMITS, classes::contains, dryRun).run());
    }
}
