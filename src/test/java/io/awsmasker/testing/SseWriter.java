package io.awsmasker.testing;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Turns a message into the events of Claude's stream, each one as the text that goes over the wire. */
final class SseWriter {
    private final Delivery delivery;
    private final List<String> events = new ArrayList<>();

    private SseWriter(Delivery delivery) {
        this.delivery = delivery;
    }

    /** The whole stream; with an error event and nothing behind it when the delivery asks for that. */
    static List<String> events(Reply.Message message, Question question, String requestId, Delivery delivery) {
        SseWriter writer = new SseWriter(delivery);
        writer.write(message, question);
        int errorAfter = delivery.errorAfter();
        if (errorAfter < 0) {
            return writer.events;
        }
        SseWriter cut = new SseWriter(delivery);
        cut.events.addAll(writer.events.subList(0, Math.min(errorAfter, writer.events.size())));
        cut.event("error", Reply.errorBody("overloaded_error", "Overloaded", requestId));
        return cut.events;
    }

    private void write(Reply.Message message, Question question) {
        JsonObject start = Answers.envelope(question).put("content", new io.vertx.core.json.JsonArray());
        start.putNull("stop_reason").putNull("stop_sequence");
        event("message_start", "{\"type\":\"message_start\",\"message\":" + start.encode() + "}");
        for (int i = 0; i < message.blocks().size(); i++) {
            Block block = message.blocks().get(i);
            event("content_block_start", indexed("content_block_start", i, "content_block", block.start()));
            for (String delta : block.deltas(delivery.cutter())) {
                event("content_block_delta", indexed("content_block_delta", i, "delta", delta));
            }
            event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + i + "}");
        }
        event(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":" + Json.encode(message.stopReason())
                        + ",\"stop_sequence\":null},\"usage\":{\"output_tokens\":94}}");
        event("message_stop", "{\"type\":\"message_stop\"}");
    }

    private static String indexed(String type, int index, String member, String json) {
        return "{\"type\":\"" + type + "\",\"index\":" + index + ",\"" + member + "\":" + json + "}";
    }

    private void event(String name, String data) {
        String end = delivery.crlf() ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder();
        if (delivery.comments()) {
            text.append(": keep-alive").append(end).append(end);
        }
        text.append("event: ").append(name).append(end);
        text.append("data: ").append(data).append(end).append(end);
        if (delivery.pings() && !name.equals("message_stop") && !name.equals("error")) {
            text.append("event: ping").append(end);
            text.append("data: {\"type\": \"ping\"}").append(end).append(end);
        }
        events.add(text.toString());
    }
}
