package io.awsmasker.endtoend;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests with a second gateway on the same Redis, which has seen nothing of what was made through the first. No test may
 * let the two identifiers through to Claude.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoInstances {
    static final String FIRST = "i-0a1b2c3d4e5f60718";
    static final String SECOND = "i-0b1c2d3e4f5061728";

    final Scene scene = Scene.start();
    final PackagedGateway other = further();

    TwoInstances() {
        scene.claude().forbid(List.of(FIRST, SECOND));
    }

    /** One more gateway on the same Redis, ready. */
    final PackagedGateway further() {
        PackagedGateway further = PackagedGateway.start(
                Scene.settings(scene.claude(), scene.redis().port(), Map.of()));
        further.awaitReady(200);
        return further;
    }

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        other.close();
        scene.close();
    }
}
