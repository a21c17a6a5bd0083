package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisSettings.Mode;
import io.awsmasker.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators write for ElastiCache, what they forget, and what their files of the Kong plugin say. */
class ManagedSettingsTest {
    @TempDir
    private Path folder;

    private static Map<String, String> managed(String... more) {
        Map<String, String> values = new HashMap<>(Map.of("masker.redis.type", "managed"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(
                    more[i].startsWith("masker") || Character.isUpperCase(more[i].charAt(0))
                            ? more[i]
                            : "masker.redis." + more[i],
                    more[i + 1]);
        }
        return values;
    }

    private static RedisSettings read(Map<String, String> values) {
        return RedisSettings.from(name -> Optional.ofNullable(values.get(name)));
    }

    private static List<String> problems(Map<String, String> values) {
        List<String> problems =
                assertThrows(SettingsException.class, () -> read(values)).problems();
        problems.forEach(one -> assertFalse(one.contains("canary"), one));
        return problems;
    }

    /** The one problem, without its key. */
    private static String problem(String key, String... more) {
        List<String> problems = problems(managed(more));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("masker.redis." + key + ": "), problems.get(0));
        return problems.get(0);
    }

    @Test
    void tlsIsOnAndVerifiedUnlessToldOtherwise() {
        var settings = read(managed("host", "cache.example"));
        assertEquals(Mode.MANAGED, settings.mode());
        assertEquals(Optional.of(new TlsSettings(true, Optional.empty())), settings.tls());
        assertEquals(
                Optional.empty(),
                read(managed("host", "cache.example", "ssl-enabled", "false")).tls());
    }

    @Test
    void theNamesOfTheKongPluginMoveADeploymentWithOneSetting() {
        Map<String, String> both = new HashMap<>(Map.of(
                "REDIS_HOST", "redis.internal",
                "REDIS_PASSWORD", "old",
                "ELASTICACHE_HOST", "cache.example",
                "ELASTICACHE_PORT", "6380",
                "ELASTICACHE_SSL_VERIFY", "false",
                "ELASTICACHE_USER", "masker",
                "ELASTICACHE_AUTH_TOKEN", "canary-token"));
        both.put("KONG_CONFIG_MODE", "managed");
        var settings = read(both);
        assertEquals(new HostAndPort("cache.example", 6380), settings.endpoint());
        assertEquals(
                new CredentialSettings.Fixed(Optional.of("masker"), Optional.of("canary-token")),
                settings.credentials());
        assertEquals(
                "mode managed, endpoint cache.example:6380, database 0, TLS not verified, user masker, password set",
                settings.toString());
        both.put("KONG_CONFIG_MODE", "traditional");
        assertEquals(new HostAndPort("redis.internal", 6379), read(both).endpoint());
        assertEquals(Optional.empty(), read(both).tls());
        both.put("ELASTICACHE_CLUSTER_MODE", "true");
        both.put("ELASTICACHE_CLUSTER_ENDPOINT", "clustercfg.example:6381");
        both.put("KONG_CONFIG_MODE", "managed");
        assertEquals(new HostAndPort("clustercfg.example", 6381), read(both).endpoint());
        assertTrue(read(both).cluster());
    }

    @Test
    void managedModeNeedsAHost() {
        assertTrue(problem("host").contains("is required in managed mode"));
    }

    @Test
    void clusterModeAndItsEndpointGoTogether() {
        assertTrue(problem("cluster-endpoint", "host", "h", "cluster-mode", "true")
                .contains("redis_cluster_endpoint is required when redis_cluster_mode is enabled"));
        assertTrue(problem("cluster-mode", "host", "h", "cluster-endpoint", "c")
                .contains("redis_cluster_mode must be enabled when redis_cluster_endpoint is provided"));
        assertTrue(problem("cluster-mode", "cluster-endpoint", "c").contains("set it to true"));
        assertTrue(problem("database", "cluster-mode", "true", "cluster-endpoint", "c", "database", "1")
                .contains("a cluster has only database 0"));
        assertTrue(problem("cluster-endpoint", "cluster-mode", "true", "cluster-endpoint", "redis://c")
                .contains("not a host name"));
        assertTrue(problem("cluster-endpoint", "cluster-mode", "true", "cluster-endpoint", "c:99999")
                .contains("not a host name"));
    }

