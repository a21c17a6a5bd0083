package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Block;
import io.awsmasker.testing.Question;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.StrictOutput;
import io.awsmasker.testing.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 5.31: the upstream writes nothing that a strict schema forbids, as the real one, whose decoding is constrained. So either its
 * answer satisfies the schema that the client has sent, or the request was refused before a byte of it left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictSchemaIT {
    private static final String ID = "i-0d4c3b2a19f8e7d65";
    private static final String ADDRESS = "10.46.121.9";

    private final Scene scene = Scene.start();

    StrictSchemaIT() {
        scene.claude().forbid(List.of(ID, ADDRESS)).answer(StrictSchemaIT::model);
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertClean();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    /** A model that names the instance of the question, by a tool if it has one. */
    private static Reply model(Question question) {
        String token = Tokens.in(question.lastUserText()).stream()
                .filter(one -> one.startsWith("EC2_"))
                .findFirst()
                .orElseThrow();
        String json = new JsonObject().put("id", token).encode();
        return question.body().containsKey("tools")
                ? Reply.Message.of(new Block.ToolUse("toolu_01T1x1fJ34qAmk2tNTrN7Up6", "describe", json))
                : Reply.Message.of(new Block.Text(json));
    }

    private static JsonObject schema(String keyword) {
        return new JsonObject("{\"type\":\"object\",\"required\":[\"id\"],\"additionalProperties\":false,"
                + "\"properties\":{\"id\":{\"type\":\"string\"," + keyword + "}}}");
    }

    private static JsonObject question() {
        return new JsonObject()
                .put("model", "claude-opus-5-5")
                .put("max_tokens", 1024)
                .put(
                        "messages",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("role", "user")
                                        .put("content", "see " + ID + " at " + ADDRESS)));
    }

    private HttpResponse<String> byTool(JsonObject schema) {
        JsonObject tool =
                new JsonObject().put("name", "describe").put("strict", true).put("input_schema", schema);
        return scene.post(question().put("tools", new JsonArray().add(tool)).encode());
    }

    private HttpResponse<String> inAFormat(JsonObject schema) {
        JsonObject format = new JsonObject().put("type", "json_schema").put("schema", schema);
        return scene.post(question()
                .put("output_config", new JsonObject().put("format", format))
                .encode());
    }

    private static JsonObject block(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getJsonArray("content").getJsonObject(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"enum\":[\"" + ID + "\",\"none\"]",
                "\"const\":\"" + ID + "\"",
                "\"pattern\":\"^" + ID + "$\"",
                "\"pattern\":\"^(" + ID + "|i-0d4c3b2a19f8e7d66)$\"",
                "\"pattern\":\"^[^ ]+$\"",
                "\"pattern\":\"^[-A-Za-z0-9_]{3,60}$\"",
                "\"minLength\":3",
                "\"maxLength\":60",
                "\"examples\":[\"" + ID + "\"]"
            })
    void theAnswerSatisfiesTheClientsOwnSchema(String keyword) {
        JsonObject schema = schema(keyword);
        String input = block(byTool(schema)).getJsonObject("input").encode();
        assertEquals("{\"id\":\"" + ID + "\"}", input);
        assertEquals(List.of(), StrictOutput.broken(schema, input));
        String text = block(inAFormat(schema)).getString("text");
        assertEquals("{\"id\":\"" + ID + "\"}", text);
        assertEquals(List.of(), StrictOutput.broken(schema, text));
    }

    private static String word(String keyword) {
        return keyword.substring(1, keyword.indexOf('"', 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"pattern\":\"^i-[0-9a-f]{8,17}$\"",
                "\"pattern\":\"^[a-z0-9-]+$\"",
                "\"minLength\":12",
                "\"format\":\"ipv4\"",
                "\"format\":\"hostname\""
            })
    void whatOnlyAnInventionSatisfiesIsRefused(String keyword) {
        int before = scene.claude().requestsBegun();
        for (HttpResponse<String> answer : List.of(byTool(schema(keyword)), inAFormat(schema(keyword)))) {
            assertEquals(451, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("schema.properties.id." + word(keyword) + " "), answer.body());
        }
        assertEquals(before, scene.claude().requestsBegun());
    }
}
