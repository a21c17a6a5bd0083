package io.awsmasker.testing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What a script answers: a message of the model, or an error of the API. */
public sealed interface Reply {
    /** A message; whether it is streamed is the request's choice. */
    record Message(List<Block> blocks, String stopReason) implements Reply {
        public static Message of(Block... blocks) {
            boolean tool = List.of(blocks).stream().anyMatch(Block.ToolUse.class::isInstance);
            return new Message(List.of(blocks), tool ? "tool_use" : "end_turn");
        }
    }

    /** An error in Claude's shape, sent instead of a message. */
    record Failure(int status, String type, String message, Map<String, String> headers) implements Reply {
        static Failure of(int status, String type, String message) {
            return new Failure(status, type, message, Map.of());
        }

        String body(String requestId) {
            return errorBody(type, message, requestId);
        }
    }

    /** The JSON text of an error, as a body or as the data of an {@code error} event. */
    static String errorBody(String type, String message, String requestId) {
        return new JsonObject()
                .put("type", "error")
                .put("error", new JsonObject().put("type", type).put("message", message))
                .put("request_id", requestId)
                .encode();
    }
}
