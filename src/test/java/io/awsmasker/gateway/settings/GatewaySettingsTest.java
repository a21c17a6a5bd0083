package io.awsmasker.gateway.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.LogLines;
import io.awsmasker.testing.NotedSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a setting is said in one message, under the name that was written, and without its value. */
class GatewaySettingsTest {
    private static final String CODE = "AWS_MASKER_4001 INVALID_CONFIGURATION: ";
    private static final String HIDDEN = "hidden $zq";

    /** Any text is a value of these. */
    private static final Set<String> FREE = Set.of(
            "masker.redis.password",
            "masker.redis.user",
            "masker.redis.iam.region",
            "masker.redis.iam.cache-name",
            "masker.redis.auth-token",
            "masker.allow");

    private static GatewaySettings read(ConfigSource... sources) {
        return GatewaySettings.read(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(sources)
                .build());
    }

    private static GatewaySettings variables(Map<String, String> environment) {
        return read(new EnvConfigSource(environment, 300));
    }

    private static GatewaySettings properties(Map<String, String> properties) {
        return read(new PropertiesConfigSource(properties, "test"));
    }

    /** The problems with these variables. */
    private static String refused(Map<String, String> environment) {
        return message(() -> variables(environment));
    }

    private static String message(Runnable reading) {
        String message =
                String.valueOf(assertThrows(InvalidSettings.class, reading::run).getMessage());
        assertTrue(message.startsWith(CODE), message);
        assertFalse(message.contains(HIDDEN), message);
        return message.substring(CODE.length());
    }

