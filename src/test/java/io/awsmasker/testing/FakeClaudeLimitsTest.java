package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake must not do what the API cannot: write what a schema forbids, answer a batch at once, take back what it did not say. */
class FakeClaudeLimitsTest {
    private static final String STRICT =
            "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":"
                    + "\"EC2_001\"}],\"tools\":[{\"name\":\"aws_cli\",\"strict\":true,\"input_schema\":{\"type\":\"object\","
                    + "\"properties\":{\"command\":{\"type\":\"string\",\"pattern\":\"PATTERN\"}}}}]}";
    private static final String SEALED =
            "{\"type\":\"mcp_tool_listing\",\"n\":1,\"tools\":[{\"name\":\"a\",\"b\":null}]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeClaude claude = FakeClaude.start();

    @AfterEach
    void stop() {
        claude.close();
    }

    private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        return client.send(Questions.post(claude.url(), body).build(), BodyHandlers.ofString());
    }

    @Test
    void writesNothingThatAStrictSchemaForbids() throws Exception {
        claude.answer(Scripts.echoInTool());
        assertEquals(200, ask(STRICT.replace("PATTERN", "^[A-Z0-9_]+$")).statusCode());
        claude.assertClean();
        assertEquals(
                200,
                ask(STRICT.replace("PATTERN", "^i-").replace("\"strict\":true,", ""))
                        .statusCode());
        claude.assertClean();
        assertEquals(500, ask(STRICT.replace("PATTERN", "^i-[0-9a-f]+$")).statusCode());
        assertThrows(AssertionError.class, claude::assertWellFormed);
    }

    @Test
    void writesNothingThatAFormatForbids() throws Exception {
        String body = "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],"
                + "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"format\":\"ipv4\"}}}}";
        claude.answer(Scripts.saying("\"10.1.2.3\""));
        assertEquals(200, ask(body).statusCode());
        claude.answer(Scripts.saying("\"IPV4PRIV_001\""));
        assertEquals(500, ask(body).statusCode());
        claude.answer(Scripts.saying("no JSON"));
        assertEquals(500, ask(body).statusCode());
    }

    @Test
    void endsABatchLateAndAnswersItThen() throws Exception {
        claude.answer(Scripts.saying("too early"));
        String id = json("POST", "", "{\"requests\":[{\"custom_id\":\"a\",\"params\":" + Questions.body("x") + "}]}")
                .getString("id");
        assertEquals("error", json("GET", "/" + id + "/results", "").getString("type"));
        assertEquals("in_progress", json("GET", "/" + id, "").getString("processing_status"));
        claude.answer(Scripts.saying("late"));
        JsonObject ended = json("GET", "/" + id, "");
        assertEquals("ended", ended.getString("processing_status"));
        assertEquals(claude.url() + "/v1/messages/batches/" + id + "/results", ended.getString("results_url"));
        assertTrue(json("GET", "/" + id + "/results", "").encode().contains("late"));
    }

    private JsonObject json(String method, String path, String body) throws IOException, InterruptedException {
        return new JsonObject(client.send(
                        Questions.to(claude.url(), "/v1/messages/batches" + path)
                                .header("content-type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    @Test
    void takesSealedBlocksBackAsTheyWere() throws Exception {
        claude.answer(Scripts.blocks(new Block.Whole(SEALED)));
        assertEquals(200, ask(Questions.body("x")).statusCode());
        assertEquals(200, returned(SEALED));
        for (String changed : new String[] {
            SEALED.replace("\"n\":1", "\"n\":1.0"),
            SEALED.replace(",\"b\":null", ""),
            SEALED.replace("\"a\"", "\"A\""),
            SEALED.replace("}]", "},{}]")
        }) {
            assertEquals(400, returned(changed), changed);
        }
    }

    private int returned(String block) throws IOException, InterruptedException {
        return ask("{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"x\"},"
                        + "{\"role\":\"assistant\",\"content\":[" + block
                        + "]},{\"role\":\"user\",\"content\":\"y\"}]}")
                .statusCode();
    }
}
