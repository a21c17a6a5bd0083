package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.StopReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official SDK must take the fake for the real API. */
class FakeClaudeSdkTest {
    private final FakeClaude claude = FakeClaude.start();
    private final Sdk sdk = Sdk.at(claude.url());

    @AfterEach
    void stop() {
        sdk.close();
        claude.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersPlainAndStreamed(boolean streamed) {
        Message message = sdk.ask(Sdk.ask("c1", "Is EC2_001 – ☂ 𝒳 – up?").build(), streamed);
        assertEquals("Is EC2_001 – ☂ 𝒳 – up?", Sdk.text(message));
        assertEquals(StopReason.END_TURN, message.stopReason().orElseThrow());
        claude.assertClean();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void playsAToolLoopWithSignedThinking(boolean streamed) {
        claude.answer(Scripts.thinking(Scripts.toolLoop()));
        List<Message> turns = sdk.toolLoop(
                Sdk.ask("c1", "Look at EC2_001 and VPC_002").addTool(Sdk.tool()),
                streamed,
                input -> "done: " + input + " in SUBNET_003");
        assertEquals(
                "{\"ids\":[\"EC2_001\",\"VPC_002\"],\"dry_run\":false}",
                Sdk.input(Sdk.toolUses(turns.get(0)).get(0)));
        assertEquals("I saw EC2_001, SUBNET_003, VPC_002.", Sdk.text(turns.get(1)));
        claude.assertClean();
        assertEquals(2, claude.received().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesTokensAsKeysAndJsonInsideJson(boolean streamed) {
        claude.deliver(Delivery.plain().cut(Cutter.every(1)));
        claude.answerNext(Scripts.tokensAsKeys())
                .answerNext(Scripts.nestedJson())
                .answerNext(Scripts.echoInTool());
        List<String> inputs = List.of("k", "n", "e").stream()
                .map(name -> sdk.ask(Sdk.ask(name, "EC2_001 \"x\"\\").build(), streamed))
                .map(message -> Sdk.input(Sdk.toolUses(message).get(0)))
                .toList();
        assertEquals("{\"EC2_001\":{\"seen\":true,\"again\":\"EC2_001\"}}", inputs.get(0));
        assertTrue(inputs.get(1).contains("\\\"{\\\\\\\"id\\\\\\\":"), inputs.get(1));
        assertEquals("{\"command\":\"EC2_001 \\\"x\\\"\\\\\",\"count\":1}", inputs.get(2));
    }

    @Test
    void countsTokensAndListsModels() {
        long count = sdk.client()
                .messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-opus-5-5")
                        .addUserMessage("how long")
                        .build())
                .inputTokens();
        assertTrue(count > 1);
        assertEquals(2, sdk.client().models().list().data().size());
        assertEquals(
                "claude-haiku-4-5-20251001",
                sdk.client().models().retrieve("claude-haiku-4-5-20251001").id());
        claude.assertClean();
    }

    @Test
    void failsAsTheApiDoes() {
        claude.answerNext(Scripts.rateLimited())
                .answerNext(Scripts.overloaded())
                .answerNext(Scripts.quotingError(400));
        for (int status : List.of(429, 529, 400)) {
            AnthropicServiceException failure = assertThrows(
                    AnthropicServiceException.class,
                    () -> sdk.plain(Sdk.ask("c1", "EC2_009").build()));
            assertEquals(status, failure.statusCode());
            assertTrue(failure.requestId().orElseThrow().startsWith("req_fake"));
            if (status == 400) {
                assertTrue(failure.apiMessage().orElseThrow().contains("EC2_009"));
            }
        }
    }

    @Test
    void breaksStreamsWhenAsked() {
        claude.deliver(Delivery.plain().failingAfter(3));
        assertThrows(
                SseException.class, () -> sdk.streamed(Sdk.ask("c1", "hello").build()));
        claude.deliver(Delivery.plain().brokenAfter(3));
        assertThrows(
                AnthropicException.class,
                () -> sdk.streamed(Sdk.ask("c1", "hello").build()));
    }
}
