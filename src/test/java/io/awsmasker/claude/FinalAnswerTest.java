package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers would be as good a second time. */
class FinalAnswerTest {
    private static final String TEXT = "{\"type\":\"text\",\"text\":\"x\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "end_turn      | text                     | true",
                "stop_sequence | text                     | true",
                "end_turn      | thinking                 | true",
                "end_turn      | redacted_thinking        | true",
                "max_tokens    | text                     | false",
                "tool_use      | tool_use                 | false",
                "end_turn      | tool_use                 | false",
                "end_turn      | server_tool_use          | false",
                "end_turn      | web_search_tool_result   | false",
                "pause_turn    | text                     | false",
                "refusal       | text                     | false",
                "end_turn      | of_a_later_release       | false"
            })
    void textAndThoughtsToTheirEnd(String stop, String type, boolean expected) {
        String block = "{\"type\":\"" + type + "\"}";
        String content = "[" + TEXT + "," + block + "]";
        assertEquals(
                expected, is("{\"type\":\"message\",\"content\":" + content + ",\"stop_reason\":\"" + stop + "\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"message\",\"content\":[],\"stop_reason\":\"end_turn\",\"container\":null} | true",
                "{\"type\":\"message\",\"content\":[],\"stop_reason\":\"end_turn\",\"container\":{\"id\":\"c\"}} | false",
                "{\"type\":\"message\",\"content\":\"x\",\"stop_reason\":\"end_turn\"} | false",
                "{\"type\":\"message\",\"content\":[7],\"stop_reason\":\"end_turn\"} | false",
                "{\"type\":\"error\",\"content\":[],\"stop_reason\":\"end_turn\"} | false",
                "{\"type\":\"message\",\"content\":[]} | false",
                "[] | false",
                "no JSON | false"
            })
    void whatIsNoMessageIsNone(String answer, boolean expected) {
        assertEquals(expected, is(answer));
    }

    private static boolean is(String answer) {
        return FinalAnswer.is(answer.getBytes(UTF_8));
    }
}
