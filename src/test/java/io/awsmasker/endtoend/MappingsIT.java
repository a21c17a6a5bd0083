package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Scripts;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** What operators do with mappings, on the packaged program: encrypt, erase, clean up, move. */
class MappingsIT {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "//////////////////////////////////////////8=";
    private static final String ORIGINAL = "i-0d4c3b2a19f8e7d65";

    @Test
    void anEncryptedStoreHoldsNoOriginalAndForgetsOnDemand() {
        try (Scene scene = Scene.start(Map.of("MASKER_MAPPING_ENCRYPTION_KEY", KEY));
                Jedis redis = scene.redis().connect()) {
            scene.claude().forbid(List.of(ORIGINAL));
            assertEquals("EC2_001", scene.preview(ORIGINAL).getString("masked"));
            assertTrue(redis.exists("aws:unmask:EC2_001"));
            for (String key : redis.keys("*")) {
                assertFalse((key + redis.get(key)).contains(ORIGINAL), key);
            }
            assertEquals(new JsonObject().put("erased", 1), delete(scene, "{\"value\":\"" + ORIGINAL + "\"}"));
            assertFalse(redis.exists("aws:unmask:EC2_001"));
            assertEquals("EC2_002", scene.preview(ORIGINAL).getString("masked"), "the near cache forgot it too");
            assertEquals(1, delete(scene, "{\"all\":true}").getInteger("erased"));
            assertEquals(
                    new JsonObject(
                            "{\"ran\":true,\"removed\":{\"expired\":0,\"broken\":0,\"overLimit\":0},\"kept\":0}"),
                    ask(scene, "POST", "/analyze/masking/cleanup", ""));
        }
    }

    @Test
    void anErasedTenantLeavesOnlyItsCounters() {
        try (Scene scene = Scene.start();
                Jedis redis = scene.redis().connect()) {
            Scene.text(scene.post(Questions.body("state of " + ORIGINAL)));
            String batch = ask(
                            scene,
                            "POST",
                            "/v1/messages/batches",
                            "{\"requests\":[{\"custom_id\":\"a\",\"params\":" + Questions.body(ORIGINAL) + "}]}")
                    .getString("id");
            assertTrue(redis.exists("aws:owned:default:" + batch));
            delete(scene, "{\"all\":true}");
            List<String> left = redis.keys("*").stream()
                    .filter(key -> !key.startsWith("aws:stats:") && !key.startsWith("aws:lock:"))
                    .toList();
            assertEquals(List.of(), left);
            HttpResponse<String> refused = scene.gateway()
                    .send(Questions.to(scene.gateway().url(), "/v1/messages/batches/" + batch)
                            .build());
            assertTrue(refused.body().contains("AWS_MASKER_5001"), refused.body());
        }
    }

