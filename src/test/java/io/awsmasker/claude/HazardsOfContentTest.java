package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.claude.RefusedContent.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may hold beside plain text, hazard by hazard, with the numbers of the protocol reference. */
class HazardsOfContentTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String SERVER = "https://mcp.example/masked";
    private static final ContentPolicy OPEN = new ContentPolicy(true, false, Set.of(SERVER));

    private final Conversation gateway = new Conversation();
    private final Conversation open = new Conversation(OPEN);

    @ParameterizedTest
    @ValueSource(strings = {"emoji 😀 first, ", "", ID + " and ", "naïve 𝒳"})
    @DisplayName("5.6 citations point into the client's own document, and back into Claude's")
    void hazard_5_6_citations(String beginning) {
        String document = beginning + "the instance " + ID + " is 😀 at 10.46.121.9, says vpc-0a1b2c3d4e5f60718.";
        String asked = cited(document, new JsonArray());
        String masked = data(gateway.sent(asked));
        int from = masked.codePointCount(0, masked.indexOf("EC2_001 is"));
        int to = masked.codePointCount(0, masked.indexOf(", says"));
        JsonObject citation = new JsonObject()
                .put("type", "char_location")
                .put("cited_text", masked.substring(masked.indexOf("EC2_001 is"), masked.indexOf(", says")))
                .put("document_index", 1)
                .put("document_title", "of EC2_001")
                .put("start_char_index", from)
                .put("end_char_index", to);
        JsonObject text = Chat.text("It is there.").put("citations", new JsonArray().add(citation));

        String answer = gateway.received(Chat.answer(text));

        JsonObject got = new JsonObject(answer)
                .getJsonArray("content")
                .getJsonObject(0)
                .getJsonArray("citations")
                .getJsonObject(0);
        int start = document.offsetByCodePoints(0, got.getInteger("start_char_index"));
        int end = document.offsetByCodePoints(0, got.getInteger("end_char_index"));
        assertEquals(got.getString("cited_text"), document.substring(start, end));
        assertEquals("of " + ID, got.getString("document_title"));

        String stream = gateway.streamed(
                Sse.event(
                        "content_block_delta",
                        new JsonObject()
                                .put("index", 0)
                                .put(
                                        "delta",
                                        new JsonObject()
                                                .put("type", "citations_delta")
                                                .put("citation", citation))),
                5);
        assertEquals(got, Sse.data(stream).get(0).getJsonObject("delta").getJsonObject("citation"));

        String back = gateway.sent(cited(document, new JsonObject(answer).getJsonArray("content")));
        assertEquals(new JsonArray().add(text), Chat.content(back, 1));
    }

    private static String cited(String document, JsonArray assistant) {
        JsonObject pdf = new JsonObject()
                .put("type", "document")
                .put("source", new JsonObject().put("type", "content").put("content", "some " + ID));
        JsonObject plain = new JsonObject()
                .put("type", "document")
                .put("citations", new JsonObject().put("enabled", true))
                .put(
                        "source",
                        new JsonObject()
                                .put("type", "text")
                                .put("media_type", "text/plain")
                                .put("data", document));
        Chat chat = new Chat().add("user", new JsonArray().add(pdf).add(plain));
        return assistant.isEmpty()
                ? chat.body()
                : chat.add("assistant", assistant).user("go on").body();
    }

    private static String data(String body) {
        return Chat.content(body, 0).getJsonObject(1).getJsonObject("source").getString("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "image/png", "application/pdf"})
    @DisplayName("5.28 5.29 base64 is refused, and text in base64 even where binaries may pass")
    void hazard_5_28_29_base64(String mediaType) {
        String data =
                Base64.getEncoder().encodeToString(("see " + ID).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonObject image = new JsonObject()
                .put("type", "image")
                .put(
                        "source",
                        new JsonObject()
                                .put("type", "base64")
                                .put("media_type", mediaType)
                                .put("data", data));
        JsonObject result = new JsonObject()
                .put("type", "tool_result")
                .put("tool_use_id", "t")
                .put("content", new JsonArray().add(image));
        JsonObject document = new JsonObject()
                .put("type", "document")
                .put("source", new JsonObject().put("type", "content").put("content", new JsonArray().add(image)));
        for (JsonObject block : new JsonObject[] {image, result, document}) {
            for (String role : new String[] {"user", "system"}) {
                String body = new Chat().add(role, new JsonArray().add(block)).body();
                RefusedContent refused = assertThrows(RefusedContent.class, () -> gateway.sent(body));
                assertEquals(Kind.UNREADABLE, refused.kind());
                assertTrue(refused.getMessage().startsWith("messages[0].content[0]"), refused.getMessage());
                boolean text = mediaType.startsWith("text") || mediaType.endsWith("json");
                assertEquals(!text, refused.getMessage().contains("masker.opaque-content"), refused.getMessage());
                if (text) {
                    assertThrows(RefusedContent.class, () -> open.sent(body));
                } else {
                    assertEquals(body, open.sent(body));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":\"d\"}",
                "{\"data\":\"d\",\"type\":7}",
                "{\"data\":\"d\",\"type\":\"of_tomorrow\"}",
                "{\"data\":\"d\",\"media_type\":null}",
                "{\"data\":\"d\",\"media_type\":[]}"
            })
    @DisplayName("5.28 a source that does not say what it is is refused by its path")
    void hazard_5_28_source(String source) {
        String body =
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":" + source + "}]}]}";
        RefusedContent refused = assertThrows(RefusedContent.class, () -> gateway.sent(body));
        assertEquals(Kind.UNREADABLE, refused.kind());
        assertTrue(refused.getMessage().startsWith("messages[0].content[0].source.data"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "aWQ", "aWQ=a", "a===", "aW_=", "aWQ= ", "aWQ=\\n"})
    @DisplayName("5.28 what is no base64 is refused where base64 may pass")
    void hazard_5_28_grammar(String data) {
        assertThrows(RefusedContent.class, () -> open.sent(image(data)));
    }

    @Test
    @DisplayName("5.28 an identifier in the letters of base64 does not pass for a picture")
    void hazard_5_28_identifiers() {
        assertEquals(image("iVBORw0KGgo="), open.sent(image("iVBORw0KGgo=")));
        assertThrows(AssertionError.class, () -> open.sent(image("AKIAQ3EGWZ7XK2LMN5PR")), "the proof reads it");
    }

    private static String image(String data) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\","
                + "\"media_type\":\"image/png\",\"data\":\"" + data + "\"}}]}]}";
    }

    @Test
    @DisplayName("5.30 addresses that Anthropic would fetch are refused, and presigned ones masked in text")
    void hazard_5_30_presigned() {
        String url = "https://acme-billing-7.s3.eu-west-1.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAQ3EGWZ7XK2LMN5PR%2F20261121%2Feu-west-1%2Fs3%2Faws4_request"
                + "&X-Amz-Signature=6f1f1a3f0e9c7b5d4e2a1908f7e6d5c4b3a2918070605040302010f0e0d0c0b0";
        String source = new Chat()
                .add(
                        "user",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "image")
                                        .put(
                                                "source",
                                                new JsonObject()
                                                        .put("type", "url")
                                                        .put("url", url))))
                .body();
        assertEquals(
                Kind.AROUND_THE_GATEWAY,
                assertThrows(RefusedContent.class, () -> open.sent(source)).kind());

        String sent = gateway.sent(new Chat().user("get " + url).body());

        assertFalse(sent.contains("AKIAQ3EGWZ7XK2LMN5PR"), sent);
        assertFalse(sent.contains("acme-billing-7"), sent);
        assertFalse(sent.contains("6f1f1a3f0e9c7b5d"), sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "897355541743",
                "897355541743.0",
                "8.97355541743e11",
                "897355541743E0",
                "-897355541743",
                "897355541743.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000897355541743e93"
            })
    @DisplayName("5.4 an account id that is a number is refused, however it is written")
    void hazard_5_4_numbers(String number) {
        for (String body : new String[] {
            "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"input\":{\"account\":%s}}]}]}",
            "{\"tools\":[{\"input_schema\":{\"properties\":{\"account\":{\"enum\":[%s]}}}}]}",
            "{\"tools\":[{\"input_schema\":{\"properties\":{\"account_id\":{\"default\":%s}}}}]}",
            "{\"tools\":[{\"input_examples\":[{\"accountId\":%s}]}]}",
            "{\"a_field_of_tomorrow\":{\"account\":[%s]}}",
        }) {
            RefusedContent why = assertThrows(RefusedContent.class, () -> gateway.sent(body.replace("%s", number)));
            assertFalse(why.getMessage().contains("897355541743"), why.getMessage());
        }
    }

    @Test
    @DisplayName("5.4 amounts and limits of twelve digits are no accounts, and stop no conversation")
    void hazard_5_4_amounts() {
        String body =
                "{\"tools\":[{\"input_schema\":{\"properties\":{\"n\":{\"type\":\"integer\",\"maximum\":999999999999,"
                        + "\"minimum\":-100000000000,\"default\":137438953472}}}}],\"messages\":[{\"role\":\"assistant\",\"content\":[{"
                        + "\"type\":\"tool_use\",\"input\":{\"memory_bytes\":618475290624,\"sizes\":[618475290624],"
                        + "\"price\":618475290624.5,\"limit\":1e11,\"createdAt\":{\"time\":618475290624}}}]}]}";
        assertEquals(body, gateway.sent(body));
    }

    @Test
    @DisplayName("5.4 a number that no computer can hold is no account, and no fault")
    void hazard_5_4_hugeNumbers() {
        String body = "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\","
                + "\"input\":{\"account\":[1e9999999999999,-1E-99999999999999999999,0e99999999999]}}]}]}";
        assertEquals(body, gateway.sent(body));
    }

    @Test
    @DisplayName("5.32 only the line of Claude Code itself passes unread")
    void hazard_5_32_attribution() {
        String line = "x-anthropic-billing-header: cc_version=2.1.329.74d; cc_entrypoint=sdk-cli;";
        String system = "{\"system\":[{\"type\":\"text\",\"text\":\"%s\"}]}";
        assertEquals(system.replace("%s", line), gateway.sent(system.replace("%s", line)));
        assertFalse(gateway.sent(system.replace("%s", line + " " + ID)).contains(ID));
        assertFalse(gateway.sent(system.replace("%s", line + "\\n" + ID)).contains(ID));
    }

    @Test
    @DisplayName("5.32 the user id of Claude Code passes, one with an identifier does not")
    void hazard_5_32_userId() {
        String ours = "{\"metadata\":{\"user_id\":\"{\\\"device_id\\\":\\\"" + "0123456789abcdef".repeat(4)
                + "\\\",\\\"account_uuid\\\":\\\"\\\",\\\"session_id\\\":\\\"5d1c4f3e-9a2b-4c1e-8f7d-123456789012\\\"}\"}}";
        assertEquals(ours, gateway.sent(ours));
        assertThrows(RefusedContent.class, () -> gateway.sent("{\"metadata\":{\"user_id\":\"" + ID + "\"}}"));
    }

    @Test
    @DisplayName("5.33 counts and usage are the bill, and stay")
    void hazard_5_33_usage() {
        gateway.sent(new Chat().user(ID).body());
        String usage =
                "{\"type\":\"message\",\"content\":[],\"usage\":{\"input_tokens\":897355541743,\"note\":\"EC2_001\"}}";
        assertEquals(usage, gateway.received(usage));
    }

    @Test
    @DisplayName("5.37 remote MCP servers are refused unless the operator allows their address")
    void hazard_5_37_mcp() {
        String body = "{\"mcp_servers\":[{\"type\":\"url\",\"url\":\"" + SERVER
                + "\",\"name\":\"x\",\"authorization_token\":\"a.b-c\"}],"
                + "\"tools\":[{\"type\":\"mcp_toolset\",\"mcp_server_name\":\"x\"}],\"messages\":[]}";
        RefusedContent refused = assertThrows(RefusedContent.class, () -> gateway.sent(body));
        assertEquals(Kind.AROUND_THE_GATEWAY, refused.kind());
        assertTrue(refused.getMessage().contains("mcp_servers[0].url"), refused.getMessage());
        assertEquals(body, open.sent(body));
        assertEquals(List.of("a.b-c"), open.read(body).credentials());
        for (String other : new String[] {SERVER + "/", SERVER.replace("https", "http"), SERVER + "?x=" + ID}) {
            assertThrows(RefusedContent.class, () -> open.sent(body.replace(SERVER, other)));
        }
    }

    @Test
    @DisplayName("5.38 a text that the model composes of tokens is restored part by part")
    void hazard_5_38_composed() {
        gateway.sent(new Chat()
                .user(ID + " in arn:aws:iam::897355541743:role/x9-admin")
                .body());
        String arn = gateway.received(Chat.answer(Chat.text("arn:aws:ec2:eu-west-1:ACCOUNT_001:instance/EC2_001")));
        assertTrue(arn.contains("instance/" + ID), arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a_field_of_tomorrow\":\"%s\"}",
                "{\"messages\":[{\"role\":\"user\",\"a_field\":{\"%s\":[\"%s\"]},\"content\":\"x\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"of_tomorrow\",\"signature\":\"%s\",\"data\":\"%s\"}]}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"input\":{\"signature\":\"%s\",\"encrypted_content\":\"%s\",\"type\":\"%s\",\"id\":\"%s\"}}]}]}",
                "{\"tools\":[{\"name\":\"%s\",\"a_field\":\"%s\",\"input_schema\":{\"properties\":{\"signature\":{\"const\":\"%s\"}}}}]}",
                "{\"tool_choice\":{\"type\":\"tool\",\"name\":\"%s\"}}",
                "{\"context_management\":{\"edits\":[{\"type\":\"compact_20260112\",\"instructions\":\"%s\"}]}}",
            })
    @DisplayName("5.39 fields and blocks of tomorrow are masked, and restored on their way back")
    void hazard_5_39_unknown(String body) {
        assertEquals(body.replace("%s", "EC2_001"), gateway.sent(body.replace("%s", ID)));
        String block = "{\"content\":[{\"type\":\"of_tomorrow\",\"deep\":{\"EC2_001\":\"EC2_001\"}}]}";
        assertEquals(block.replace("EC2_001", ID), gateway.received(block));
    }

    @Test
    @DisplayName("5.40 a refusal never tells what it found")
    void hazard_5_40_message() {
        for (String body : new String[] {
            "{\"metadata\":{\"user_id\":\"%s\"}}",
            "{\"%s\":[}",
            "{\"tools\":[{\"input_schema\":{\"%s\":tru}}]}",
            "{\"messages\":[{\"content\":[{\"type\":\"image\",\"%s\":1,\"source\":{\"type\":\"url\",\"url\":\"%s\"}}]}]}"
        }) {
            RuntimeException why = assertThrows(RuntimeException.class, () -> gateway.sent(body.replace("%s", ID)));
            assertFalse(String.valueOf(why.getMessage()).contains(ID), why.getMessage());
        }
    }
}
