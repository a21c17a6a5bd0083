package io.awsmasker.claude;

import static io.awsmasker.claude.Chat.thought;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The requests of a batch are no conversation, but what Claude signed in its results is known wherever it comes back. */
class BatchMaskingTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String INVENTED = "i-0fedcba9876543210";
    private static final String SIGNATURE = "EqQB7+/=";

    private final Conversation gateway = new Conversation();

    @Test
    void aSignedBlockOfAResultComesBackAsItWas() {
        gateway.batch(batch(item("a", new JsonArray().add(user("look at " + ID)))));
        String thinking = "EC2_001, not " + INVENTED;
        String result = result(thought(thinking, SIGNATURE), "See EC2_001.");
        assertEquals(result.replace("See EC2_001", "See " + ID), gateway.results(result));

        String block = thought(thinking, SIGNATURE).encode();
        JsonArray messages = new JsonArray().add(user(ID)).add(assistant(thought(thinking, SIGNATURE)));
        assertTrue(gateway.batch(batch(item("b", messages))).contains(block));
        assertTrue(gateway.sent(new JsonObject().put("messages", messages).encode())
                .contains(block));
    }

    @Test
    void onlyTheBytesOfASignedTextAreNotProved() {
        gateway.results(result(thought(INVENTED, SIGNATURE), "x"));
        JsonArray messages = new JsonArray().add(user(ID)).add(assistant(thought(INVENTED, SIGNATURE)));
        String body = batch(item("b", messages));

        String left = gateway.batch(body);

        assertEquals(left.replace(INVENTED, " ".repeat(INVENTED.length())), gateway.toProve(body));
    }

    @Test
    void aSignedBlockWithOriginalsComesBackWithTokens() {
        Conversation restored = gateway.elsewhere(new ContentPolicy(false, true, Set.of()));
        restored.batch(batch(item("a", new JsonArray().add(user(ID)))));
        String got = restored.results(result(thought("EC2_001!", SIGNATURE), "x"));
        assertTrue(got.contains(ID + "!"));

        JsonArray messages = new JsonArray().add(user("x")).add(assistant(thought(ID + "!", SIGNATURE)));

        assertTrue(restored.batch(batch(item("b", messages)))
                .contains(thought("EC2_001!", SIGNATURE).encode()));
    }

    @Test
    void aBlockOfAnotherTenantIsMaskedLikeAnyText() {
        gateway.results(result(thought(INVENTED, SIGNATURE), "x"));
        JsonArray messages = new JsonArray().add(user("x")).add(assistant(thought(INVENTED, SIGNATURE)));

        assertFalse(gateway.foreign().batch(batch(item("b", messages))).contains(INVENTED));
    }

    @Test
    void aCitationCountsTheDocumentsOfItsOwnRequest() {
        JsonArray plain = new JsonArray().add(user(document("nothing to see")));
        JsonArray cited = new JsonArray()
                .add(user(document(ID + " is idle")))
                .add(assistant(new JsonObject()
                        .put("type", "text")
                        .put("text", "idle")
                        .put(
                                "citations",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("type", "char_location")
                                                .put("document_index", 0)
                                                .put("start_char_index", 23)
                                                .put("end_char_index", 27)))));

        String sent = gateway.batch(batch(item("a", plain), item("b", cited)));

        assertTrue(sent.contains("\"start_char_index\":11,\"end_char_index\":15"), sent);
    }

    @Test
    void whatIsRefusedIsNamedByItsPlaceInTheWholeBatch() {
        JsonObject large = item("a", new JsonArray().add(user("x ".repeat(300_000))));
        JsonObject image = item("c", new JsonArray().add(user(image())));

        String refused = batch(large, large, item("b", new JsonArray()), image);

        String message =
                assertThrows(RefusedContent.class, () -> gateway.batch(refused)).getMessage();
        assertTrue(message.startsWith("requests[3].params.messages[0].content[0].source.data is refused: "), message);
    }

    @Test
    void whatIsNoJsonIsNamedByItsPlaceInTheWholeBatch() {
        JsonObject large = item("a", new JsonArray().add(user("x ".repeat(600_000))));
        String whole = batch(large, item("b", new JsonArray().add(user("here"))));
        String broken = whole.replace("\"here\"", "@here@");

        String message =
                assertThrows(InvalidBody.class, () -> gateway.batch(broken)).getMessage();

        assertTrue(
                message.startsWith("at requests[1].params.messages[0].content: invalid JSON at byte "
                        + broken.indexOf('@') + ": "),
                message);
    }

    @Test
    void aMemberBesideTheRequestsIsNamedByItsPlaceInTheBody() {
        String broken = "{ \"requests\": [], \"x\": {\"type\": @}}";

        String message =
                assertThrows(InvalidBody.class, () -> gateway.batch(broken)).getMessage();

        assertTrue(message.contains("invalid JSON at byte " + broken.indexOf('@') + ": "), message);
    }

    private static JsonArray image() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("type", "image")
                        .put("source", new JsonObject().put("type", "base64").put("data", "AAAA")));
    }

    private static String batch(JsonObject... items) {
        return new JsonObject()
                .put("requests", new JsonArray(java.util.List.of(items)))
                .encode();
    }

    private static JsonObject item(String id, JsonArray messages) {
        return new JsonObject().put("custom_id", id).put("params", new JsonObject().put("messages", messages));
    }

    private static JsonObject user(Object content) {
        return new JsonObject().put("role", "user").put("content", content);
    }

    private static JsonObject assistant(JsonObject block) {
        return new JsonObject().put("role", "assistant").put("content", new JsonArray().add(block));
    }

    private static JsonArray document(String text) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("type", "document")
                        .put(
                                "source",
                                new JsonObject()
                                        .put("type", "text")
                                        .put("media_type", "text/plain")
                                        .put("data", text)));
    }

    private static String result(JsonObject thought, String text) {
        JsonArray content = new JsonArray()
                .add(thought)
                .add(new JsonObject().put("type", "text").put("text", text));
        return new JsonObject()
                        .put("custom_id", "a")
                        .put(
                                "result",
                                new JsonObject()
                                        .put("type", "succeeded")
                                        .put(
                                                "message",
                                                new JsonObject()
                                                        .put("type", "message")
                                                        .put("content", content)))
                        .encode()
                + "\n";
    }
}
