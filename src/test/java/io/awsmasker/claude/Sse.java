package io.awsmasker.claude;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes and reads Claude's stream events in tests: members of a delta are given as name and text in turn. */
final class Sse {
    private Sse() {}

    static String event(String type, JsonObject data) {
        return "event: " + type + "\ndata: "
                + new JsonObject().put("type", type).mergeIn(data).encode() + "\n\n";
    }

    static String start(int index, JsonObject block) {
        return event("content_block_start", new JsonObject().put("index", index).put("content_block", block));
    }

    static String delta(int index, String type, String... members) {
        JsonObject delta = new JsonObject().put("type", type);
        for (int i = 0; i < members.length; i += 2) {
            delta.put(members[i], members[i + 1]);
        }
        return event("content_block_delta", new JsonObject().put("index", index).put("delta", delta));
    }

    static String stop(int index) {
        return event("content_block_stop", new JsonObject().put("index", index));
    }

    static String end() {
        return event("message_delta", new JsonObject().put("delta", new JsonObject().put("stop_reason", "end_turn")))
                + event("message_stop", new JsonObject());
    }

    /** A signed thought in a stream. */
    static String thinking(int index, List<String> pieces, String signature) {
        StringBuilder events = new StringBuilder(start(
                index,
                new JsonObject().put("type", "thinking").put("thinking", "").put("signature", "")));
        pieces.forEach(piece -> events.append(delta(index, "thinking_delta", "thinking", piece)));
        return events.append(delta(index, "signature_delta", "signature", signature))
                .append(stop(index))
                .toString();
    }

    /** The data of all events. */
    static List<JsonObject> data(String stream) {
        return Arrays.stream(stream.split("\n"))
                .filter(line -> line.startsWith("data: "))
                .map(line -> new JsonObject(line.substring(6)))
                .toList();
    }

    /** What a client makes of the deltas of a block. */
    static String joined(String stream, int index, String member) {
        StringBuilder joined = new StringBuilder();
        for (JsonObject data : data(stream)) {
            JsonObject delta = data.getJsonObject("delta", new JsonObject());
            if (data.getInteger("index", -1) == index && delta.getValue(member) instanceof String piece) {
                joined.append(piece);
            }
        }
        return joined.toString();
    }

    /** All ways to cut a text into pieces that are not empty. */
    static List<List<String>> compositions(String text) {
        List<List<String>> all = new ArrayList<>();
        for (int cuts = 0; cuts < 1 << (text.length() - 1); cuts++) {
            List<String> pieces = new ArrayList<>();
            int from = 0;
            for (int at = 1; at <= text.length(); at++) {
                if (at == text.length() || (cuts >> (at - 1) & 1) == 1) {
                    pieces.add(text.substring(from, at));
                    from = at;
                }
            }
            all.add(pieces);
        }
        return all;
    }
}