    @Test
    void aUserNeedsAToken() {
        assertTrue(problem("auth-token", "host", "h", "user", "masker")
                .contains("redis_auth_token is required when redis_user is specified"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "Password", "123456", "test", "admin", "redis"})
    void tokensThatAnybodyGuessesAreRefused(String token) throws IOException {
        assertTrue(problem("auth-token", "host", "h", "auth-token", token).contains("the token is too weak"));
        Path file = Files.writeString(folder.resolve("token"), token + "\n");
        assertTrue(problem("auth-token-file", "host", "h", "auth-token-file", file.toString())
                .contains("the token is too weak"));
    }

    @Test
    void secretsMayStandInFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "canary-token\n");
        assertEquals(
                new CredentialSettings.InFile(Optional.empty(), file, true),
                read(managed("host", "h", "auth-token-file", file.toString())).credentials());
        assertTrue(problem("auth-token", "host", "h", "auth-token", "canary-token", "auth-token-file", file.toString())
                .contains("set only one of them"));
        assertTrue(problem("auth-token-file", "host", "h", "auth-token-file", folder + "/canary")
                .contains("cannot be read"));
        Files.writeString(file, "\n");
        assertTrue(problem("auth-token-file", "host", "h", "auth-token-file", file.toString())
                .contains("the file is empty"));
    }

    @Test
    void iamNeedsTlsAndNamesWhatIsMissing() {
        String[] keys = {"AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "canary"};
        Map<String, String> iam = managed(keys);
        iam.putAll(managed("host", "h", "iam.enabled", "true", "ssl-enabled", "false"));
        List<String> missing = problems(iam);
        assertEquals(
                List.of("iam.enabled", "iam.region", "user", "iam.cache-name"),
                missing.stream()
                        .map(one -> one.substring("masker.redis.".length(), one.indexOf(": ")))
                        .toList());
        assertTrue(missing.get(0).contains("IAM works over TLS only"));
        iam.putAll(managed(
                "ssl-enabled", "true", "user", "masker", "iam.region", "eu-central-1", "iam.cache-name", "My-Cache"));
        assertEquals("my-cache", ((CredentialSettings.Iam) read(iam).credentials()).cache());
        iam.putAll(managed("auth-token", "canary-token"));
        assertTrue(problems(iam).get(0).contains("IAM makes its own tokens"));
    }

    @Test
    void certificatesMustBeThere() throws IOException {
        assertTrue(problem("ca-certificate", "host", "h", "ca-certificate", "/canary")
                .contains("cannot be read"));
        Path file = Files.writeString(folder.resolve("ca.pem"), "canary");
        assertTrue(problem("ca-certificate", "host", "h", "ca-certificate", file.toString())
                .contains("no certificate in PEM"));
        assertTrue(problem("ca-certificate", "host", "h", "ssl-enabled", "false", "ca-certificate", file.toString())
                .contains("ssl-enabled is not true"));
    }

    @Test
    void everyProblemIsInOneMessage() {
        assertEquals(
                5,
                problems(managed(
                                "cluster-endpoint", "c",
                                "port", "canary",
                                "ssl-verify", "canary",
                                "user", "masker",
                                "pool-size", "canary"))
                        .size());
    }

    @Test
    void whatTheOtherModeKnowsIsIgnoredWithOneWarning() {
        assertEquals(
                List.of(
                        "Ignored in traditional mode: masker.redis.auth-token, masker.redis.iam.enabled, ELASTICACHE_HOST"),
                warnings(() -> read(Map.of(
                        "masker.redis.auth-token", "canary-token",
                        "masker.redis.iam.enabled", "true",
                        "ELASTICACHE_HOST", "canary"))));
        assertEquals(
                List.of("Ignored in managed mode: masker.redis.password"),
                warnings(() -> read(managed("host", "h", "password", "canary"))));
        assertEquals(
                1,
                warnings(() -> read(managed("host", "h", "ssl-verify", "false")))
                        .size());
        assertEquals(List.of(), warnings(() -> read(managed("host", "h", "auth-token", "canary-token"))));
    }

    @Test
    void howToCheckACertificateMeansNothingWithoutTls() {
        List<String> warnings = warnings(() -> read(Map.of("masker.redis.ssl-verify", "true")));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("masker.redis.ssl-enabled is not true"), warnings.get(0));
    }

    private static List<String> warnings(Runnable run) {
        return LogLines.of("io.awsmasker.redis", run);
    }
}
