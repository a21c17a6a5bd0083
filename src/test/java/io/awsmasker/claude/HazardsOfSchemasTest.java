package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.claude.RefusedContent.Kind;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict schemas, by which Claude must answer with values that are masked: hazard 5.31 of the protocol reference. */
class HazardsOfSchemasTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String MANY = "i-0abc1234def567890 i-0abc1234def567891 i-0abc1234def567892 i-0abc1234def567893"
            + " i-0abc1234def567894 i-0abc1234def567895 i-0abc1234def567896 i-0abc1234def567897";

    private final Conversation gateway = new Conversation();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pattern\":\"^i-[0-9a-f]{8,17}$\"|true",
                "\"minLength\":10|true",
                "\"maxLength\":40,\"pattern\":\".*\"|false",
                "\"maxLength\":9|true",
                "\"enum\":[\"" + ID + "\"]|false",
                "\"const\":\"" + ID + "\"|false",
                "\"format\":\"ipv4\"|true",
                "\"format\":\"date-time\"|false",
                "\"pattern\":\"^[a-z]+$\"|false",
                "\"pattern\":\"^" + ID + "$\"|false",
                "\"default\":\"" + ID + "\",\"examples\":[\"10.46.121.9\"]|false",
                "\"pattern\":\"((((not a pattern\"|false",
            })
    @DisplayName("5.31 a strict schema that takes an identifier but not its token is refused by path")
    void hazard_5_31_strict(String keyword, boolean refused) {
        String schema = "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"," + keyword + "}}}";
        String text = "\"messages\":[{\"role\":\"user\",\"content\":\"see " + ID + " at 10.46.121.9 by 10.0.9.7\"}]";
        String tool = "{\"tools\":[{\"name\":\"d\",\"input_schema\":" + schema + ",\"strict\":true}]," + text + "}";
        String format =
                "{\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":" + schema + "}}," + text + "}";
        for (String body : new String[] {tool, format}) {
            if (refused) {
                RefusedContent why = assertThrows(RefusedContent.class, () -> gateway.sent(body));
                assertEquals(Kind.AROUND_THE_GATEWAY, why.kind());
                assertTrue(why.getMessage().contains("schema"), why.getMessage());
                assertFalse(why.getMessage().contains(ID), why.getMessage());
            } else {
                assertFalse(gateway.sent(body).contains(ID));
            }
        }
        String lenient = tool.replace(",\"strict\":true", "");
        assertFalse(gateway.sent(lenient).contains(ID), "a schema that is only a hint is never refused");
    }

    @Test
    @DisplayName("5.31 an answer by a masked enum satisfies the client's own schema")
    void hazard_5_31_answer() {
        String sent =
                gateway.sent("{\"tools\":[{\"name\":\"d\",\"strict\":true,\"input_schema\":{\"properties\":{\"id\":"
                        + "{\"enum\":[\"" + ID + "\",\"none\"]}}}}],\"messages\":[]}");
        String allowed = new JsonObject(sent)
                .getJsonArray("tools")
                .getJsonObject(0)
                .getJsonObject("input_schema")
                .getJsonObject("properties")
                .getJsonObject("id")
                .getJsonArray("enum")
                .getString(0);

        String answer = gateway.received(Chat.answer(new JsonObject()
                .put("type", "tool_use")
                .put("name", "d")
                .put("input", new JsonObject().put("id", allowed))));

        assertTrue(answer.contains("\"id\":\"" + ID + "\""), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^((a|[a-z0-9-])+)+!$",
                "^((a|[a-z0-9-])+)+\\\\2!$",
                "(?:){2147483647}",
                "(?:(?:){2147483647}){2147483647}",
                "(?:(?:^){1000}){1000}",
                "((a{0,1000}){0,1000}){0,1000}"
            })
    @DisplayName("5.31 a pattern that goes astray costs no more than another")
    void hazard_5_31_pattern(String pattern) {
        String body = "{\"tools\":[{\"strict\":true,\"input_schema\":{\"pattern\":\"" + pattern + "\"}}],"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"" + MANY + "\"}]}";

        assertTrue(gateway.sent(body).contains(pattern));
    }

    @Test
    @DisplayName("5.31 schemas that cost too much together are refused")
    void hazard_5_31_cost() {
        String keywords = "\"a\":{\"pattern\":\"^[a-z]{1,1000}!$\"},".repeat(400);
        String text = IntStream.range(0, 400)
                .mapToObj("i-0abc1234def%06x "::formatted)
                .collect(Collectors.joining());
        String body = "{\"tools\":[{\"strict\":true,\"input_schema\":{" + keywords + "\"b\":1}}],"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";

        assertEquals(
                Kind.UNREADABLE,
                assertThrows(RefusedContent.class, () -> gateway.sent(body)).kind());
    }
}
