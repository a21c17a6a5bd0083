package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What somebody sees who has all of Redis but not the key, and what becomes of keys that are missing, wrong or replaced. */
class EncryptionTest {
    private static final MappingLimits LIMITS = MappingLimits.of(MappingsContract.TTL);
    private static final Tenant ACME = new Tenant("acme");

    private final RealRedis server = RealRedis.start();
    private final Vertx vertx = Vertx.vertx();
    private final RedisLink link = new RedisLink(vertx, RedisSettings.from(this::setting));
    private final Jedis redis = server.connect();

    private Optional<String> setting(String name) {
        return Optional.ofNullable(Map.of(
                        "masker.redis.host",
                        server.host(),
                        "masker.redis.port",
                        "" + server.port(),
                        "masker.redis.timeout",
                        "20s")
                .get(name));
    }

    @AfterEach
    void stop() {
        redis.close();
        link.close();
        vertx.close();
        server.close();
    }

    @Test
    void derivationAgreesWithTheVectorsOfItsStandard() {
        HexFormat hex = HexFormat.of();
        byte[] prk = EncryptionKey.extract(hex.parseHex("000102030405060708090a0b0c"), hex.parseHex("0b".repeat(22)));
        assertArrayEquals(hex.parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"), prk);
        byte[] first = EncryptionKey.expand(prk, hex.parseHex("f0f1f2f3f4f5f6f7f8f9"));
        assertArrayEquals(hex.parseHex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"), first);
    }

    @Test
    void aKeyIs32BytesInBase64() {
        for (String bad : List.of("", "not base64!", "c2hvcnQ=", TwoKeys.FIRST.substring(4))) {
            var fault = assertThrows(IllegalArgumentException.class, () -> EncryptionKey.of(bad));
            String message = String.valueOf(fault.getMessage());
            assertTrue(message.contains("openssl rand -base64 32"), message);
            assertTrue(bad.isEmpty() || !message.contains(bad), message);
        }
        EncryptionKey.of(TwoKeys.FIRST + "\n");
    }

    @Test
    void tenantsAndKeysHaveNothingInCommon() {
        SealedTexts first = new SealedTexts(EncryptionKey.of(TwoKeys.FIRST));
        SealedTexts second = new SealedTexts(EncryptionKey.of(TwoKeys.SECOND));
        String ours = first.stored(Tenant.DEFAULT, "i-1");
        assertEquals("i-1", new SealedTexts(EncryptionKey.of(TwoKeys.FIRST)).text(Tenant.DEFAULT, ours));
        assertNotEquals(first.name(Tenant.DEFAULT, "i-1"), first.name(ACME, "i-1"));
        assertNotEquals(first.name(Tenant.DEFAULT, "i-1"), second.name(Tenant.DEFAULT, "i-1"));
        assertUnreadable(() -> first.text(ACME, ours));
        assertUnreadable(() -> second.text(Tenant.DEFAULT, ours));
        assertUnreadable(() -> first.text(Tenant.DEFAULT, "i-1"));
        char[] changed = ours.toCharArray();
        for (int i = 0; i < changed.length; i++) {
            char before = changed[i];
            changed[i] = before == 'A' ? 'Q' : 'A';
            String forged = new String(changed);
            assertUnreadable(() -> first.text(Tenant.DEFAULT, forged));
            changed[i] = before;
        }
    }

    @Test
    void aDumpShowsClassesAndCountsOnly() {
        List<String> originals = List.of("i-0canary12345678", "canary-bucket", "Größe-canary", "acme:canary");
        Asked sealed = asked(TwoKeys.sealed());
        Asked.answer(sealed.mappings().check());
        originals.forEach(text -> sealed.token("EC2", text));
        originals.forEach(text -> new Asked(sealed.mappings(), ACME).token("S3", text));
        sealed.literal("canary");
        sealed.original("EC2_077");
        String dump = dump();
        assertTrue(dump.contains("EC2_001") && dump.contains("aws:unmask:acme:S3_004"), dump);
        originals.forEach(text -> assertFalse(dump.contains(text), dump));
        assertFalse(dump.contains("canary") || dump.contains(TwoKeys.FIRST), dump);
    }

    @Test
    void aWrongKeyIsFoundByTheCheck() {
        Asked.answer(store(TwoKeys.sealed()).check());
        assertRefused("encrypted with another key", store(StoredTexts.sealed(EncryptionKey.of(TwoKeys.SECOND), null)));
        assertRefused("set masker.mapping.encryption-key to their key", store(StoredTexts.CLEAR));
        Asked.answer(store(TwoKeys.rotated()).check());
    }

    @Test
    void aKeyOverClearMappingsIsRefusedUntilTheyAreEncrypted() {
        Asked clear = asked(StoredTexts.CLEAR);
        Asked.answer(clear.mappings().check());
        Map<String, String> tokens = clear.tokens(MappingsContract.ec2(1, 600));
        new Asked(clear.mappings(), ACME).token("VPC", "vpc-1");
        clear.token("EC2", "i-canary");
        clear.original("EC2_900");
        redis.pexpire("aws:mask:i-5", 1_000_000);
        assertRefused("not encrypted", store(TwoKeys.sealed()));

        assertEquals(603, Asked.answer(new Encryption(link, TwoKeys.sealed(), LIMITS).run()));

        assertRefused("set masker.mapping.encryption-key to their key", store(StoredTexts.CLEAR));
        Asked sealed = asked(TwoKeys.sealed());
        Asked.answer(sealed.mappings().check());
        assertFalse(dump().contains("i-canary"), "no original stands there");
        long life = redis.pttl(
                "aws:mask:" + TwoKeys.sealed().of(Tenant.DEFAULT, "i-5").name());
        assertTrue(life > 0 && life <= 1_000_000, "the time to live stays");
        assertEquals(tokens, sealed.tokens(MappingsContract.ec2(1, 600)));
        assertEquals("vpc-1", new Asked(sealed.mappings(), ACME).original("VPC_001"));
        assertEquals("EC2_602", sealed.token("EC2", "i-new"));
        assertEquals(0, Asked.answer(new Encryption(link, TwoKeys.sealed(), LIMITS).run()), "again, to no effect");
    }

    @Test
    void anInterruptedEncryptionStopsEverybodyAndGoesOn() {
        Asked clear = asked(StoredTexts.CLEAR);
        Asked.answer(clear.mappings().check());
        clear.tokens(MappingsContract.ec2(1, 9));
        clear.token("EC2", "i-canary");
        redis.set("aws:stats:encryption", "encrypting");
        String sealed = TwoKeys.sealed().of(Tenant.DEFAULT, "i-3").stored();
        redis.set("aws:unmask:EC2_003", sealed);
        redis.set("aws:mask:" + TwoKeys.sealed().of(Tenant.DEFAULT, "i-3").name(), "EC2_003");
        assertRefused("being encrypted", store(StoredTexts.CLEAR));
        assertRefused("being encrypted", store(TwoKeys.sealed()));
        assertEquals(9, Asked.answer(new Encryption(link, TwoKeys.sealed(), LIMITS).run()));
        assertEquals("EC2_003", asked(TwoKeys.sealed()).token("EC2", "i-3"));
        assertFalse(dump().contains("i-canary"), "no original stands there");
    }

    @Test
    void aRotationEndsWithTheEncryptCommand() {
        Asked old = asked(TwoKeys.sealed());
        Asked.answer(old.mappings().check());
        Map<String, String> tokens = old.tokens(MappingsContract.ec2(1, 50));
        asked(TwoKeys.rotated()).tokens(MappingsContract.ec2(1, 20));
        StoredTexts second = StoredTexts.sealed(EncryptionKey.of(TwoKeys.SECOND), null);
        assertRefused("another key", store(second));
        assertEquals(30, Asked.answer(new Encryption(link, TwoKeys.rotated(), LIMITS).run()));
        Asked.answer(store(second).check());
        assertEquals(tokens, asked(second).tokens(MappingsContract.ec2(1, 50)));
        assertEquals("i-7", asked(second).original("EC2_007"));
        assertRefused("another key", store(TwoKeys.sealed()));
        assertEquals(100 + 1 + 2 + 1, redis.dbSize(), "nothing is left under names of the old key");
    }

    private Mappings store(StoredTexts texts) {
        return new RedisMappings(link, texts, LIMITS);
    }

    private Asked asked(StoredTexts texts) {
        return new Asked(store(texts), Tenant.DEFAULT);
    }

    private String dump() {
        List<String> all = new ArrayList<>();
        for (String key : redis.keys("*")) {
            all.add(key + "=" + redis.get(key) + " "
                    + new String(redis.dump(key), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return String.join("\n", all);
    }

    private static void assertRefused(String part, Mappings store) {
        var fault = assertThrows(MappingException.class, () -> Asked.answer(store.check()));
        assertEquals(Reason.ENCRYPTION, fault.reason());
        assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
    }

    private static void assertUnreadable(Runnable reading) {
        assertEquals(
                Reason.ENCRYPTION,
                assertThrows(MappingException.class, reading::run).reason());
    }
}
