package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake must notice one changed byte in what came before, in what was answered and in what was signed. */
class ConversationChecksTest {
    private static final String SYSTEM = "\"system\":[{\"type\":\"text\",\"text\":\"You know EC2_001.\"}]";
    private static final String TOOLS = "\"tools\":[{\"name\":\"t\",\"input_schema\":{\"type\":\"object\"}}]";
    private static final String FIRST = "{\"role\":\"user\",\"content\":\"About EC2_001\"}";
    private static final String NEXT = "{\"role\":\"user\",\"content\":\"And?\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeClaude claude = FakeClaude.start().answer(Scripts.thinking(Scripts.echo()));

    @AfterEach
    void stop() {
        claude.close();
    }

    @Test
    void acceptsATurnThatContinuesTheOneBefore() throws Exception {
        String answer = answered(ask(SYSTEM, TOOLS, FIRST));
        assertEquals(200, ask(SYSTEM, TOOLS, FIRST, answer, NEXT).statusCode());
        claude.assertClean();
    }

    @Test
    void reportsTheFirstByteThatDiffers() throws Exception {
        claude.answer(Scripts.echo());
        String answer = answered(ask(SYSTEM, TOOLS, FIRST));
        ask(SYSTEM.replace("EC2_001", "EC2_002"), TOOLS, FIRST, answer, NEXT);
        reports("system differs from the turn before at byte 39");
        ask(SYSTEM, TOOLS.replace(":[", ": ["), FIRST, answer, NEXT);
        ask(SYSTEM, TOOLS.replace("\"t\"", "\"t\" "), FIRST, answer, NEXT);
        reports("tools differs from the turn before at byte 12");
        ask(SYSTEM, TOOLS, FIRST.replace("EC2_001", "EC2_\\u0030\\u0030\\u0031"), answer, NEXT);
        reports("messages[0] differs from the turn before at byte 36");
        ask(SYSTEM, TOOLS, FIRST, NEXT);
        ask(SYSTEM, TOOLS, FIRST, answer, NEXT);
        reports("messages[1] differs from the turn before at byte 9");
    }

    @Test
    void reportsAnAnswerThatCameBackChanged() throws Exception {
        claude.answer(Scripts.echo());
        String answer = answered(ask(SYSTEM, TOOLS, FIRST));
        ask(SYSTEM, TOOLS, FIRST, answer.replace("EC2_001", "EC2_002"), NEXT);
        reports("messages[1].content[0].text is not what was answered");
    }

    @Test
    void refusesSignedBlocksThatChanged() throws Exception {
        String answer = answered(ask(SYSTEM, TOOLS, FIRST));
        refuses(SignedBlocks.MODIFIED, SYSTEM, TOOLS, FIRST, answer.replace("Let me", "Let us"), NEXT);
        refuses(SignedBlocks.MODIFIED, SYSTEM, TOOLS, FIRST, answer.replace("RW5jcn", "RW5jcm"), NEXT);
        refuses(SignedBlocks.UNKNOWN, SYSTEM, TOOLS, FIRST, answer.replace("EqQB", "EqQC"), NEXT);
        refuses(SignedBlocks.ELSEWHERE, SYSTEM, TOOLS, FIRST.replace("About", "about"), answer, NEXT);
        refuses(SignedBlocks.ELSEWHERE, SYSTEM.replace("You", "you"), TOOLS, FIRST, answer, NEXT);
    }

    /** As Claude Code does when the place that it marks for the cache moves on. */
    @Test
    void takesSignedBlocksBehindTheSameTextInAnotherForm() throws Exception {
        String blocks = "[{\"type\":\"text\",\"text\":\"About EC2_001\",\"cache_control\":{\"type\":\"ephemeral\"}}]";
        String marked = "{\"role\":\"user\",\"content\":" + blocks + "}";
        String answer = answered(ask(SYSTEM, TOOLS, marked));
        String plain = "{\"role\":\"user\",\"content\":\"About EC2_001\"}";
        assertEquals(200, ask(SYSTEM, TOOLS, plain, answer, NEXT).statusCode());
        refuses(SignedBlocks.ELSEWHERE, SYSTEM, TOOLS, plain.replace("001", "002"), answer, NEXT);
    }

    private void refuses(String reason, String system, String tools, String... messages) throws Exception {
        HttpResponse<String> answer = ask(system, tools, messages);
        assertEquals(400, answer.statusCode());
        String message = new JsonObject(answer.body()).getJsonObject("error").getString("message");
        assertTrue(message.endsWith(": " + reason), message);
    }

    private void reports(String text) {
        String report = String.valueOf(
                assertThrows(AssertionError.class, claude::assertPrefixesHeld).getMessage());
        assertTrue(report.contains(text), report);
    }

    private static String answered(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return "{\"role\":\"assistant\",\"content\":"
                + new JsonObject(answer.body()).getJsonArray("content").encode() + "}";
    }

    private HttpResponse<String> ask(String system, String tools, String... messages)
            throws IOException, InterruptedException {
        String body = "{\"model\":\"m\",\"max_tokens\":9," + system + "," + tools + ",\"messages\":["
                + String.join(",", messages) + "]}";
        return client.send(Questions.post(claude.url(), body).build(), BodyHandlers.ofString());
    }
}