    /** The near cache of the other one would hold it for minutes. */
    @Test
    void whatOneInstanceErasedAnotherNeitherUsesNorRestores() {
        try (Scene scene = Scene.start();
                PackagedGateway other = PackagedGateway.start(
                        Scene.settings(scene.claude(), scene.redis().port(), Map.of()))) {
            other.awaitReady(200);
            Scene there = new Scene(scene.claude(), scene.redis(), other);
            assertEquals("EC2_001", there.preview(ORIGINAL).getString("masked"));
            scene.claude().answer(Scripts.saying("it is EC2_001"));
            assertEquals("it is " + ORIGINAL, Scene.text(there.post(Questions.body("which?"))));
            delete(scene, "{\"value\":\"" + ORIGINAL + "\"}");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertEquals("it is EC2_001", Scene.text(there.post(Questions.body("which?")))));
            assertEquals("EC2_002", there.preview(ORIGINAL).getString("masked"));
            assertEquals("EC2_002", scene.preview(ORIGINAL).getString("masked"));
        }
    }

    @Test
    void aWrongKeyBlocksBeforeTheFirstRequest() {
        try (Scene scene = Scene.start(Map.of("MASKER_MAPPING_ENCRYPTION_KEY", KEY));
                PackagedGateway wrong = PackagedGateway.start(Scene.settings(
                        scene.claude(), scene.redis().port(), Map.of("MASKER_MAPPING_ENCRYPTION_KEY", OTHER_KEY)))) {
            wrong.awaitReady(503);
            assertTrue(wrong.management("/q/health/ready").body().contains("AWS_MASKER_1007"));
            HttpResponse<String> answer = wrong.send(Questions.post(
                            wrong.url(),
                            "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                    .build());
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("masker.mapping.encryption-key-previous"), answer.body());
            assertFalse(wrong.output().contains(OTHER_KEY));
        }
    }

    @Test
    void mappingsMoveToAnotherServerAndAreEncryptedThere(@TempDir Path folder) throws Exception {
        try (Scene scene = Scene.start();
                RealRedis target = RealRedis.start("requirepass moved-secret-1");
                Jedis redis = target.connect()) {
            redis.auth("moved-secret-1");
            scene.preview(ORIGINAL + " 10.46.121.9");
            String from = "redis://127.0.0.1:" + scene.redis().port();
            String to = "redis://:moved-secret-1@127.0.0.1:" + target.port() + "/0";
            assertEquals(
                    "{\"dryRun\":true,\"read\":2,\"copied\":2,\"present\":0,\"conflicts\":0,\"unusable\":0}",
                    run(folder, 0, "migrate", "--from", from, "--to", to, "--dry-run"));
            assertEquals(
                    "{\"dryRun\":false,\"read\":2,\"copied\":2,\"present\":0,\"conflicts\":0,\"unusable\":0,"
                            + "\"missingAfterwards\":0}",
                    run(folder, 0, "migrate", "--from", from, "--to", to));
            assertEquals(ORIGINAL, redis.get("aws:unmask:EC2_001"));
            Path settings = Files.writeString(
                    folder.resolve("target.properties"),
                    String.join(
                            "\n",
                            "masker.redis.host=127.0.0.1",
                            "masker.redis.port=" + target.port(),
                            "masker.redis.password=moved-secret-1",
                            "masker.mapping.encryption-key=" + KEY));
            assertEquals("{\"rewritten\":2}", run(folder, 0, "encrypt", "--to", settings.toString()));
            assertFalse(redis.get("aws:unmask:EC2_001").contains(ORIGINAL));
            assertTrue(run(folder, 1, "migrate").startsWith("migrate --from WHERE"));
            assertEquals(
                    "AWS_MASKER_1001 REDIS_UNAVAILABLE: Redis cannot be reached: connection refused",
                    run(folder, 1, "migrate", "--from", "redis://127.0.0.1:1", "--to", settings.toString()));
        }
    }

    @Test
    void whatCannotBeReadOrRestoredIsNotCopiedAndSaid(@TempDir Path folder) throws Exception {
        try (Scene scene = Scene.start(Map.of(
                        "MASKER_MAPPING_ENCRYPTION_KEY", KEY,
                        "MASKER_CUSTOM_PROJECT_TOKEN", "PROJ",
                        "MASKER_CUSTOM_PROJECT_PATTERN", "PRJ-[0-9]{4}"));
                RealRedis target = RealRedis.start();
                Jedis redis = target.connect()) {
            scene.preview(ORIGINAL + " PRJ-1234");
            String from = "redis://127.0.0.1:" + scene.redis().port();
            String to = "redis://127.0.0.1:" + target.port();
            for (String option : List.of("--dry-run", "")) {
                String refused = option.isEmpty()
                        ? run(folder, 1, "migrate", "--from", from, "--to", to)
                        : run(folder, 1, "migrate", "--from", from, "--to", to, option);
                assertTrue(
                        refused.startsWith("AWS_MASKER_1007 ENCRYPTION_KEY_MISMATCH: source: the mappings in Redis are "
                                + "encrypted; set masker.mapping.encryption-key"),
                        refused);
                assertEquals(0, redis.dbSize());
            }
            String source = settings(folder, "source", scene.redis().port(), "masker.mapping.encryption-key=" + KEY);
            assertEquals(
                    "{\"dryRun\":false,\"read\":2,\"copied\":1,\"present\":0,\"conflicts\":0,\"unusable\":1,"
                            + "\"unknownClasses\":{\"PROJ\":1},\"missingAfterwards\":0}",
                    run(folder, 2, "migrate", "--from", source, "--to", to));
            String rules = settings(
                    folder,
                    "rules",
                    target.port(),
                    "masker.custom.project.token=PROJ\nmasker.custom.project.pattern=PRJ-[0-9]{4}");
            assertEquals(
                    "{\"dryRun\":false,\"read\":2,\"copied\":1,\"present\":1,\"conflicts\":0,\"unusable\":0,"
                            + "\"missingAfterwards\":0}",
                    run(folder, 0, "migrate", "--from", source, "--to", rules));
            assertEquals("PRJ-1234", redis.get("aws:unmask:PROJ_001"));
            assertEquals(
                    "AWS_MASKER_4001 INVALID_CONFIGURATION: masker.mapping.encryption-kee: unknown; "
                            + "did you mean masker.mapping.encryption-key?",
                    run(folder, 1, "encrypt", "--to", settings(folder, "bad", 1, "masker.mapping.encryption-kee=x")));
        }
    }

    @Test
    void whichOfTheTwoPlacesCannotBeReadIsSaid(@TempDir Path folder) throws Exception {
        String address = "redis://127.0.0.1:1";
        String unread = ": the file of settings cannot be read; give an existing file, or redis://host:port/0";
        assertTrue(
                run(folder, 1, "migrate", "--from", address, "--to", "no-such").contains("--to" + unread));
        assertTrue(
                run(folder, 1, "migrate", "--from", "no-such", "--to", address).contains("--from" + unread));
        assertTrue(
                run(folder, 1, "migrate", "--from", "redis://", "--to", address).contains("--from: n"));
    }

    @Test
    void aMisspeltCommandStartsNothing(@TempDir Path folder) throws Exception {
        assertEquals("", run(folder, 2, "migrat", "--from", "redis://127.0.0.1:1"));
        String errors = Files.readString(folder.resolve("errors"));
        assertTrue(errors.contains("migrate --from WHERE"), errors);
    }

    private static String settings(Path folder, String name, int port, String more) throws IOException {
        return Files.writeString(
                        folder.resolve(name + ".properties"),
                        "masker.redis.host=127.0.0.1\nmasker.redis.port=" + port + "\n" + more)
                .toString();
    }

    private static JsonObject delete(Scene scene, String body) {
        return ask(scene, "DELETE", "/analyze/masking/mappings", body);
    }

    private static JsonObject ask(Scene scene, String method, String path, String body) {
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), path)
                        .header("content-type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build());
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    /** The standard output of a command, without what the platform logs. */
    private static String run(Path folder, int status, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(PackagedGateway.command(folder, List.of()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        program.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), output);
        assertFalse(output.contains("moved-secret"), output);
        List<String> lines = output.lines()
                .filter(line -> line.startsWith("{\"") || line.startsWith("migrate") || line.startsWith("AWS_MASKER_"))
                .toList();
        return lines.isEmpty() ? output : lines.get(0);
    }
}
