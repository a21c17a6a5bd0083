package io.awsmasker.claude;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The messages of a conversation as a client collects them. */
final class Chat {
    private final JsonArray messages = new JsonArray();

    Chat user(String text) {
        return add("user", text);
    }

    Chat add(String role, Object content) {
        messages.add(new JsonObject().put("role", role).put("content", content));
        return this;
    }

    /** What the client got, as it sends it back. */
    Chat answered(String answer) {
        return add("assistant", new JsonObject(answer).getJsonArray("content"));
    }

    String body() {
        return new JsonObject()
                .put("model", "claude-opus-5-5")
                .put("messages", messages)
                .encode();
    }

    /** An answer of Claude. */
    static String answer(JsonObject... blocks) {
        JsonArray content = new JsonArray();
        for (JsonObject block : blocks) {
            content.add(block);
        }
        return new JsonObject()
                .put("type", "message")
                .put("role", "assistant")
                .put("content", content)
                .encode();
    }

    static JsonObject text(String text) {
        return new JsonObject().put("type", "text").put("text", text);
    }

    static JsonObject thought(String thinking, String signature) {
        return new JsonObject()
                .put("type", "thinking")
                .put("thinking", thinking)
                .put("signature", signature);
    }

    /** The content of a message of a body. */
    static JsonArray content(String body, int message) {
        return new JsonObject(body)
                .getJsonArray("messages")
                .getJsonObject(message)
                .getJsonArray("content");
    }

    static JsonObject message(String body, int message) {
        return new JsonObject(body).getJsonArray("messages").getJsonObject(message);
    }
}
