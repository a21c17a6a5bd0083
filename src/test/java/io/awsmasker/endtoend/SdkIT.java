package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import io.awsmasker.testing.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The official SDK with real command output: nothing identifying goes up, everything comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkIT {
    private final Scene scene = Scene.start();
    private final Sdk sdk = Sdk.at(scene.gateway().url());

    static Stream<Sample> own() {
        return Sample.own().stream();
    }

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        sdk.close();
        scene.close();
    }

    @ParameterizedTest
    @MethodSource("own")
    void masksAndRestoresCommandOutput(Sample sample) {
        scene.roundTrip(sdk, sample);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void playsAToolLoop(boolean streamed) {
        scene.claude().answer(Scripts.thinking(Scripts.toolLoop()));
        Sample instances = Sample.own().get(0);
        Sample database = Sample.own().get(2);
        scene.claude().forbid(instances.originals()).forbid(database.originals());
        List<Message> turns = sdk.toolLoop(
                Sdk.ask(UUID.randomUUID().toString(), instances.text())
                        .system("You look after vpc-07d1c93be5a24f680.")
                        .addTool(Sdk.tool()),
                streamed,
                input -> {
                    assertEquals(List.of(), List.copyOf(Tokens.in(input)), "tokens reached the tool");
                    assertTrue(input.contains("i-04be7d19a3c852f60"), input);
                    return database.text();
                });
        String last = Sdk.text(turns.get(1));
        assertEquals(List.of(), List.copyOf(Tokens.in(last)), "tokens reached the client");
        assertTrue(last.contains("subnet-08b6e1f4d93c7a052"), last);
        scene.claude().assertClean();
    }

    @Test
    void threeTurnsStayAPrefixOfEachOther() {
        var question = Sdk.ask(UUID.randomUUID().toString(), Sample.own().get(3).text());
        for (String next : List.of("And EC2_001, i-0d4c3b2a19f8e7d65?", "Compare it with 10.46.121.9.", "Thanks.")) {
            scene.claude().answer(Scripts.thinking(Scripts.echo()));
            Message answer = sdk.plain(question.build());
            question.addMessage(answer).addUserMessage(next);
        }
        sdk.streamed(question.build());
        scene.claude().assertClean();
    }

    @Test
    void countsTokensAndListsModels() {
        Sample sample = Sample.own().get(1);
        scene.claude().forbid(sample.originals());
        assertTrue(sdk.client()
                        .messages()
                        .countTokens(MessageCountTokensParams.builder()
                                .model("claude-opus-5-5")
                                .addUserMessage(sample.text())
                                .build())
                        .inputTokens()
                > 1);
        assertEquals(2, sdk.client().models().list().data().size());
        scene.claude().assertClean();
    }

    @Test
    void passesErrorsOnWithOriginalsRestored() {
        scene.claude()
                .answerNext(Scripts.rateLimited())
                .answerNext(Scripts.overloaded())
                .answerNext(Scripts.quotingError(400));
        for (int status : List.of(429, 529, 400)) {
            AnthropicServiceException failure = assertThrows(
                    AnthropicServiceException.class,
                    () -> sdk.plain(
                            Sdk.ask("errors", "look at i-0d4c3b2a19f8e7d65").build()));
            assertEquals(status, failure.statusCode());
            assertTrue(failure.requestId().orElseThrow().startsWith("req_fake"), "request-id of Claude");
            if (status == 400) {
                assertEquals(
                        "Cannot use this: look at i-0d4c3b2a19f8e7d65",
                        failure.apiMessage().orElseThrow());
            }
        }
    }
}
