package io.awsmasker.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decoded request to the model, with the few views on it that scripts need. All texts are what upstream sees: masked.
 *
 * @param body the whole request
 */
public record Question(JsonObject body) {
    public List<JsonObject> messages() {
        return objects(body.getValue("messages"));
    }

    public boolean streamed() {
        return Boolean.TRUE.equals(body.getValue("stream"));
    }

    public String model() {
        return String.valueOf(body.getValue("model"));
    }

    /** The conversation that this request belongs to: {@code metadata.user_id}, so that tests can run several at once. */
    public String conversation() {
        return body.getValue("metadata") instanceof JsonObject metadata
                ? String.valueOf(metadata.getValue("user_id"))
                : "";
    }

    /** The text of the last message of the user, blocks joined; empty when it has none. */
    public String lastUserText() {
        List<JsonObject> users = messages().stream()
                .filter(message -> "user".equals(message.getValue("role")))
                .toList();
        return users.isEmpty() ? "" : text(users.get(users.size() - 1).getValue("content"));
    }

    /** The text inside all tool results of the last message, joined; empty when it has none. */
    public String toolResults() {
        List<JsonObject> messages = messages();
        Object last =
                messages.isEmpty() ? null : messages.get(messages.size() - 1).getValue("content");
        return objects(last).stream()
                .filter(block -> "tool_result".equals(block.getValue("type")))
                .map(block -> text(block.getValue("content")))
                .collect(Collectors.joining("\n"));
    }

    public boolean endsWithToolResult() {
        List<JsonObject> messages = messages();
        return !messages.isEmpty()
                && objects(messages.get(messages.size() - 1).getValue("content")).stream()
                        .anyMatch(block -> "tool_result".equals(block.getValue("type")));
    }

    private static String text(@org.jspecify.annotations.Nullable Object content) {
        if (content instanceof String text) {
            return text;
        }
        return objects(content).stream()
                .filter(block -> "text".equals(block.getValue("type")))
                .map(block -> String.valueOf(block.getValue("text")))
                .collect(Collectors.joining());
    }

    static List<JsonObject> objects(@org.jspecify.annotations.Nullable Object array) {
        List<JsonObject> objects = new ArrayList<>();
        if (array instanceof JsonArray items) {
            for (Object item : items) {
                if (item instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }
}
