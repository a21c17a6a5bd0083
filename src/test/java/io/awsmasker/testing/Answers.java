package io.awsmasker.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The JSON bodies of the API that hold no stream. */
final class Answers {
    static final String MODEL = "claude-opus-5-5";

    private Answers() {}

    /** A message without its content and without why it stopped. */
    static JsonObject envelope(Question question) {
        return new JsonObject()
                .put("model", question.model())
                .put("id", "msg_01XFDUDYJgAACzvnptvVoYEL")
                .put("type", "message")
                .put("role", "assistant")
                .put(
                        "usage",
                        new JsonObject()
                                .put("input_tokens", 2310)
                                .put("cache_creation_input_tokens", 0)
                                .put("cache_read_input_tokens", 2048)
                                .put("output_tokens", 3)
                                .put("service_tier", "standard"));
    }

    static String message(Reply.Message message, Question question) {
        StringBuilder blocks = new StringBuilder();
        for (Block block : message.blocks()) {
            blocks.append(blocks.isEmpty() ? "" : ",").append(block.whole());
        }
        String envelope = envelope(question)
                .put("stop_reason", message.stopReason())
                .putNull("stop_sequence")
                .encode();
        return "{\"content\":[" + blocks + "]," + envelope.substring(1);
    }

    static JsonObject count(Received received) {
        return new JsonObject().put("input_tokens", 1 + received.body().length() / 4);
    }

    static JsonObject model(String id) {
        return new JsonObject()
                .put("id", id)
                .put("type", "model")
                .put("display_name", "Claude")
                .put("created_at", "2026-10-01T00:00:00Z");
    }

    static JsonObject models() {
        return new JsonObject()
                .put("data", new JsonArray().add(model(MODEL)).add(model("claude-haiku-4-5-20251001")))
                .put("has_more", false)
                .put("first_id", MODEL)
                .put("last_id", "claude-haiku-4-5-20251001");
    }
}
