package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.TestPem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program as the very users that the templates for ElastiCache make and that the README describes. What a user may do is the one part of a
 * template that its schema says nothing about.
 */
class TemplateUserIT {
    private static final Pattern ACCESS = Pattern.compile("AccessString: (on .+)");
    private static final String TOKEN = "a-token-of-a-test-0123";
    private static final String TEXT = "why can i-0d4c3b2a19f8e7d65 not reach 10.31.7.104?";

    @ParameterizedTest
    @ValueSource(strings = {"elasticache-replication-group", "elasticache-serverless"})
    void mayDoAllThatTheGatewayDoes(String template) throws IOException {
        mayDoAll(accessString(template));
    }

    @Test
    void theRightsThatTheReadmeNamesAreEnough() throws IOException {
        assertTrue(Files.readString(Path.of("README.md")).contains(RedisServers.RIGHTS), RedisServers.RIGHTS);
        mayDoAll("on " + RedisServers.RIGHTS);
    }

    private static void mayDoAll(String access) {
        try (FakeClaude claude = FakeClaude.start();
                RealRedis redis =
                        RealRedis.startTls(TestPem.SHARED, "user masker " + access + " >" + TOKEN, "user default off");
                PackagedGateway gateway = start(claude, redis)) {
            gateway.awaitReady(200);
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = gateway.send(
                        Questions.post(gateway.url(), Questions.body(TEXT)).build());
                assertEquals(TEXT, Scene.text(answer));
            }
            String cleanup = answered(gateway, "POST", "cleanup", "{}");
            assertTrue(cleanup.startsWith("200 "), cleanup);
            String erased = answered(gateway, "DELETE", "mappings", "{\"all\": true}");
            assertTrue(erased.startsWith("200 "), erased);
            assertEquals(200, gateway.management("/q/health/ready").statusCode());
            assertEquals(
                    access.contains("+info"), !gateway.output().contains("whether Redis evicts cannot be checked"));
        }
    }

    private static String accessString(String template) throws IOException {
        Matcher line = ACCESS.matcher(Files.readString(Path.of("deploy/cloudformation", template + ".yaml")));
        assertTrue(line.find(), "a user that is on");
        return line.group(1).strip();
    }

    private static PackagedGateway start(FakeClaude claude, RealRedis redis) {
        Map<String, String> settings = new HashMap<>(ManagedRedisIT.environment(RedisServers.managed(
                "masker.redis.host",
                "localhost",
                "masker.redis.port",
                "" + redis.port(),
                "masker.redis.user",
                "masker",
                "masker.redis.auth-token",
                TOKEN)));
        settings.put("MASKER_UPSTREAM_URL", claude.url());
        return PackagedGateway.start(settings);
    }

    private static String answered(PackagedGateway gateway, String method, String path, String body) {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(URI.create(gateway.url() + "/analyze/masking/" + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build());
        return answer.statusCode() + " " + answer.body();
    }
}
