package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The circuit opens after as many failures as it is told, stays open as long, and closes after as many successes. */
class CircuitSettingsIT {
    private static final int FAILURES = 3;
    private static final String OPEN = "AWS_MASKER_1004";

    private static HttpResponse<String> ask(Scene scene, int number) {
        return scene.post(Questions.body("about " + Load.instance(number)));
    }

    private static String code(Scene scene, int number) {
        HttpResponse<String> answer = ask(scene, number);
        return answer.statusCode() == 200
                ? ""
                : new JsonObject(answer.body()).getJsonObject("error").getString("code");
    }

    @Test
    void failuresAndDelay() {
        try (Scene scene =
                Scene.start(Map.of("MASKER_CIRCUIT_FAILURES", "" + FAILURES, "MASKER_CIRCUIT_DELAY", "1h"))) {
            scene.redis().kill();
            int failed = 0;
            while (!code(scene, failed + 1).equals(OPEN)) {
                failed++;
                assertTrue(failed <= FAILURES, "still closed after " + failed + " failures");
            }
            String refused = ask(scene, 99).body();
            assertTrue(refused.contains("repeatedly (") && refused.contains("connection refused"), refused);
            scene.redis().restart();
            assertEquals(OPEN, code(scene, 100));
            scene.gateway().awaitReady(503);
        }
    }

    /** Half open, it lets so many through before it is closed: with one only, the first success ends it. */
    @Test
    void successes() {
        try (Scene scene = Scene.start(Map.of(
                "MASKER_CIRCUIT_FAILURES", "1", "MASKER_CIRCUIT_SUCCESSES", "1", "MASKER_CIRCUIT_DELAY", "100ms"))) {
            scene.redis().kill();
            scene.gateway().awaitReady(503);
            scene.redis().restart();
            scene.gateway().awaitReady(200);
            assertEquals("", code(scene, 1));
        }
    }
}
