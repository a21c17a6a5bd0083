package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.FaultyNetwork;
import io.awsmasker.testing.Question;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Scratch;
import io.awsmasker.testing.SmallDisk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * 5.36: Redis breaks while clients are at work: each answer is a restored success or a refusal with its code, nothing original
 * goes up, and the gateway finds back by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisFaultIT {
    /** Short of patience, so that faults are noticed in seconds. */
    static final Map<String, String> HASTY = Map.of(
            "MASKER_CIRCUIT_DELAY", "1s",
            "MASKER_REDIS_TIMEOUT", "2s",
            "MASKER_CIRCUIT_TIMEOUT", "4s");

    static final String UNREACHABLE = "AWS_MASKER_1001";
    static final String FAILED = "AWS_MASKER_1003";
    private static final String OPEN = "AWS_MASKER_1004";
    private static final String PASSWORD = "other-secret-3";

    private final Path folder = Scratch.folder("redis-data");
    /** Where Redis would write its snapshot, unless a directory is in that place. */
    private final Path snapshot = folder.resolve("snapshot.rdb");

    private final FakeClaude claude = FakeClaude.start();
    private final RealRedis redis =
            RealRedis.start("dir " + folder, "dbfilename snapshot.rdb", "appendonly yes", "appendfsync always");
    private final FaultyNetwork network = FaultyNetwork.before(redis);
    private final Scene scene =
            new Scene(claude, redis, PackagedGateway.start(Scene.settings(claude, network.port(), HASTY)));

    RedisFaultIT() {
        scene.gateway().awaitReady(200);
    }

    @AfterEach
    void nothingLeaked() {
        claude.assertClean();
    }

    @AfterAll
    void close() {
        scene.close();
        network.close();
    }

    /** The fault is refused with {@code code}, and with nothing else but {@code others} and the code of an open circuit. */
    private void under(String code, Runnable fault, Runnable remedy, String... others) {
        under(scene, code, fault, remedy, others);
    }

    static void under(Scene scene, String code, Runnable fault, Runnable remedy, String... others) {
        Set<String> expected = new HashSet<>(List.of(others));
        expected.add(code);
        try (Load load = Load.on(scene.claude(), scene.gateway())) {
            load.awaitSuccesses(30);
            fault.run();
            load.awaitRefusals(code, 3);
            scene.gateway().awaitUnready(expected);
            remedy.run();
            load.awaitSuccesses(60);
            load.stop();
            expected.add(OPEN);
            assertTrue(expected.containsAll(load.codes()), load.codes().toString());
        }
        scene.gateway().awaitReady(200);
        String text = "and " + Load.instance(401) + "?";
        assertEquals(text, Scene.text(scene.post(Questions.body(text))));
    }

    private void operator(String... commands) {
        RedisCommands.send(redis.port(), commands);
    }

    @Test
    void killedAndRestarted() {
        String before = masked(Load.instance(3));
        under(UNREACHABLE, redis::kill, redis::restart);
        assertEquals(before, masked(Load.instance(3)));
    }

    @Test
    void killedAndRestartedEmpty() {
        under(UNREACHABLE, redis::kill, () -> {
            delete(folder.resolve("appendonlydir"));
            redis.restart();
        });
    }

    @Test
    void frozenAndThawed() {
        under(UNREACHABLE, redis::freeze, redis::thaw);
    }

    @Test
    void circuitOpensAndClosesAgain() {
        under(OPEN, redis::kill, redis::restart, UNREACHABLE);
    }

    /** Calls on connections that are cut off in the middle cannot tell why. */
    @Test
    void passwordChanged() {
        under(
                "AWS_MASKER_1002",
                () -> operator(
                        "CONFIG SET requirepass " + PASSWORD, "AUTH " + PASSWORD, "CLIENT KILL TYPE normal SKIPME yes"),
                () -> operator("AUTH " + PASSWORD, "CONFIG SET requirepass \"\""),
                UNREACHABLE);
        assertFalse(scene.gateway().output().contains(PASSWORD));
    }

    @Test
    void turnedIntoAReadOnlyReplica() {
        under(FAILED, () -> operator("REPLICAOF 127.0.0.1 1"), () -> operator("REPLICAOF NO ONE"));
    }

    @Test
    void keysTakenFromTheUser() {
        under(
                FAILED,
                () -> operator("ACL SETUSER default resetkeys ~other:*"),
                () -> operator("ACL SETUSER default ~*"));
    }

    /** Not even what a check of reading and writing alone would find. */
    @Test
    void scriptsTakenFromTheUser() {
        under(FAILED, () -> operator("ACL SETUSER default -@scripting"), () -> operator("ACL SETUSER default +@all"));
    }

    @Test
    void outOfMemory() {
        under(FAILED, () -> operator("CONFIG SET maxmemory 1"), () -> operator("CONFIG SET maxmemory 0"));
    }

    /** With a log of every write; the test needs a file system of its own. */
    @Test
    void diskFull() {
        SmallDisk disk = SmallDisk.create();
        Assumptions.assumeTrue(disk.isPossible(), "this machine lets nobody mount a small disk");
        FakeClaude judge = FakeClaude.start();
        RealRedis small = RealRedis.startOn(disk, "appendonly yes", "appendfsync everysec");
        PackagedGateway gateway = PackagedGateway.start(Scene.settings(judge, small.port(), HASTY));
        try (Scene onSmallDisk = new Scene(judge, small, gateway)) {
            gateway.awaitReady(200);
            under(onSmallDisk, FAILED, small::fillDisk, small::clearDisk);
        }
    }

    @Test
    void snapshotCannotBeWritten() throws IOException {
        Files.createDirectories(snapshot.resolve("in the way"));
        under(FAILED, () -> operator("CONFIG SET save \"3600 1\"", "BGSAVE"), () -> {
            delete(snapshot);
            operator("BGSAVE", "CONFIG SET save \"\"");
        });
    }

    /** Of its own: connections that are silent for ever stay in the pool until they are used, which is one refusal each. */
    @Test
    void networkSilentlyGone() {
        FakeClaude other = FakeClaude.start();
        RealRedis own = RealRedis.start();
        try (FaultyNetwork silent = FaultyNetwork.before(own);
                Scene alone =
                        new Scene(other, own, PackagedGateway.start(Scene.settings(other, silent.port(), HASTY)))) {
            alone.gateway().awaitReady(200);
            under(alone, UNREACHABLE, silent::swallow, silent::heal);
        }
    }

    @Test
    void networkTooSlow() {
        under(UNREACHABLE, () -> network.delay(Duration.ofSeconds(5)), network::heal);
    }

    @Test
    void networkSlowWithinTheTimeout() {
        try (Load load = Load.on(claude, scene.gateway())) {
            load.awaitSuccesses(30);
            network.delay(Duration.ofMillis(30));
            load.awaitSuccesses(60);
            network.heal();
            load.stop();
            assertEquals(Set.of(), load.codes());
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
