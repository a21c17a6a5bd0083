package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.awsmasker.testing.TestPem;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged program with each kind of Redis, told by environment variables only. */
class ManagedRedisIT {
    private static final String TEXT = "why can i-0d4c3b2a19f8e7d65 not reach 10.31.7.104?";
    private static final List<String> ORIGINALS = List.of("i-0d4c3b2a19f8e7d65", "10.31.7.104");

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((name, value) ->
                environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        environment.put("MASKER_REDIS_TIMEOUT", "4s");
        return environment;
    }

    /** With settings by their property names. */
    static PackagedGateway start(FakeClaude claude, Map<String, String> settings) {
        Map<String, String> all = environment(settings);
        all.put("MASKER_UPSTREAM_URL", claude.url());
        return PackagedGateway.start(all);
    }

    @ParameterizedTest
    @EnumSource(RedisServers.class)
    void masksAndRestoresWithEachKind(RedisServers kind) {
        try (FakeClaude claude = FakeClaude.start();
                RunningRedis redis = kind.start();
                PackagedGateway gateway = start(claude, redis.settings())) {
            gateway.awaitReady(200);
            claude.forbid(ORIGINALS);
            HttpResponse<String> answer = gateway.send(
                    Questions.post(gateway.url(), Questions.body(TEXT)).build());
            assertEquals(TEXT, Scene.text(answer));
            assertEquals(
                    redis.settings().getOrDefault("masker.redis.type", "traditional"),
                    answer.headers().firstValue("x-redis-mode").orElse(""));
            claude.assertClean();
            assertTrue(redis.size() > 0);
            for (String secret : List.of("masker.redis.password", "masker.redis.auth-token")) {
                assertFalse(gateway.output().contains(redis.settings().getOrDefault(secret, "not set anywhere")));
            }
        }
    }

    @Test
    void aServerWithAnUnknownCertificateBlocksAndIsNamed(@TempDir Path folder) {
        try (FakeClaude claude = FakeClaude.start();
                RealRedis redis = RealRedis.startTls(TestPem.in(folder));
                PackagedGateway gateway = start(
                        claude,
                        RedisServers.managed(
                                "masker.redis.host", "localhost", "masker.redis.port", "" + redis.port()))) {
            gateway.awaitReady(503);
            String body = gateway.management("/q/health/ready").body();
            assertTrue(body.contains("AWS_MASKER_1001") && body.contains("signed by nobody"), body);
            assertEquals(
                    503,
                    gateway.send(Questions.post(gateway.url(), Questions.body(TEXT))
                                    .build())
                            .statusCode());
            assertEquals(0, claude.requestsBegun());
        }
    }
}
