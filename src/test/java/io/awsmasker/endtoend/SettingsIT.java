package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Scratch;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** Settings that no other test needs: each has its effect on the packaged program, under the name that users write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d5b";
    private static final String PASSWORD = "a-password-in-a-file";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String PUBLIC = "https://masker.example.com/claude";
    private static final String MCP = "https://mcp.example.com/sse";
    private static final String PICTURE =
            "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                    + "\"data\":\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"}}";

    private final Path folder = Scratch.folder("settings");
    private final FakeClaude claude = FakeClaude.start();
    private final RealRedis redis = RealRedis.start("requirepass " + PASSWORD);
    private final Scene scene = new Scene(
            claude,
            redis,
            PackagedGateway.start(Scene.settings(
                    claude,
                    redis.port(),
                    Map.of(
                            "MASKER_OPAQUE_CONTENT",
                            "allow",
                            "MASKER_PUBLIC_URL",
                            PUBLIC,
                            "MASKER_MCP_SERVERS",
                            "https://other.example.com, " + MCP,
                            "MASKER_MAPPING_STORED_TTL",
                            "30d",
                            "MASKER_MAPPING_TTL",
                            "1h",
                            "MASKER_MAPPING_ENCRYPTION_KEY_FILE",
                            file("key", KEY),
                            "MASKER_REDIS_PASSWORD_FILE",
                            file("password", PASSWORD)))));

    @AfterAll
    void close() {
        scene.close();
    }

    private String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content + "\n").toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Jedis store() {
        Jedis jedis = new Jedis(redis.host(), redis.port());
        jedis.auth(PASSWORD);
        return jedis;
    }

    private HttpResponse<String> sent(String members) {
        return scene.post(
                "{\"model\":\"claude-opus-5-5\",\"max_tokens\":9," + members + ",\"messages\":[{\"role\":\"user\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"" + INSTANCE + "\"}," + PICTURE + "]}]}");
    }

    /** The password and the key are read from their files: otherwise nothing would be ready, or the store would be in clear. */
    @Test
    void secretsInFiles() {
        scene.gateway().awaitReady(200);
        assertEquals(INSTANCE, Scene.text(scene.post(Questions.body(INSTANCE))));
        try (Jedis jedis = store()) {
            assertTrue(jedis.exists("aws:unmask:EC2_001"));
            for (String key : jedis.keys("aws:*mask:*")) {
                assertFalse((key + jedis.get(key)).contains(INSTANCE), key);
            }
        }
        assertFalse(scene.gateway().output().contains(PASSWORD));
    }

    @Test
    void opaqueContentAndRemoteServers() {
        scene.gateway().awaitReady(200);
        String server = "\"mcp_servers\":[{\"type\":\"url\",\"name\":\"x\",\"url\":\"%s\"}]";
        HttpResponse<String> allowed = sent(server.formatted(MCP));
        assertEquals(200, allowed.statusCode(), allowed.body());
        assertTrue(claude.last().bodyText().contains(PICTURE)
                && claude.last().bodyText().contains(MCP));
        assertFalse(claude.last().bodyText().contains(INSTANCE));
        assertEquals(451, sent(server.formatted("https://mcp.example.org/sse")).statusCode());
    }

    /** What Claude keeps is kept here for longer, and found under the address that the operator has given. */
    @Test
    void storedThings() {
        scene.gateway().awaitReady(200);
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(Stored.batch(INSTANCE)))
                        .build());
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject batch = new JsonObject(answer.body());
        assertEquals(
                PUBLIC + "/v1/messages/batches/" + batch.getString("id") + "/results",
                new Stored(scene.gateway()).ended(batch.getString("id")).getString("results_url"));
        long day = 24 * 3600;
        try (Jedis jedis = store()) {
            String owned = "aws:owned:default:" + batch.getString("id");
            Awaitility.await().until(() -> jedis.ttl(owned) > 29 * day && jedis.ttl(owned) <= 30 * day);
            long ttl = jedis.ttl("aws:unmask:EC2_001");
            assertTrue(ttl > 29 * day && ttl <= 60 * day, "at least as long, but for " + ttl + " s");
        }
    }
}
