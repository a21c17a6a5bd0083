package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the model reads of a request, whatever way it is written: a signature is bound to that. Claude Code writes a message
 * as blocks while it marks a place for the prompt cache there, and as a string afterwards.
 */
public final class Meaning {
    private Meaning() {}

    /** Whether a turn begins with all of the turn before it. */
    public static boolean continues(RawJson before, RawJson now) {
        int turns = before.messages().size();
        return now.messages().size() > turns
                && same(
                        before,
                        new RawJson(now.system(), now.tools(), now.messages().subList(0, turns)));
    }

    /** A value to the byte, but for the order of its members, which is the client's: 1 is not 1.0 and absent is not null. */
    static String exact(@Nullable Object value) {
        if (value instanceof JsonArray array) {
            return array.stream().map(Meaning::exact).toList().toString();
        }
        if (value instanceof JsonObject object) {
            return object.fieldNames().stream()
                    .sorted()
                    .map(name -> Json.encode(name) + ":" + exact(object.getValue(name)))
                    .toList()
                    .toString();
        }
        return Json.encode(value);
    }

    static boolean same(RawJson one, RawJson other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    private static List<?> of(RawJson request) {
        return List.of(
                of(request.system()),
                of(request.tools()),
                request.messages().stream().map(Meaning::of).toList());
    }

    private static Object of(Buffer json) {
        return json.length() == 0 ? "" : of(Json.decodeValue(json));
    }

    private static Object of(@Nullable Object value) {
        if (value instanceof JsonArray array) {
            return array.stream().map(Meaning::of).toList();
        }
        if (value instanceof JsonObject object) {
            return object.stream()
                    .filter(member -> !member.getKey().equals("cache_control"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Meaning::of));
        }
        return String.valueOf(value);
    }

    private static Object of(Map.Entry<String, Object> member) {
        return member.getKey().equals("content") && member.getValue() instanceof String text
                ? List.of(Map.of("type", "text", "text", text))
                : of(member.getValue());
    }
}
