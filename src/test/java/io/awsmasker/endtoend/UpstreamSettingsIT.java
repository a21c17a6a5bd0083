package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings of the way to Claude do, each on the packaged program. */
class UpstreamSettingsIT {
    private static JsonObject error(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getJsonObject("error");
    }

    /** Whoever finds all connections in use is told so, and which setting it is, instead of waiting without an answer. */
    @Test
    void poolSize() throws Exception {
        try (Scene scene =
                Scene.start(Map.of("MASKER_UPSTREAM_POOL_SIZE", "2", "MASKER_UPSTREAM_CONNECT_TIMEOUT", "1s"))) {
            Gate gate = new Gate();
            gate.release(2);
            scene.claude().deliver(Delivery.plain().behind(gate));
            List<HttpResponse<InputStream>> open = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                open.add(scene.gateway()
                        .client()
                        .send(
                                Questions.post(scene.gateway().url(), Questions.body("open", true))
                                        .build(),
                                BodyHandlers.ofInputStream()));
            }
            int before = scene.claude().requestsBegun();
            HttpResponse<String> refused = scene.post(Questions.body("no room"));
            JsonObject error = error(503, refused);
            assertEquals("AWS_MASKER_1005", error.getString("code"));
            assertTrue(error.getString("message").contains("masker.upstream.pool-size (2)"), refused.body());
            assertEquals("true", refused.headers().firstValue("x-should-retry").orElse(""));
            assertEquals(before, scene.claude().requestsBegun());
            for (HttpResponse<InputStream> one : open) {
                one.body().close();
            }
            scene.calm();
            assertEquals("again", Scene.text(scene.post(Questions.body("again"))));
        }
    }

    private static void unavailable(PackagedGateway gateway, HttpResponse<String> answer, String said) {
        JsonObject error = error(502, answer);
        assertEquals("AWS_MASKER_6001", error.getString("code"));
        String message = error.getString("message");
        assertEquals("the Claude API " + said + "; the request was not repeated", message);
        assertEquals("WARN", LoggedIT.line(gateway, message).getString("level"));
    }

    @Test
    void idleTimeout() {
        try (Scene scene = Scene.start(Map.of("MASKER_UPSTREAM_IDLE_TIMEOUT", "1s"))) {
            scene.claude().deliver(Delivery.plain().behind(new Gate()));
            unavailable(
                    scene.gateway(),
                    scene.post(Questions.body("silence")),
                    "was silent for masker.upstream.idle-timeout");
        }
    }

    @Test
    void whyNobodyIsReachedIsSaid() {
        try (Scene scene = Scene.start()) {
            try (PackagedGateway tls = PackagedGateway.start(Scene.settings(
                    scene.claude(),
                    scene.redis().port(),
                    Map.of("MASKER_UPSTREAM_URL", scene.claude().url().replace("http:", "https:"))))) {
                unavailable(
                        tls,
                        tls.send(Questions.post(tls.url(), Questions.body("plain"))
                                .build()),
                        "cannot be reached: TLS cannot be agreed on; look at masker.upstream.url");
            }
            scene.claude().close();
            unavailable(
                    scene.gateway(),
                    scene.post(Questions.body("gone")),
                    "cannot be reached: connection refused; look at masker.upstream.url");
            try (PackagedGateway lost = PackagedGateway.start(Scene.settings(
                    scene.claude(),
                    scene.redis().port(),
                    Map.of("MASKER_UPSTREAM_URL", "http://no-such-host.invalid")))) {
                HttpResponse<String> answer = lost.send(
                        Questions.post(lost.url(), Questions.body("lost")).build());
                unavailable(lost, answer, "cannot be reached: its name does not resolve; look at masker.upstream.url");
                assertEquals(
                        "WARN",
                        LoggedIT.line(lost, "masker.upstream.url is http://").getString("level"));
            }
            assertFalse(scene.gateway().output().contains("masker.upstream.url is http://"), "loopback");
        }
    }

    @Test
    void aConnectionThatIsBrokenBeforeTheAnswerIsSaid() {
        try (OwnUpstream upstream =
                OwnUpstream.http((request, body) -> request.connection().close())) {
            PackagedGateway gateway = upstream.gateway();
            unavailable(
                    gateway,
                    gateway.send(
                            Questions.post(gateway.url(), Questions.body("hi")).build()),
                    "broke the connection");
        }
    }
}