    private static String variable(String name) {
        return name.replaceAll("[^a-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void everyBadSettingOfEveryGroupIsInOneMessage() {
        Map<String, String> environment = new HashMap<>();
        Set<String> judged = new TreeSet<>(SettingNames.all());
        judged.removeAll(FREE);
        judged.removeIf(
                name -> name.startsWith("masker.redis.iam.") || name.endsWith("-file") || name.contains("cluster"));
        judged.forEach(name -> environment.put(variable(name), HIDDEN));
        environment.put("MASKER_ALOW", HIDDEN);
        environment.put("MASKER_CUSTOM_ONE_TOKEN", HIDDEN);
        String message = refused(environment);
        for (String name : judged) {
            assertTrue(message.contains(name + ": "), name + " is not in " + message);
        }
        assertTrue(message.contains("MASKER_ALOW: ") && message.contains("masker.custom.one.token: "), message);
    }

    @ParameterizedTest
    @CsvSource({
        "MASKER_CUSTOM_ONE_PATTERN, quay-[0-9]+, masker.custom.one.token, masker.custom.one.pattern",
        "MASKER_CUSTOM_ONE_VALUES, quay-harbour, masker.custom.one.token, masker.custom.one.values",
        "MASKER_CUSTOM_ONE_TOKEN, QUAY, masker.custom.one.pattern, masker.custom.one.token",
        "MASKER_MAPPING_ENCRYPTION_KEY_PREVIOUS, MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,"
                + " masker.mapping.encryption-key, masker.mapping.encryption-key-previous"
    })
    void whatASettingRequiresIsMissing(String variable, String value, String missing, String set) {
        String message = String.valueOf(assertThrows(InvalidSettings.class, () -> variables(Map.of(variable, value)))
                .getMessage());
        assertTrue(
                message.startsWith("AWS_MASKER_4002 MISSING_REQUIRED_CONFIG: " + missing + ": is required when " + set
                        + " is set; set it"),
                message);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAUDE_API_URL, masker.upstream.url",
        "ANTHROPIC_API_KEY, masker.upstream.api-key",
        "USE_REDIS, masker.mapping.use-redis",
        "MASKING_TTL, masker.mapping.ttl",
        "MASKING_MAX_ENTRIES, masker.mapping.max-entries",
        "KONG_CONFIG_MODE, masker.redis.type",
        "REDIS_HOST, masker.redis.host",
        "REDIS_PORT, masker.redis.port",
        "REDIS_DB, masker.redis.database",
        "REDIS_COMMAND_TIMEOUT, masker.redis.timeout",
        "REDIS_MAX_CONNECTIONS, masker.redis.pool-size",
        "MASK_EC2_INSTANCES, masker.mask.ec2-instances",
        "LOG_MASKED_REQUESTS, masker.log-masked-requests"
    })
    void aFaultUnderAnOldNameNamesIt(String old, String now) {
        String message = refused(Map.of(old, HIDDEN));
        assertTrue(message.startsWith(now + " (from " + old + "): "), message);
        assertTrue(message.contains("; "), message);
        assertFalse(message.contains("zq"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "ELASTICACHE_HOST, masker.redis.host",
        "ELASTICACHE_PORT, masker.redis.port",
        "ELASTICACHE_SSL_ENABLED, masker.redis.ssl-enabled",
        "ELASTICACHE_SSL_VERIFY, masker.redis.ssl-verify",
        "ELASTICACHE_CLUSTER_MODE, masker.redis.cluster-mode",
    })
    void aFaultUnderAnOldNameOfElastiCacheNamesIt(String old, String now) {
        Map<String, String> environment =
                new HashMap<>(Map.of("KONG_CONFIG_MODE", "managed", "ELASTICACHE_HOST", "cache.example"));
        environment.put(old, HIDDEN);
        assertTrue(refused(environment).startsWith(now + " (from " + old + "): "), refused(environment));
        environment.put(old, "true");
        environment.put("ELASTICACHE_HOST", "cache.example");
        environment.put("ELASTICACHE_AUTH_TOKEN", "admin");
        assertTrue(
                refused(environment).contains("masker.redis.auth-token (from ELASTICACHE_AUTH_TOKEN): the token is"),
                refused(environment));
    }

    @ParameterizedTest
    @CsvSource({
        "MASKER_ALOW, did you mean MASKER_ALLOW?",
        "MASKER_REDIS_HOTS, did you mean MASKER_REDIS_HOST?",
        "MASKER_REDIS_PASWORD, did you mean MASKER_REDIS_PASSWORD?",
        "MASKER_MAPPING_ENCRYPTIONKEY, did you mean MASKER_MAPPING_ENCRYPTION_KEY?",
        "MASKER_PORT, take it away",
        "MASKER_FROBNICATE, take it away",
    })
    void aNameThatNobodyReadsIsRefusedWithTheNearest(String name, String advice) {
        String message = refused(Map.of(name, HIDDEN));
        assertTrue(message.startsWith(name + ": unknown; " + advice), message);
        assertFalse(message.contains("; masker."), "the name with dots that the configuration makes is not told too");
    }

    @Test
    void aPropertyThatNobodyReadsIsRefusedWithTheNearest() {
        assertEquals(
                "masker.alow: unknown; did you mean masker.allow?",
                message(() -> properties(Map.of("masker.alow", HIDDEN))));
    }

    @Test
    void whatKubernetesTellsOfAServiceAndComposeReadsIsLetBe() {
        Map<String, String> environment = new HashMap<>();
        for (String service : List.of("MASKER", "MASKER_MANAGEMENT", "MASKER_CUSTOM_X", "MASKER_MASK")) {
            environment.put(service + "_SERVICE_HOST", "10.0.0.1");
            environment.put(service + "_SERVICE_PORT", "8080");
            environment.put(service + "_SERVICE_PORT_HTTP", "8080");
            environment.put(service + "_PORT", "tcp://10.0.0.1:8080");
            environment.put(service + "_PORT_8080_TCP", "tcp://10.0.0.1:8080");
            environment.put(service + "_PORT_8080_TCP_PROTO", "tcp");
            environment.put(service + "_PORT_8080_TCP_PORT", "8080");
            environment.put(service + "_PORT_8080_TCP_ADDR", "10.0.0.1");
        }
        environment.put("MASKER_IMAGE", "aws-masker:1");
        assertEquals(Duration.ofDays(7), variables(environment).mapping().ttl());
    }

    @Test
    void thePortOfAServiceIsNamedWhereItCollides() {
        String message = refused(Map.of("MASKER_REDIS_PORT", "tcp://10.0.0.1:6379"));
        assertTrue(message.contains("enableServiceLinks"), message);
    }

    @Test
    void everyKnownSettingIsRead() {
        Set<String> asked = new TreeSet<>();
        for (Map<String, String> mode : List.of(
                Map.<String, String>of(),
                Map.of("masker.redis.type", "managed", "masker.redis.cluster-mode", "true"),
                Map.of("masker.redis.type", "managed", "masker.redis.iam.enabled", "true"))) {
            try {
                read(new NotedSettings(mode, asked));
            } catch (InvalidSettings incomplete) {
                // What it asked for was noted.
            }
        }
        assertEquals(
                new TreeSet<>(SettingNames.all()),
                asked.stream()
                        .filter(name -> name.startsWith("masker."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void listsMayBeIndexed() {
        assertEquals(
                List.of("acme-1", "acme-2"),
                properties(Map.of("masker.allow[0]", "acme-1", "masker.allow[1]", "acme-2"))
                        .rules()
                        .allowed()
                        .entries());
    }

    @Test
    void aReferenceToWhatIsNotSetIsNamedAndNotShown() {
        String message = refused(Map.of("MASKER_REDIS_PASSWORD", "se${zqsecret}cret", "MASKER_ALLOW", "a,${zqsecret}"));
        assertTrue(message.contains("masker.redis.password: refers by ${"), message);
        assertTrue(message.contains("masker.allow: refers by ${"), message);
        assertFalse(message.contains("zqsecret"), message);
    }

    @Test
    void whatIsKeptInMemoryNeedsNoSettingsOfRedis() {
        GatewaySettings settings = variables(Map.of("USE_REDIS", "false", "MASKER_REDIS_PORT", "none"));
        assertTrue(settings.redis().isEmpty());
        assertTrue(refused(Map.of("USE_REDIS", "false", "MASKER_CACHE_ENABLED", "true"))
                .contains("masker.cache.enabled: answers are kept in Redis only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"59s", "36501d", "-1d", "7days", "1e3"})
    void aLifeIsFromAMinuteToACentury(String life) {
        assertEquals(
                "masker.mapping.ttl: not a duration from 1m to 36500d; write it as 7d or 500ms",
                refused(Map.of("MASKER_MAPPING_TTL", life)));
    }

    @Test
    void oldNamesWorkAndLoseAgainstTheNewOnes() {
        GatewaySettings settings = variables(Map.of(
                "CLAUDE_API_URL", "http://old",
                "ANTHROPIC_API_KEY", "old",
                "MASKER_UPSTREAM_API_KEY", "new",
                "MASKING_TTL", "3600",
                "MASKING_MAX_ENTRIES", "5",
                "LOG_MASKED_REQUESTS", "true"));
        assertEquals("http://old", settings.upstream().url().orElseThrow());
        assertEquals("new", settings.upstream().apiKey().value());
        assertEquals(Duration.ofHours(1), settings.mapping().ttl(), "a bare number counts seconds");
        assertEquals(5, settings.mapping().maxEntries().orElseThrow());
        assertTrue(settings.logMaskedRequests());
    }

    @Test
    void storedMappingsLiveAtLeastAsLong() {
        assertTrue(refused(Map.of("MASKER_MAPPING_TTL", "91d")).startsWith("masker.mapping.stored-ttl: shorter"));
    }

    @Test
    void emptyVariablesCountAsNotSet() {
        Map<String, String> empty = Stream.concat(
                        SettingNames.all().stream().map(GatewaySettingsTest::variable), Stream.of("USE_REDIS"))
                .collect(Collectors.toMap(name -> name, name -> ""));
        assertEquals(Duration.ofDays(7), variables(empty).mapping().ttl());
    }

    @Test
    void withoutRedisItsSettingsAreNamedAsIgnored() {
        Map<String, String> environment =
                new HashMap<>(Map.of("USE_REDIS", "false", "MASKER_LOG_MASKED_REQUESTS", "1"));
        assertEquals(List.of(), LogLines.of("io.awsmasker.gateway", () -> variables(environment)));
        environment.putAll(Map.of(
                "MASKER_REDIS_PORT", HIDDEN,
                "REDIS_DB", HIDDEN,
                "MASKER_MAPPING_ENCRYPTION_KEY", HIDDEN,
                "ELASTICACHE_USER", HIDDEN));
        assertEquals(
                List.of("Ignored and not checked while masker.mapping.use-redis is false:"
                        + " masker.mapping.encryption-key, masker.redis.port, REDIS_DB, ELASTICACHE_USER"),
                LogLines.of("io.awsmasker.gateway", () -> variables(environment)));
        environment.put("MASKER_REDIS_PROT", HIDDEN);
        assertTrue(refused(environment).contains("did you mean MASKER_REDIS_PORT?"));
    }

    @ParameterizedTest
    @CsvSource({"yes, s3-buckets mask", "1, s3-buckets mask", "no, s3-buckets off", "0, s3-buckets off"})
    void aFamilyIsSwitchedAsOtherThingsAre(String value, String meant) {
        String policy = meant.substring(meant.indexOf(' ') + 1);
        assertEquals(
                variables(Map.of("MASK_S3_BUCKETS", policy)).rules().version(),
                variables(Map.of("MASK_S3_BUCKETS", value)).rules().version());
        assertTrue(refused(Map.of("MASK_SECRETS", value)).startsWith("masker.mask.secrets"));
    }

    @Test
    void whatBeginsLikeAnOldNameAndIsNoneIsNamedOnce() {
        List<String> warnings = LogLines.of(
                UnknownOldNames.class.getName(),
                () -> variables(Map.of(
                        "MASK_EC2_INSTANCE",
                        HIDDEN,
                        "ELASTICACHE_HOSTT",
                        HIDDEN,
                        "ELASTICACHE_SERVICE_HOST",
                        "10.0.0.1",
                        "MASK_SECRETS",
                        "mask")));
        assertEquals(
                List.of("Ignored, because no setting has this old name: ELASTICACHE_HOSTT; did you mean"
                        + " ELASTICACHE_HOST?; MASK_EC2_INSTANCE; did you mean MASK_EC2_INSTANCES?"),
                warnings);
    }
}
