package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.LeakCheck;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import java.io.IOException;
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

/** After traffic of every kind, good and bad, no original and no credential stands anywhere but in the clients' answers. */
class CanaryIT {
    private static final List<String> CANARIES = List.of(
            "i-0d4c3b2a19f8e7d65",
            "vpc-07d1c93be5a24f680",
            "subnet-0f3a68d1c94e7b25a",
            "AKIAXQ5WJ2KT6YBNH3RF",
            "10.46.121.9",
            "481592036617",
            "nordkai-billing-exports-7f3q");
    private static final String SECRET = "kD9vQ2xLp7RtYw3ZmN8sBf4HcJ6uGa1EoXiT5qVr";
    private static final String PASSWORD = "redis-secret-5b7c";
    private static final String SAID = "i-0d4c3b2a19f8e7d65 10.46.121.9 AKIAXQ5WJ2KT6YBNH3RF "
            + "arn:aws:iam::481592036617:role/x s3://nordkai-billing-exports-7f3q/key";
    private static final String EVERYWHERE = "{\"model\":\"m\",\"max_tokens\":9,\"stream\":STREAM,"
            + "\"system\":\"you run in vpc-07d1c93be5a24f680\",\"tools\":[{\"name\":\"t\",\"input_schema\":"
            + "{\"type\":\"object\",\"properties\":{\"subnet-0f3a68d1c94e7b25a\":{}}}}],"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"" + SAID + "\"},"
            + "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"t\","
            + "\"input\":{\"i-0d4c3b2a19f8e7d65\":\"10.46.121.9\"}}]},"
            + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_1\","
            + "\"content\":\"aws_secret_access_key = " + SECRET + " in vpc-07d1c93be5a24f680\"}]}]}";

    private final LeakCheck search = new LeakCheck();

    CanaryIT() {
        search.forbid(CANARIES);
        search.forbid(List.of(SECRET, PASSWORD, Sdk.KEY));
    }

    @Test
    void leavesNoTrace() throws IOException {
        Map<String, String> settings = Map.of("MASKER_REDIS_PASSWORD", PASSWORD, "MASKER_CIRCUIT_DELAY", "500ms");
        try (Scene scene = Scene.start(settings, "requirepass " + PASSWORD)) {
            scene.claude().forbid(CANARIES).forbid(List.of(SECRET));
            List<String> shown = new ArrayList<>();
            for (String streamed : List.of("true", "false")) {
                HttpResponse<String> answer = scene.post(EVERYWHERE.replace("STREAM", streamed));
                assertEquals(200, answer.statusCode(), answer.body());
                assertTrue(!answer.body().contains(SECRET), "a secret came back");
            }
            unhappyTraffic(scene, shown);
            scene.claude().assertNothingLeaked();
            for (String path : List.of("/q/metrics", "/q/health", "/q/health/ready", "/q/health/live")) {
                shown.add(scene.gateway().management(path).body());
            }
            scene.redis().stop();
            scene.gateway().awaitReady(503);
            shown.add(refusal(scene).body());
            shown.add(scene.gateway().management("/q/health/ready").body());
            shown.add(scene.gateway().management("/q/metrics").body());
            scene.gateway().stop();
            shown.add(scene.gateway().output());
            for (Path file : scene.gateway().files()) {
                shown.add(file + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            for (String text : shown) {
                assertEquals(List.of(), search.findIn(text.getBytes(StandardCharsets.UTF_8)), text);
            }
        }
    }

    /** The first refusal for want of Redis: what the near cache knows may be served until the fault is noticed. */
    private static HttpResponse<String> refusal(Scene scene) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> scene.post(Questions.body(SAID)), answer -> answer.statusCode() == 503);
    }

    /** Everything that can fail; the bodies of refusals are kept, answers of Claude are not. */
    private static void unhappyTraffic(Scene scene, List<String> shown) {
        String good = Questions.body(SAID);
        for (String bad : List.of(
                good.substring(0, good.length() - 2),
                good.replace("\"user\"", "\"user\\q\""),
                good.replace("{\"role\"", "{\"role\":1e,\"i-0d4c3b2a19f8e7d65\""),
                good.replace("\"messages\"", "\"mcp_servers\":[{\"url\":\"https://10.46.121.9/\"}],\"messages\""),
                "{\"model\":\"m\",\"max_tokens\":9,\"metadata\":{\"user_id\":\"i-0d4c3b2a19f8e7d65\"},\"messages\":"
                        + "[{\"role\":\"user\",\"content\":\"hi\"}]}",
                "{\"model\":\"m\",\"max_tokens\":9,\"i-0d4c3b2a19f8e7d65\":{\"vpc-07d1c93be5a24f680\":[[[[\"x\"]]]},"
                        + "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\","
                        + "\"url\":\"https://nordkai-billing-exports-7f3q.s3.amazonaws.com/a\"}}]}]}")) {
            HttpResponse<String> refusal = scene.post(bad);
            if (refusal.statusCode() != 200) {
                shown.add(refusal.body());
                shown.add(refusal.headers().map().toString());
            }
        }
        for (String target : List.of("/v1/i-0d4c3b2a19f8e7d65", "/v1/models?after=i-0d4c3b2a19f8e7d65")) {
            shown.add(scene.gateway()
                    .send(Questions.to(scene.gateway().url(), target)
                            .header("x-app", "10.46.121.9")
                            .header("User-Agent", "on i-0d4c3b2a19f8e7d65")
                            .header("X-Correlation-ID", "i-0d4c3b2a19f8e7d65")
                            .build())
                    .headers()
                    .map()
                    .toString());
        }
        scene.claude().answer(Scripts.quotingError(400));
        scene.post(good);
        scene.calm();
        scene.claude().deliver(Delivery.plain().failingAfter(5));
        scene.post(Questions.body(SAID, true));
        scene.claude().deliver(Delivery.plain().brokenAfter(0));
        try {
            scene.post(good);
        } catch (java.io.UncheckedIOException broken) {
            shown.add("the connection broke");
        }
        scene.calm();
        scene.preview(SAID);
    }
}
