package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Alignment;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RawJson;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
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
    void compressedBodiesAreReadMaskedAndSentPlain() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Questions.body("packed i-0d4c3b2a19f8e7d65").getBytes(UTF_8));
        }
        scene.claude().forbid(List.of("i-0d4c3b2a19f8e7d65"));
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages")
                        .header("content-type", "application/json")
                        .header("content-encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                        .build());
        assertEquals("packed i-0d4c3b2a19f8e7d65", Scene.text(answer));
        scene.claude().assertClean();
    }

    @Test
    void aLargeBodyOfManyIdentifiersPasses() throws IOException {
        String block = "{\"type\":\"text\",\"text\":\""
                + "i-0d4c3b2a19f8e7d65 is one of very many here. ".repeat(20_000) + "\"}";
        String blocks = String.join(",", Collections.nCopies((31 << 20) / block.length(), block));
        byte[] body =
                ("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + blocks + "]}]}").getBytes(UTF_8);
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head(
                            "POST /v1/messages/count_tokens HTTP/1.1",
                            "Host: x",
                            "x-api-key: " + Sdk.KEY,
                            "anthropic-version: 2026-10-21",
                            "content-type: application/json",
                            "expect: 100-continue",
                            "content-length: " + body.length)
                    .bytes(body);
            RawHttp.Answer answer = Objects.requireNonNull(http.answer());
            assertEquals(200, answer.status(), answer.body());
        }
        assertFalse(scene.claude().last().bodyText().contains("i-0d4c"));
        scene.claude().assertWellFormed();
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
