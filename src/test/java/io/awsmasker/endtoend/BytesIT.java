package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Alignment;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RawJson;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Outside replaced spans, what goes up and what comes down is what was sent, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BytesIT {
    private static final String ODD = "{ \"max_tokens\" : 1.0e2 ,\t\"model\":\"claude-opus-5-5\",\r\n"
            + "\"system\":[{\"text\":\"caf\\u00E9 \\/ \\ud83d\\ude00 on i-0d4c3b2a19f8e7d65\",\"type\":\"text\"}],"
            + "\"metadata\":{\"user_id\":\"odd\"},\"tools\":[{\"name\":\"t\",\"input_schema\":{\"type\":\"object\","
            + "\"properties\":{\"i-0d4c3b2a19f8e7d65\":{\"type\":\"string\",\"enum\":[\"vpc-07d1c93be5a24f680\"]}},"
            + "\"required\":[\"i-0d4c3b2a19f8e7d65\"]}}],"
            + "\"future_field\":{\"deep\":[\"subnet-0f3a68d1c94e7b25a\",1e400,-0,true,null]},"
            + "\"messages\" :[{\"role\":\"user\",\"content\":\"\\ud800 lone, \\u0069-0d4c3b2a19f8e7d65 ☂ 10.46.121.9\"}] }\n";

    private final Scene scene = Scene.start();

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void onlyReplacedSpansDiffer() {
        scene.claude()
                .forbid(List.of(
                        "i-0d4c3b2a19f8e7d65", "vpc-07d1c93be5a24f680", "subnet-0f3a68d1c94e7b25a", "10.46.121.9"));
        HttpResponse<String> answer = scene.post(ODD);
        assertEquals(200, answer.statusCode(), answer.body());
        List<Alignment.Replaced> replaced = Alignment.of(
                ODD.replace("\\u0069-0d", "i-0d"), scene.claude().last().bodyText());
        assertEquals(7, replaced.size(), replaced.toString());
        scene.claude().assertClean();
    }

    @Test
    void aBodyWithoutIdentifiersArrivesAsItWasSent() {
        String body = ODD.replaceAll("i-0d4c3b2a19f8e7d65|\\\\u0069-0d4c3b2a19f8e7d65", "x")
                .replaceAll("(vpc|subnet)-[0-9a-f]+|10[.]46[.]121[.]9", "y");
        assertEquals(200, scene.post(body).statusCode());
        assertEquals(body, scene.claude().last().bodyText());
    }

    @Test
    void oneValueHasOneTokenEverywhere() {
        scene.post(ODD);
        RawJson first = RawJson.of(scene.claude().last().body());
        scene.post(Questions.body("i-0d4c3b2a19f8e7d65"));
        String token = new JsonObject(scene.claude().last().body())
                .getJsonArray("messages")
                .getJsonObject(0)
                .getString("content");
        assertTrue(
                first.system().toString().contains("on " + token + "\""),
                first.system().toString());
        assertTrue(
                first.tools().toString().contains("\"" + token + "\":{"),
                first.tools().toString());
    }

    @Test
    void headersOfTheGatewayAreThereAndThoseOfTheNetworkAreNot() {
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.post(scene.gateway().url(), Questions.body("hello"))
                        .header("X-Forwarded-For", "10.46.121.9")
                        .header("X-Real-IP", "10.46.121.9")
                        .header("Cookie", "session=1")
                        .header("X-Correlation-ID", "0d4c3b2a-19f8-4e7d-a65b-1c2d3e4f5a6b")
                        .build());
        assertEquals(200, answer.statusCode());
        assertEquals("true", answer.headers().firstValue("X-Masked-Response").orElse(""));
        assertEquals("traditional", answer.headers().firstValue("X-Redis-Mode").orElse(""));
        assertEquals(
                "0d4c3b2a-19f8-4e7d-a65b-1c2d3e4f5a6b",
                answer.headers().firstValue("X-Correlation-ID").orElse(""));
        assertTrue(answer.headers().firstValue("request-id").orElse("").startsWith("req_fake"));
        assertEquals(
                "49",
                answer.headers()
                        .firstValue("anthropic-ratelimit-requests-remaining")
                        .orElse(""));
        for (String name : List.of("set-cookie", "cf-ray", "alt-svc", "strict-transport-security", "server")) {
            assertTrue(answer.headers().firstValue(name).isEmpty(), name);
        }
        assertEquals(Sdk.KEY, scene.claude().last().headers().get("x-api-key"));
        scene.claude().assertClean();
    }

    @Test
    void previewShowsWhatWouldLeave() {
        String text = "☂𝒳 i-0d4c3b2a19f8e7d65 and 10.46.121.9";
        int before = scene.claude().requestsBegun();
        JsonObject preview = scene.preview(text);
        assertEquals(before, scene.claude().requestsBegun());
        JsonArray identifiers = preview.getJsonArray("identifiers");
        assertEquals(2, identifiers.size(), preview.encode());
        JsonObject first = identifiers.getJsonObject(0);
        assertEquals(3, first.getInteger("start"));
        assertEquals(22, first.getInteger("end"));
        scene.post(Questions.body(text));
        assertEquals(
                preview.getString("masked"),
                new JsonObject(scene.claude().last().body())
                        .getJsonArray("messages")
                        .getJsonObject(0)
                        .getString("content"));
    }

    @Test
    void literalTokensComeBackAsThemselves() {
        String text = "EC2_001 EC2_999 S3_001 EC2_0010 LIT_001 my_EC2_001 EC2_001: i-0d4c3b2a19f8e7d65";
        assertEquals(text, Scene.text(scene.post(Questions.body(text))));
        assertEquals(text, Scene.text(scene.post(Questions.body(text))));
    }
}
