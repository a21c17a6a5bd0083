package io.awsmasker.testing;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A content block of an answer: whole, as a plain answer shows it, and in the pieces in which a stream brings it. */
public sealed interface Block {
    /** The block of a plain answer, as JSON text. */
    String whole();

    /** The block of {@code content_block_start}, as JSON text: still without what the deltas bring. */
    String start();

    /** The {@code delta} objects of a stream, as JSON text. */
    List<String> deltas(Cutter cutter);

    record Text(String text) implements Block {
        @Override
        public String whole() {
            return "{\"type\":\"text\",\"text\":" + Json.encode(text) + "}";
        }

        @Override
        public String start() {
            return "{\"type\":\"text\",\"text\":\"\"}";
        }

        @Override
        public List<String> deltas(Cutter cutter) {
            return cutter.cut(text).stream()
                    .map(piece -> "{\"type\":\"text_delta\",\"text\":" + Json.encode(piece) + "}")
                    .toList();
        }
    }

    /** A tool call; {@code input} is JSON text, so that a script decides about white space, escapes and order. */
    record ToolUse(String id, String name, String input) implements Block {
        @Override
        public String whole() {
            return head() + "\"input\":" + input + "}";
        }

        @Override
        public String start() {
            return head() + "\"input\":{}}";
        }

        private String head() {
            return "{\"type\":\"tool_use\",\"id\":" + Json.encode(id) + ",\"name\":" + Json.encode(name) + ",";
        }

        @Override
        public List<String> deltas(Cutter cutter) {
            List<String> pieces = new java.util.ArrayList<>(List.of(""));
            pieces.addAll(cutter.cut(input));
            return pieces.stream()
                    .map(piece -> "{\"type\":\"input_json_delta\",\"partial_json\":" + Json.encode(piece) + "}")
                    .toList();
        }
    }

    /** Signed thinking. A script leaves the signature empty; the fake signs it when it goes out. */
    record Thinking(String thinking, String signature) implements Block {
        @Override
        public String whole() {
            return "{\"type\":\"thinking\",\"thinking\":" + Json.encode(thinking) + ",\"signature\":"
                    + Json.encode(signature) + "}";
        }

        @Override
        public String start() {
            return "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}";
        }

        @Override
        public List<String> deltas(Cutter cutter) {
            List<String> deltas = new java.util.ArrayList<>();
            for (String piece : cutter.cut(thinking)) {
                deltas.add("{\"type\":\"thinking_delta\",\"thinking\":" + Json.encode(piece) + "}");
            }
            deltas.add("{\"type\":\"signature_delta\",\"signature\":" + Json.encode(signature) + "}");
            return deltas;
        }
    }

    /** A block that arrives whole: {@code redacted_thinking}, results of server tools, types of the future. */
    record Whole(String whole) implements Block {
        @Override
        public String start() {
            return whole;
        }

        @Override
        public List<String> deltas(Cutter cutter) {
            return List.of();
        }
    }

    /** All blocks as the JSON array {@code content}. */
    static JsonArray content(List<Block> blocks) {
        JsonArray content = new JsonArray();
        blocks.forEach(block -> content.add(new JsonObject(block.whole())));
        return content;
    }
}
