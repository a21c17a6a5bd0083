package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.testing.FakeAws;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.TestPem;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the credentials of a role come from on each platform, and how long a token made of them is used. */
class IamCredentialsTest {
    private final Vertx vertx = Vertx.vertx();
    private final FakeAws aws = new FakeAws(vertx);
    private Instant now = Instant.now();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        aws.close();
        vertx.close();
    }

    private IamCredentials source(String... environment) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        return new IamCredentials(
                vertx, (CredentialSettings.Iam) settings(environment).credentials(), clock);
    }

    private RedisSettings settings(String... environment) {
        Map<String, String> values = new HashMap<>(Map.of(
                "masker.redis.type", "managed",
                "masker.redis.host", "cache.local",
                "masker.redis.user", "masker",
                "masker.redis.iam.enabled", "true",
                "masker.redis.iam.cache-name", "my-cache",
                "AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL_STS", aws.url()));
        for (int i = 0; i < environment.length; i += 2) {
            values.put(environment[i], environment[i + 1]);
        }
        return RedisSettings.from(name -> Optional.ofNullable(values.get(name)));
    }

    private static String token(IamCredentials source) {
        return Awaited.of(source.current()).secret().orElseThrow();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void keysInTheEnvironmentSign() {
        String token = token(source("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "hidden"));
        assertTrue(token.contains("X-Amz-Credential=AKID%2F"), token);
        assertFalse(token.contains("Security-Token"), token);
        assertEquals(List.of(), aws.asked());
    }

    @Test
    void theAgentOfEcsAndEksIsAskedWithItsToken() throws IOException {
        String url = aws.url() + "/agent";
        var direct = source(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", url, "AWS_CONTAINER_AUTHORIZATION_TOKEN", FakeAws.AGENT_TOKEN);
        assertTrue(token(direct).contains("X-Amz-Credential=ROLE1%2F"));
        Path tokenFile = file("agent", FakeAws.AGENT_TOKEN + "\n");
        var fromFile = source(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                url,
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                tokenFile.toString());
        assertTrue(token(fromFile).contains("X-Amz-Security-Token=session%2Fof%2BROLE2"));
        assertEquals(List.of("GET /agent", "GET /agent"), aws.asked());
    }

    @Test
    void aKubernetesTokenIsChangedAtSts() throws IOException {
        String[] irsa = {
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            file("web", FakeAws.WEB_TOKEN).toString(),
            "AWS_ROLE_ARN",
            "arn:aws:iam::123456789012:role/masker"
        };
        assertTrue(token(source(irsa)).contains("X-Amz-Credential=ROLE1%2F"));
        assertEquals(List.of("POST /"), aws.asked());
    }

    @Test
    void aTokenIsUsedForTenMinutes() throws IOException {
        var source = source(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.url() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                FakeAws.AGENT_TOKEN);
        String first = token(source);
        now = now.plus(Duration.ofMinutes(9));
        assertEquals(first, token(source));
        now = now.plus(Duration.ofMinutes(2));
        assertNotEquals(first, token(source));
        assertEquals(2, aws.asked().size());
    }

    @Test
    void aTokenDiesWithTheCredentialsThatSignedIt() {
        var source = source(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.url() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                FakeAws.AGENT_TOKEN);
        aws.lifetime(Duration.ofMinutes(6));
        String first = token(source);
        now = now.plus(Duration.ofMinutes(3));
        assertEquals(first, token(source));
        now = now.plus(Duration.ofMinutes(2));
        assertNotEquals(first, token(source), "the role's credentials expire a minute later");
    }

    @Test
    void expiredCredentialsAreAskedForOncePerSecond() {
        var source = source(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.url() + "/agent",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                FakeAws.AGENT_TOKEN);
        aws.lifetime(Duration.ofMinutes(-1));
        String first = token(source);
        now = now.plusMillis(900);
        assertEquals(first, token(source));
        now = now.plusMillis(200);
        assertNotEquals(first, token(source));
    }

    @Test
    void aRefusedTokenIsReplaced() {
        var source = source("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "hidden");
        String first = token(source);
        now = now.plus(Duration.ofMinutes(1));
        assertEquals(first, token(source));
        explained(source, new RedisException(Reason.AUTHENTICATION, "refused"));
        assertNotEquals(first, token(source));
    }

    @Test
    void troubleIsNamedAndShowsNothing() {
        aws.status(500);
        RedisException fault = Awaited.fault(source(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        aws.url() + "/agent",
                        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                        FakeAws.AGENT_TOKEN)
                .current());
        assertEquals(Reason.AUTHENTICATION, fault.reason());
        assertEquals("AWS credentials for IAM were refused: the credential endpoint answered 500", fault.getMessage());
    }

    @Test
    void aClockThatIsOffIsFoundOut() {
        var refusal = new RedisException(Reason.AUTHENTICATION, "refused");
        var source = source("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "hidden");
        assertTrue(explained(source, refusal).contains("elasticache:Connect"));
        aws.date(now.plus(Duration.ofMinutes(20)));
        assertEquals(
                "Redis refused the IAM token: the clock here is off by 20 minutes, correct it",
                explained(source, refusal).replace("19 minutes", "20 minutes"));
    }

    private static String explained(IamCredentials source, RedisException refusal) {
        return String.valueOf(Awaited.of(source.explain(refusal)).getMessage());
    }

    @Test
    void aRefusedTokenIsExplainedToLaterCalls() {
        aws.date(now.minus(Duration.ofMinutes(31)));
        try (RealRedis server = RealRedis.startTls(TestPem.SHARED, "user masker on >another ~* &* +@all")) {
            RedisSettings settings = settings(
                    "masker.redis.host",
                    server.host(),
                    "masker.redis.port",
                    "" + server.port(),
                    "masker.redis.timeout",
                    "20s",
                    "masker.redis.ca-certificate",
                    TestPem.SHARED.certificate().toString(),
                    "AWS_ACCESS_KEY_ID",
                    "AKID",
                    "AWS_SECRET_ACCESS_KEY",
                    "hidden");
            try (RedisLink link = new RedisLink(vertx, settings)) {
                Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    RedisException fault = Awaited.fault(link.send(List.of(Request.cmd(Command.PING))));
                    assertEquals(Reason.AUTHENTICATION, fault.reason());
                    assertTrue(String.valueOf(fault.getMessage()).contains("the clock here is off by 31 minutes"));
                });
            }
        }
    }

    @Test
    void withoutARoleTheStartIsRefused() {
        var failure = assertThrows(SettingsException.class, this::settings);
        assertEquals(1, failure.problems().size());
        assertTrue(failure.problems().get(0).startsWith("masker.redis.iam.enabled: there is no AWS role"));
    }

    @Test
    void theTokenOfTheAgentGoesToNoStranger() {
        var failure = assertThrows(
                SettingsException.class,
                () -> settings("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://elsewhere.example/agent"));
        assertTrue(failure.problems().get(0).contains("neither https nor the address of an AWS agent"));
    }

    @Test
    void theTextOfTheSettingsShowsNoSecret() {
        String shown = settings("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "hidden")
                .toString();
        assertEquals(
                "mode managed, endpoint cache.local:6379, database 0, TLS verified, user masker, "
                        + "IAM in eu-central-1 for my-cache",
                shown);
    }
}
