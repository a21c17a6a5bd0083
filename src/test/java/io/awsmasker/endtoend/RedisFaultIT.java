package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Question;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * 5.36: Redis breaks while clients are at work: each answer is a restored success or a refusal with its code, nothing original
 * goes up, and the gateway finds back by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisFaultIT {
    private final Scene scene;

    RedisFaultIT() throws IOException {
        String folder = Files.createTempDirectory("redis-data").toString();
        scene = Scene.start(
                Map.of("MASKER_CIRCUIT_DELAY", "500ms", "MASKER_REDIS_TIMEOUT", "1s", "MASKER_CIRCUIT_TIMEOUT", "2s"),
                "dir " + folder,
                "appendonly yes",
                "appendfsync always");
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertClean();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private void under(String code, Runnable fault, Runnable remedy) {
        try (Load load = Load.on(scene)) {
            load.awaitSuccesses(30);
            fault.run();
            load.awaitRefusals(code, 3);
            remedy.run();
            load.awaitSuccesses(60);
            assertEquals(List.of(), load.faults());
        }
        scene.gateway().awaitReady(200);
        String text = "and " + Load.instance(401) + "?";
        assertEquals(text, Scene.text(scene.post(Questions.body(text))));
    }

    @Test
    void killedAndRestarted() {
        String before = masked(Load.instance(3));
        under("AWS_MASKER_1001", () -> scene.redis().kill(), () -> scene.redis().restart());
        assertEquals(before, masked(Load.instance(3)));
    }

    @Test
    void frozenAndThawed() {
        under(
                "AWS_MASKER_1001",
                () -> scene.redis().freeze(),
                () -> scene.redis().thaw());
    }

    @Test
    void circuitOpensAndClosesAgain() {
        under("AWS_MASKER_1004", () -> scene.redis().kill(), () -> scene.redis().restart());
    }

    @Test
    void passwordChanged() {
        under(
                "AWS_MASKER_1002",
                () -> RedisCommands.send(
                        scene.redis().port(),
                        "CONFIG SET requirepass other-secret-3",
                        "AUTH other-secret-3",
                        "CLIENT KILL TYPE normal SKIPME yes"),
                () -> RedisCommands.send(scene.redis().port(), "AUTH other-secret-3", "CONFIG SET requirepass \"\""));
        assertTrue(!scene.gateway().output().contains("other-secret-3"));
    }

    @Test
    void turnedIntoAReadOnlyReplica() {
        under(
                "AWS_MASKER_1003",
                () -> RedisCommands.send(scene.redis().port(), "REPLICAOF 127.0.0.1 1"),
                () -> RedisCommands.send(scene.redis().port(), "REPLICAOF NO ONE"));
    }

    @Test
    void manyFirstUsesAtOnceGiveOneTokenEach() {
        try (Load load = Load.on(scene)) {
            load.awaitSuccesses(500);
            assertEquals(List.of(), load.faults());
            assertEquals(Map.of(), load.refusals());
        }
        assertNotEquals(masked(Load.instance(3)), masked(Load.instance(4)));
    }

    @Test
    void whatIsNotReadyServesNothingFromItsCache() {
        String known = "known " + Load.instance(5);
        masked(known);
        scene.redis().kill();
        try {
            scene.gateway().awaitReady(503);
            assertEquals(503, scene.post(Questions.body(known)).statusCode());
        } finally {
            scene.redis().restart();
            scene.gateway().awaitReady(200);
        }
    }

    @Test
    void aStoreThatLostItsDataNeverGivesOneTokenToTwoValues() {
        try (Scene forgetful = Scene.start(Map.of("MASKER_CIRCUIT_DELAY", "500ms"))) {
            String text = "old " + Load.instance(1) + ", new " + Load.instance(2);
            assertEquals("x " + Load.instance(1), Scene.text(forgetful.post(Questions.body("x " + Load.instance(1)))));
            RedisCommands.send(forgetful.redis().port(), "FLUSHALL");
            assertEquals("x " + Load.instance(2), Scene.text(forgetful.post(Questions.body("x " + Load.instance(2)))));
            assertEquals(text, Scene.text(forgetful.post(Questions.body(text))));
        }
    }

    private String masked(String text) {
        assertEquals(text, Scene.text(scene.post(Questions.body(text))));
        return new Question(new JsonObject(scene.claude().last().body())).lastUserText();
    }
}
