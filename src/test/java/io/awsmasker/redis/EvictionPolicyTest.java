package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.LogLines;
import io.awsmasker.testing.RealCluster;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.AccessControlLogEntry;
import redis.clients.jedis.Jedis;

/** One server that evicts is found, whichever it is and however it tells. */
class EvictionPolicyTest {
    private static final String EVICTING = "maxmemory-policy volatile-lru";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    private String policy(Map<String, String> settings) {
        try (RedisLink link =
                new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))))) {
            return Awaited.of(link.evictionPolicy());
        }
    }

    @Test
    void ofOneMasterOfACluster() {
        try (RealCluster cluster = RealCluster.start(false)) {
            Map<String, String> settings = Map.of(
                    "masker.redis.type", "managed",
                    "masker.redis.ssl-enabled", "false",
                    "masker.redis.timeout", "20s",
                    "masker.redis.cluster-mode", "true",
                    "masker.redis.cluster-endpoint",
                            "127.0.0.1:" + cluster.masters().get(0).port());
            assertEquals("noeviction", policy(settings));
            try (Jedis third = cluster.connect(cluster.masters().get(2))) {
                third.configSet("maxmemory-policy", "allkeys-lru");
            }
            assertEquals("allkeys-lru", policy(settings));
            cluster.masters().get(1).kill();
            assertEquals("allkeys-lru", policy(settings));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "my-cache-abc123.serverless.euc1.cache.amazonaws.com, false, true",
        "my-cache-abc123.serverless.cnn1.cache.amazonaws.com.cn, false, true",
        "localhost, true, true",
        "serverless.my-cache.abc.euc1.cache.amazonaws.com, false, false",
        "master.my-cache.abc.euc1.cache.amazonaws.com, false, false",
        "redis.serverless.example, false, false"
    })
    void serverlessIsKnownByItsSettingOrItsName(String host, String setting, boolean serverless) {
        Map<String, String> settings = Map.of(
                "masker.redis.type", "managed",
                "masker.redis.host", host,
                "masker.redis.user", "masker",
                "masker.redis.iam.enabled", "true",
                "masker.redis.iam.region", "eu-central-1",
                "masker.redis.iam.cache-name", "my-cache",
                "masker.redis.iam.serverless", setting,
                "AWS_ACCESS_KEY_ID", "AKID",
                "AWS_SECRET_ACCESS_KEY", "canary");
        assertEquals(
                serverless,
                RedisSettings.from(name -> Optional.ofNullable(settings.get(name)))
                        .serverless());
    }

    /** Nobody can change what it answers, so it is not asked; here the setting stands before a server that evicts. */
    @Test
    void ofServerlessNobodyAsks() {
        try (RealRedis server = RealRedis.start("maxmemory-policy volatile-lru")) {
            Map<String, String> settings = Map.of(
                    "masker.redis.host", "127.0.0.1",
                    "masker.redis.port", "" + server.port(),
                    "masker.redis.timeout", "20s");
            RedisSettings plain = RedisSettings.from(name -> Optional.ofNullable(settings.get(name)));
            assertEquals("volatile-lru", policy(settings));
            assertEquals(1, warnings(() -> {
                try (RedisLink link = new RedisLink(vertx, serverless(plain), fixed())) {
                    assertEquals("noeviction", Awaited.of(link.evictionPolicy()));
                }
            }));
        }
    }

    private static RedisSettings serverless(RedisSettings plain) {
        var role = new AwsRole.Given(new AwsCredentials("", "", Optional.empty(), Instant.MAX));
        return new RedisSettings(
                plain.mode(),
                plain.endpoint(),
                false,
                0,
                new CredentialSettings.Iam(
                        "masker", "eu-central-1", "my-cache", true, role, URI.create("http://localhost")),
                Optional.empty(),
                plain.timeout(),
                plain.poolSize(),
                plain.keepalive());
    }

    private static CredentialSource fixed() {
        return new FixedCredentials(new RedisCredentials(Optional.empty(), Optional.empty()));
    }

    /** How many lines of the log say that this kind of cache evicts. */
    private static long warnings(Runnable run) {
        return LogLines.of("io.awsmasker.redis", run).stream()
                .filter(text -> text.startsWith("ElastiCache Serverless evicts"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"-config, volatile-lru, 0", "-info, volatile-lru, 0", "-config -info, noeviction, 1"})
    void ofAServerThatForbidsTheQuestion(String forbidden, String policy, int warnings) {
        try (RealRedis server = RealRedis.start(EVICTING, "user default on nopass ~* &* +@all " + forbidden);
                RedisLink link = new RedisLink(vertx, patient(server))) {
            assertEquals(warnings, uncheckable(() -> {
                assertEquals(policy, Awaited.of(link.evictionPolicy()));
                assertEquals(policy, Awaited.of(link.evictionPolicy()));
            }));
        }
    }

    /** The health check asks each second, and each denied command is a line in the server's security log. */
    @ParameterizedTest
    @CsvSource({"+info, 0", "+config|get, 1", "+ping, 2"})
    void whatIsDeniedIsAskedOnce(String right, int denied) {
        String rights = RedisServers.RIGHTS.replace("+info", right);
        try (RealRedis server =
                        RealRedis.start("user default on nopass " + rights, "user admin on >admin ~* &* +@all");
                Jedis admin = server.connect();
                RedisLink link = new RedisLink(vertx, patient(server))) {
            admin.auth("admin", "admin");
            for (int i = 0; i < 5; i++) {
                Awaited.of(link.evictionPolicy());
            }
            assertEquals(
                    denied,
                    admin.aclLog().stream()
                            .mapToLong(AccessControlLogEntry::getCount)
                            .sum());
        }
    }

    @Test
    void thatItCannotBeToldIsSaidAgainAfterItCould() {
        var now = new AtomicLong();
        try (RealRedis server = RealRedis.start(EVICTING);
                Jedis jedis = server.connect();
                RedisLink link = new RedisLink(vertx, patient(server))) {
            EvictionPolicy policy = new EvictionPolicy(link, now::get);
            for (int i = 0; i < 2; i++) {
                jedis.aclSetUser("default", "-config", "-info");
                assertEquals(1, uncheckable(() -> assertEquals("noeviction", Awaited.of(policy.read()))));
                jedis.aclSetUser("default", "+info");
                now.addAndGet(EvictionPolicy.ASKED_AGAIN_AFTER.toNanos());
                assertEquals(0, uncheckable(() -> assertEquals("volatile-lru", Awaited.of(policy.read()))));
            }
        }
    }

    private static RedisSettings patient(RealRedis server) {
        Map<String, String> settings = Map.of(
                "masker.redis.host",
                server.host(),
                "masker.redis.port",
                "" + server.port(),
                "masker.redis.timeout",
                "20s");
        return RedisSettings.from(name -> Optional.ofNullable(settings.get(name)));
    }

    private static long uncheckable(Runnable run) {
        return LogLines.of("io.awsmasker.redis", run).stream()
                .filter(text -> text.contains("whether Redis evicts cannot be checked")
                        && text.contains("+info or +config|get"))
                .count();
    }
}
