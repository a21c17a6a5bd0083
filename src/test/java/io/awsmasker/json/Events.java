package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text as the list of what a reader meets, duplicates and order included: once from the index, once from Jackson
 * behind the JDK's UTF-8 decoder. Jackson's own decoder is no witness: it takes overlong forms and surrogates.
 */
final class Events {
    private static final JsonFactory JACKSON = new JsonFactory();

    private Events() {}

    static List<String> ofIndex(JsonIndex index) {
        List<String> events = new ArrayList<>();
        int end = value(index, JsonIndex.ROOT, events);
        if (end != index.size()) {
            throw new AssertionError("the root ends at node " + end + " of " + index.size());
        }
        return events;
    }

    private static int value(JsonIndex index, int node, List<String> events) {
        switch (index.kind(node)) {
            case OBJECT -> {
                events.add("{");
                for (int key = node + 1; key < index.after(node); key = value(index, key + 1, events)) {
                    if (index.kind(key) != JsonIndex.Kind.KEY || index.after(key) != key + 1) {
                        throw new AssertionError("node " + key + " is no key");
                    }
                    events.add("name " + index.string(key));
                }
                events.add("}");
            }
            case ARRAY -> {
                events.add("[");
                for (int child = node + 1; child < index.after(node); child = value(index, child, events)) {
                    if (index.kind(child) == JsonIndex.Kind.KEY) {
                        throw new AssertionError("node " + child + " is a key in an array");
                    }
                }
                events.add("]");
            }
            case STRING -> events.add("string " + index.string(node));
            default -> events.add(index.string(node));
        }
        return index.after(node);
    }

    /** Null when the bytes are not strict JSON. */
    static @Nullable List<String> ofJackson(byte[] text) {
        List<String> events = new ArrayList<>();
        try (JsonParser parser = JACKSON.createParser(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString())) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && !events.isEmpty()) {
                    return null;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                events.add(
                        switch (token) {
                            case FIELD_NAME -> "name " + parser.currentName();
                            case VALUE_STRING -> "string " + parser.getText();
                            default -> parser.getText();
                        });
            }
            return events.isEmpty() || depth != 0 ? null : events;
        } catch (CharacterCodingException | com.fasterxml.jackson.core.JsonProcessingException refused) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
