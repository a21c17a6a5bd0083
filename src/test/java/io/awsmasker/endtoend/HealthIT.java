package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Readiness says whether requests would be served and why not; liveness knows nothing of Redis. */
class HealthIT {
    @Test
    void isRedWithTheReasonWhileRedisIsAwayAndGreenAgainAfterwards() {
        try (Scene scene = Scene.start(Map.of("MASKER_CIRCUIT_DELAY", "500ms"))) {
            PackagedGateway gateway = scene.gateway();
            assertEquals(200, gateway.management("/q/health/started").statusCode());
            scene.redis().stop();
            gateway.awaitReady(503);
            HttpResponse<String> ready = gateway.management("/q/health/ready");
            assertTrue(ready.body().contains("AWS_MASKER_1001"), ready.body());
            assertFalse(ready.body().contains("Exception"), ready.body());
            assertEquals(200, gateway.management("/q/health/live").statusCode());
            scene.redis().restart();
            gateway.awaitReady(200);
        }
    }

    @Test
    void startsWithoutRedisAndSaysSo() {
        try (Scene scene = Scene.start(Map.of("MASKER_CIRCUIT_DELAY", "500ms"))) {
            int port = scene.redis().port();
            scene.redis().stop();
            try (PackagedGateway second = PackagedGateway.start(Scene.settings(scene.claude(), port, Map.of()))) {
                second.awaitReady(503);
                assertEquals(200, second.management("/q/health/live").statusCode());
                assertEquals(200, second.management("/q/health/started").statusCode());
                scene.redis().restart();
                second.awaitReady(200);
            }
        }
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() {
        try (Scene scene =
                        Scene.start(Map.of("MASKER_REDIS_PASSWORD", "right-secret-9"), "requirepass right-secret-9");
                PackagedGateway wrong = PackagedGateway.start(Scene.settings(
                        scene.claude(), scene.redis().port(), Map.of("MASKER_REDIS_PASSWORD", "wrong-secret-7")))) {
            wrong.awaitReady(503);
            String body = wrong.management("/q/health/ready").body();
            assertTrue(body.contains("AWS_MASKER_1002"), body);
            for (String shown : List.of(body, wrong.output(), scene.gateway().output())) {
                assertFalse(shown.contains("right-secret-9") || shown.contains("wrong-secret-7"), shown);
            }
        }
    }

    @Test
    void metricsAreThereAndTheProgramStopsOnRequest() {
        try (Scene scene = Scene.start()) {
            String metrics = scene.gateway().management("/q/metrics").body();
            assertTrue(metrics.contains("masker_"), metrics);
            assertEquals(0, scene.gateway().stop());
            assertTrue(
                    scene.gateway().output().contains("stopped in"),
                    scene.gateway().output());
        }
    }
}
