package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of all classes in the kinds of deltas that carry text, cut in two at every place and into single characters. */
class TokenSplitsTest {
    private static final ContentPolicy RESTORED = new ContentPolicy(false, true, Set.of());

    @ParameterizedTest
    @MethodSource("shapes")
    @DisplayName("5.1 the tokens of every class that is known by its shape, however they are cut")
    void comesBackHoweverItIsCut(IdentifierType type) {
        Conversation gateway = new Conversation(RESTORED);
        String text = "before " + type.examples().get(0) + " behind";
        JsonObject body = new JsonObject(gateway.sent(new Chat().user(text).body()));
        String masked = body.getJsonArray("messages").getJsonObject(0).getString("content");
        String restored = gateway.received(Chat.answer(Chat.text(masked)));
        String expected = new JsonObject(restored)
                .getJsonArray("content")
                .getJsonObject(0)
                .getString("text");
        assertEquals(type.secret() ? masked : text, expected);
        for (List<String> pieces : cuts(masked)) {
            StringBuilder stream = new StringBuilder(Sse.thinking(0, pieces, "EqQB7"));
            stream.append(Sse.start(1, Chat.text("")));
            pieces.forEach(piece -> stream.append(Sse.delta(1, "text_delta", "text", piece)));
            stream.append(Sse.stop(1))
                    .append(Sse.start(
                            2, new JsonObject().put("type", "tool_use").put("input", new JsonObject())));
            for (String piece : quoted(pieces)) {
                stream.append(Sse.delta(2, "input_json_delta", "partial_json", piece));
            }

            String got = gateway.streamed(stream + Sse.stop(2) + Sse.end(), 1 << 20);

            assertEquals(expected, Sse.joined(got, 0, "thinking"), pieces.toString());
            assertEquals(expected, Sse.joined(got, 1, "text"), pieces.toString());
            assertEquals(
                    new JsonObject().put("x", expected),
                    new JsonObject(Sse.joined(got, 2, "partial_json")),
                    pieces.toString());
        }
    }

    static Stream<IdentifierType> shapes() {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> !type.examples().isEmpty());
    }

    private static List<List<String>> cuts(String text) {
        List<List<String>> all = new ArrayList<>();
        all.add(text.chars().mapToObj(Character::toString).toList());
        for (int at = 1; at < text.length(); at++) {
            all.add(List.of(text.substring(0, at), text.substring(at)));
        }
        return all;
    }

    /** The same pieces as a string in the arguments of a tool. */
    private static List<String> quoted(List<String> pieces) {
        List<String> quoted = new ArrayList<>(List.of("{\"x\":\""));
        pieces.stream()
                .map(piece -> piece.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .forEach(quoted::add);
        quoted.add("\"}");
        return quoted;
    }
}
