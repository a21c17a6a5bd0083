package io.awsmasker.mapping;

import static io.awsmasker.mapping.MappingException.Reason.AUTHENTICATION;
import static io.awsmasker.mapping.MappingException.Reason.OPERATION;
import static io.awsmasker.mapping.MappingException.Reason.UNREACHABLE;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;
import redis.clients.jedis.params.ClientKillParams.SkipMe;

/** Every fault of a real server ends in time, with the reason that an operator needs and without a word too much. */
class RedisFaultsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String SECRET = "canary:p@ss/word?#%25";
    private static final Identifier VALUE = new Identifier("EC2", "i-canary");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void aRefusedConnection() {
        var server = server();
        server.kill();
        assertFails(UNREACHABLE, "Redis cannot be reached: connection refused", store(server));
    }

    @Test
    void anUnknownHost() {
        assertFails(
                UNREACHABLE,
                "Redis cannot be reached: its name does not resolve",
                store(Map.of("masker.redis.host", "no-such-host.invalid")));
    }

    @Test
    void theRightPassword() {
        var server = server("requirepass \"" + SECRET + "\"");
        assertWorks(store(server, "masker.redis.password", SECRET));
    }

    @Test
    void aWrongPassword() {
        var server = server("requirepass other-secret");
        assertFails(
                AUTHENTICATION,
                "Redis refused the credentials (WRONGPASS)",
                store(server, "masker.redis.password", SECRET));
    }

    @Test
    void aMissingPassword() {
        var server = server("requirepass other-secret");
        assertFails(AUTHENTICATION, "Redis refused the credentials (NOAUTH)", store(server));
    }

    @Test
    void refusedConnectionsAreNotLeftOpen() {
        var server = server("requirepass other-secret");
        var store = store(server, "masker.redis.password", SECRET, "masker.redis.timeout", "100ms");
        for (int i = 0; i < 50; i++) {
            assertThrows(MappingException.class, () -> Asked.answer(store.check()));
        }
        try (var jedis = jedis(server)) {
            jedis.auth("other-secret");
            await().until(() -> jedis.info("clients").contains("connected_clients:1\r"));
        }
    }

    @Test
    void aPasswordThatChangesUnderway() {
        var server = server();
        var store = store(server);
        assertWorks(store);
        try (var jedis = jedis(server)) {
            jedis.configSet("requirepass", "other-secret");
            jedis.clientKill(new ClientKillParams().skipMe(SkipMe.YES).type(ClientType.NORMAL));
            await().untilAsserted(() -> assertFails(AUTHENTICATION, "Redis refused the credentials (NOAUTH)", store));
            jedis.configSet("requirepass", "");
            assertWorks(store);
        }
    }

    @Test
    void aKilledServerThatComesBack() {
        var server = server();
        var store = store(server);
        assertWorks(store);
        server.kill();
        await().untilAsserted(() -> assertFails(UNREACHABLE, "Redis cannot be reached: connection refused", store));
        server.restart();
        assertWorks(store);
    }

    @Test
    void aFrozenServerThatGoesOn() {
        var server = server();
        var store = store(server, "masker.redis.timeout", "300ms", "masker.redis.pool-size", "2");
        assertWorks(store);
        server.freeze();
        List<CompletionStage<?>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(store.tokensFor(Tenant.DEFAULT, List.of(VALUE)));
        }
        calls.forEach(call -> assertFailure(UNREACHABLE, "Redis gave no answer in time", call));
        assertFails(UNREACHABLE, "Redis gave no answer in time", store);
        server.thaw();
        assertWorks(store);
    }

    @Test
    void aServerThatAcceptsNoMoreClients() {
        var server = server("maxclients 1");
        try (var jedis = jedis(server)) {
            jedis.ping();
            var store = store(server, "masker.redis.timeout", "300ms");
            var failure = assertThrows(MappingException.class, () -> Asked.answer(store.check()));
            assertEquals(UNREACHABLE, failure.reason());
            jedis.configSet("maxclients", "100");
            await().untilAsserted(() -> assertWorks(store));
        }
    }

    @Test
    void aReadOnlyReplica() {
        var server = server("replicaof 127.0.0.1 1", "replica-serve-stale-data yes");
        assertFails(
                OPERATION,
                "Redis answered READONLY: it is a read-only replica: connect to the primary endpoint",
                store(server));
    }

    @Test
    void aReplicaWithoutItsMaster() {
        var server = server("replicaof 127.0.0.1 1", "replica-serve-stale-data no");
        var store = store(server);
        assertFailure(
                OPERATION,
                "Redis answered MASTERDOWN: it is a replica that has lost its master",
                store.tokensFor(Tenant.DEFAULT, List.of(VALUE)));
    }

    @Test
    void aFullServer() {
        var server = server("maxmemory 1");
        assertFails(
                OPERATION,
                "Redis answered OOM: its memory is full: raise maxmemory or shorten masker.mapping.ttl",
                store(server));
    }

    @Test
    void aServerThatCannotPersist() {
        var server = server("dir /proc", "save 3600 1");
        try (var jedis = jedis(server)) {
            jedis.set("x", "y");
            jedis.bgsave();
            await().until(() -> jedis.info("persistence").contains("rdb_last_bgsave_status:err"));
        }
        assertFails(
                OPERATION,
                "Redis answered MISCONF: it cannot write to its disk and takes no more writes: mend the disk",
                store(server));
    }

    @Test
    void aServerThatEvicts() {
        var server = server("maxmemory-policy allkeys-lru");
        assertFailure(
                OPERATION,
                "Redis evicts mappings: its maxmemory-policy is allkeys-lru, set it to noeviction",
                store(server).check());
    }

    @Test
    void aServerThatEvictsAndForbidsConfig() {
        var server = server("maxmemory-policy volatile-ttl", "rename-command CONFIG \"\"");
        assertFailure(
                OPERATION,
                "Redis evicts mappings: its maxmemory-policy is volatile-ttl, set it to noeviction",
                store(server).check());
    }

    @Test
    void aServerThatDoesNotTellItsPolicy() {
        var server = server("maxmemory-policy volatile-ttl", "user default on nopass ~* +@all -config -info");
        assertWorks(store(server));
    }

    @Test
    void aUserWhoMayNotWrite() {
        var server = server("user default on nopass ~* +@all -set -eval");
        assertFails(
                OPERATION,
                "Redis answered NOPERM: the user may not run a command: give it all commands on aws:* keys",
                store(server));
    }

    @Test
    void aCounterThatIsNoNumber() {
        var server = server();
        try (var jedis = jedis(server)) {
            jedis.set("aws:stats:counter:EC2", "i-canary");
        }
        assertFailure(
                OPERATION, "Redis answered with an error", store(server).tokensFor(Tenant.DEFAULT, List.of(VALUE)));
    }

    @Test
    void aKeyOfAnotherType() {
        var server = server();
        try (var jedis = jedis(server)) {
            jedis.lpush("aws:mask:i-canary", "i-canary");
        }
        assertFailure(
                OPERATION,
                "Redis answered WRONGTYPE: a key of the gateway holds what another program has written",
                store(server).tokensFor(Tenant.DEFAULT, List.of(VALUE)));
    }

    @Test
    void aDatabaseThatDoesNotExist() {
        assertFails(
                OPERATION,
                "Redis has no database of this number: set masker.redis.database to one below 16",
                store(server(), "masker.redis.database", "99"));
    }

    @Test
    void afterAFaultTheNearCacheHoldsNothing() {
        var server = server();
        var cached = new NearCache(store(server), Duration.ofDays(7), 100);
        server.kill();
        assertFails(UNREACHABLE, "Redis cannot be reached: connection refused", cached);
        server.restart();
        try (var jedis = jedis(server)) {
            jedis.set("aws:stats:counter:EC2", "41");
        }
        assertEquals("EC2_042", new Asked(cached, Tenant.DEFAULT).token("EC2", "i-canary"));
    }

    private static void assertWorks(Mappings store) {
        Asked.answer(store.check());
        var asked = new Asked(store, Tenant.DEFAULT);
        assertEquals("i-canary", asked.original(asked.token("EC2", "i-canary")));
    }

    private static void assertFails(MappingException.Reason reason, String message, Mappings store) {
        assertFailure(reason, message, store.check());
        assertFailure(reason, message, store.tokensFor(Tenant.DEFAULT, List.of(VALUE)));
        assertFailure(reason, message, store.originalsOf(Tenant.DEFAULT, List.of("EC2_001")));
    }

    private static void assertFailure(MappingException.Reason reason, String message, CompletionStage<?> call) {
        var failure = assertThrows(MappingException.class, () -> Asked.answer(call));
        assertEquals(message, failure.getMessage());
        assertEquals(reason, failure.reason());
        assertNull(failure.getCause());
        assertTrue(!failure.toString().contains("canary"));
    }

    private RealRedis server(String... lines) {
        var server = RealRedis.start(lines);
        open.add(server);
        return server;
    }

    private static Jedis jedis(RealRedis server) {
        return new Jedis(server.host(), server.port());
    }

    private RedisMappings store(RealRedis server, String... more) {
        Map<String, String> values = new HashMap<>();
        values.put("masker.redis.host", server.host());
        values.put("masker.redis.port", "" + server.port());
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return store(values);
    }

    private RedisMappings store(Map<String, String> values) {
        var link = new RedisLink(VERTX, RedisSettings.from(name -> Optional.ofNullable(values.get(name))));
        open.add(0, link);
        return new RedisMappings(link, StoredTexts.CLEAR, MappingLimits.of(Duration.ofDays(7)));
    }
}
