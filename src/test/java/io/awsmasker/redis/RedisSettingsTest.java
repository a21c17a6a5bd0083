package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisSettingsTest {
    private static RedisSettings read(Map<String, String> values) {
        Function<String, Optional<String>> lookup = name -> Optional.ofNullable(values.get(name));
        return RedisSettings.from(lookup);
    }

    private static List<String> problems(Map<String, String> values) {
        return assertThrows(SettingsException.class, () -> read(values)).problems();
    }

    private static RedisSettings traditional(
            HostAndPort endpoint, int database, Optional<String> password, Duration timeout, int pool, int keepalive) {
        return new RedisSettings(
                RedisSettings.Mode.TRADITIONAL,
                endpoint,
                false,
                database,
                new CredentialSettings.Fixed(Optional.empty(), password),
                Optional.empty(),
                timeout,
                pool,
                Duration.ofSeconds(keepalive));
    }

    @Test
    void withoutAnySettingItIsTheLocalServer() {
        var settings = read(Map.of());
        assertEquals(
                traditional(new HostAndPort("localhost", 6379), 0, Optional.empty(), Duration.ofSeconds(2), 100, 60),
                settings);
    }

    @Test
    void everyKeyIsRead() {
        var settings = read(Map.of(
                "masker.redis.type", "traditional",
                "masker.redis.host", "redis.internal",
                "masker.redis.port", "6380",
                "masker.redis.password", "p@ss:/?#[]%25 word",
                "masker.redis.database", "5",
                "masker.redis.timeout", "500ms",
                "masker.redis.pool-size", "10",
                "masker.redis.keepalive", "2M"));
        assertEquals(
                traditional(
                        new HostAndPort("redis.internal", 6380),
                        5,
                        Optional.of("p@ss:/?#[]%25 word"),
                        Duration.ofMillis(500),
                        10,
                        120),
                settings);
    }

    @Test
    void theNamesOfTheKongPluginWork() {
        var settings = read(Map.of(
                "KONG_CONFIG_MODE", "traditional",
                "REDIS_HOST", "old",
                "REDIS_PORT", "1",
                "REDIS_PASSWORD", "secret",
                "REDIS_DB", "2",
                "REDIS_COMMAND_TIMEOUT", "1500",
                "REDIS_MAX_CONNECTIONS", "7"));
        assertEquals(
                traditional(new HostAndPort("old", 1), 2, Optional.of("secret"), Duration.ofMillis(1500), 7, 60),
                settings);
    }

    @Test
    void newNamesWinAndEmptyOnesDoNotCount() {
        var settings = read(Map.of(
                "masker.redis.host", "new",
                "REDIS_HOST", "old",
                "masker.redis.timeout", "3",
                "REDIS_COMMAND_TIMEOUT", "1500",
                "masker.redis.port", " ",
                "REDIS_PORT", "6380"));
        assertEquals("new", settings.endpoint().host());
        assertEquals(Duration.ofSeconds(3), settings.timeout());
        assertEquals(6380, settings.endpoint().port());
    }

    @Test
    void everyProblemIsInOneMessage() {
        var failure = assertThrows(
                SettingsException.class,
                () -> read(Map.of(
                        "masker.redis.type", "cluster",
                        "masker.redis.host", "redis://:canary@host",
                        "masker.redis.port", "canary",
                        "masker.redis.database", "-1",
                        "masker.redis.timeout", "canary",
                        "masker.redis.pool-size", "0",
                        "masker.redis.keepalive", "0")));
        assertEquals(7, failure.problems().size());
        for (String key : List.of("type", "host", "port", "database", "timeout", "pool-size", "keepalive")) {
            assertTrue(
                    failure.problems().stream().anyMatch(text -> text.startsWith("masker.redis." + key + ": ")), key);
            assertTrue(String.valueOf(failure.getMessage()).contains("masker.redis." + key + ": "), key);
        }
        assertFalse(failure.toString().contains("canary"));
    }

    @Test
    void aPortThatKubernetesSetForAServiceNamedRedisIsExplained() {
        var problem = problems(Map.of("REDIS_PORT", "tcp://10.0.0.1:6379")).get(0);
        assertTrue(problem.contains("(from REDIS_PORT)"), problem);
        assertTrue(problem.contains("set masker.redis.port"), problem);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost:6379",
        "10.1.2.3, 10.1.2.3:6379",
        "::1, [::1]:6379",
        "[fd00::17], [fd00::17]:6379",
        "my-cache.abc.0001.use1.cache.amazonaws.com, my-cache.abc.0001.use1.cache.amazonaws.com:6379"
    })
    void hostsAreNamesAndAddresses(String host, String endpoint) {
        assertEquals(
                endpoint, read(Map.of("masker.redis.host", host)).endpoint().toString());
    }

    @ParameterizedTest
    @CsvSource({"my_redis", "host:6379", "redis://host", "user@host", "a b", "host/0", "[::1", "ho%73t"})
    void aHostThatTheClientWouldMisreadIsRefused(String host) {
        assertEquals(1, problems(Map.of("masker.redis.host", host)).size());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "61", "61000ms", "2 seconds", "1e3", "P1000000000000D"})
    void aTimeoutIsBetweenAMillisecondAndAMinute(String timeout) {
        assertEquals(1, problems(Map.of("masker.redis.timeout", timeout)).size());
    }

    @Test
    void thePasswordIsNotShown() {
        String shown = read(Map.of("masker.redis.password", "canary", "masker.redis.database", "3"))
                .toString();
        assertEquals("mode traditional, endpoint localhost:6379, database 3, no TLS, password set", shown);
    }

    @Test
    void traditionalModeKnowsTlsAndUsersToo() {
        var settings = read(Map.of(
                "masker.redis.ssl-enabled", "true",
                "masker.redis.user", "masker",
                "masker.redis.password", "secret"));
        assertEquals(Optional.of(new TlsSettings(true, Optional.empty())), settings.tls());
        assertEquals(
                new CredentialSettings.Fixed(Optional.of("masker"), Optional.of("secret")), settings.credentials());
    }
}
