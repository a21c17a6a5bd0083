package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.anthropic.models.messages.Message;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The packaged gateway between a fake Claude and a real Redis: what every test of this package starts from. */
record Scene(FakeClaude claude, RealRedis redis, PackagedGateway gateway) implements AutoCloseable {
    static Scene start() {
        return start(Map.of());
    }

    /** Starts all three and waits until the gateway is ready; {@code settings} are further environment variables. */
    static Scene start(Map<String, String> settings, String... redisConfiguration) {
        FakeClaude claude = FakeClaude.start();
        RealRedis redis = RealRedis.start(redisConfiguration);
        PackagedGateway gateway = PackagedGateway.start(settings(claude, redis.port(), settings));
        gateway.awaitReady(200);
        return new Scene(claude, redis, gateway);
    }

    static Map<String, String> settings(FakeClaude claude, int redisPort, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("MASKER_UPSTREAM_URL", claude.url());
        settings.put("MASKER_REDIS_HOST", "127.0.0.1");
        settings.put("MASKER_REDIS_PORT", String.valueOf(redisPort));
        settings.putAll(more);
        return settings;
    }

    /** Back to an upstream that echoes. */
    void calm() {
        claude.answer(Scripts.echo()).deliver(Delivery.plain());
    }

    /** Sends {@code body} to {@code /v1/messages}. */
    HttpResponse<String> post(String body) {
        return gateway.send(Questions.post(gateway.url(), body).build());
    }

    /** What the gateway would send for a text. */
    JsonObject preview(String text) {
        HttpResponse<String> answer = gateway.send(Questions.to(gateway.url(), "/analyze/masking/preview")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(new JsonObject().put("text", text).encode()))
                .build());
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    /** Sends a sample, plain and streamed: nothing of it goes up, all of it comes back, and nothing else changes. */
    void roundTrip(Sdk sdk, Sample sample) {
        claude.forbid(sample.originals());
        for (boolean streamed : new boolean[] {false, true}) {
            Message answer =
                    sdk.ask(Sdk.ask(UUID.randomUUID().toString(), sample.text()).build(), streamed);
            MaskedSample.check(sample, claude.last());
            assertEquals(sample.text(), Sdk.text(answer), sample.name());
        }
        claude.assertClean();
    }

    /** The text of a plain answer. */
    static String text(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        JsonArray content = new JsonObject(answer.body()).getJsonArray("content");
        return content.getJsonObject(content.size() - 1).getString("text");
    }

    @Override
    public void close() {
        gateway.close();
        redis.close();
        claude.close();
    }
}
