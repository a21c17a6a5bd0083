package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.models.messages.Message;
import io.awsmasker.testing.Block;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations over two instances that share nothing but Redis: Claude sees each turn begin with the one before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationIT {
    private static final String INVENTED = "i-0fedcba9876543210";

    private final Scene scene = Scene.start();
    private final PackagedGateway second = PackagedGateway.start(
            Scene.settings(scene.claude(), scene.redis().port(), Map.of("MASKER_THINKING", "restored")));
    private final Sdk one = Sdk.at(scene.gateway().url());
    private final Sdk other = Sdk.at(second.url());

    ConversationIT() {
        second.awaitReady(200);
    }

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        one.close();
        other.close();
        second.close();
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("5.5 5.7 5.12 signed thoughts, invented ids and names that become known late")
    void turnsStayPrefixesOnTwoInstances(boolean streamed) {
        var question = Sdk.ask(UUID.randomUUID().toString(), "why is acme-billing-7 closed to i-0d4c3b2a19f8e7d65?")
                .system("You look after vpc-07d1c93be5a24f680.");
        int turn = 0;
        for (String next : List.of(
                "{\"Bucket\": \"acme-billing-7\"}",
                "And acme-billing-7 from " + INVENTED + "?",
                "EC2_001, 10.46.121.9?",
                "ok")) {
            scene.claude()
                    .answer(Scripts.blocks(
                            new Block.Thinking("Is it " + INVENTED + " or EC2_001 in acme-billing-7? ☂", ""),
                            new Block.Text("EC2_001-VPC_001 or " + INVENTED + ", says acme-billing-7.")));
            Message answer = (turn++ % 2 == 0 ? one : other).ask(question.build(), streamed);
            assertTrue(Sdk.text(answer).contains("i-0d4c3b2a19f8e7d65-vpc-07d1c93be5a24f680"), Sdk.text(answer));
            question.addMessage(answer).addUserMessage(next);
        }
        one.ask(question.build(), streamed);
        scene.claude().assertClean();
        String last = scene.claude().last().bodyText();
        assertTrue(last.contains("why is acme-billing-7 closed"), "what had left stays");
        assertTrue(last.contains("And BUCKET_001 from EC2_"), last);
    }

    @Test
    @DisplayName("5.11 an altered token is only a word")
    void alteredTokensStay() {
        scene.claude().answer(Scripts.altering(token -> token.toLowerCase(java.util.Locale.ROOT)));
        String text =
                Sdk.text(one.plain(Sdk.ask("altered", "see i-0d4c3b2a19f8e7d65").build()));
        assertTrue(text.matches("see ec2_\\d{3}"), text);
    }

    /** A type of a block and a field of the body, both masked, and two in a place where anything may stand. */
    @Test
    @DisplayName("5.39 what this version does not know is counted")
    void theUnfamiliarIsCounted() {
        String block = "{\"type\":\"of_tomorrow\",\"text\":\"hello\"}";
        String tool = "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"n\",\"input\":{\"type\":\"x\",\"new\":1}}";
        String body =
                "{\"model\":\"m\",\"max_tokens\":9,\"of_tomorrow\":{},\"messages\":[{\"role\":\"user\",\"content\":["
                        + block + "]},{\"role\":\"assistant\",\"content\":[" + tool + "]}]}";
        assertEquals(200, scene.post(body).statusCode());
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        List.of(1.0, 1.0),
                        List.of(
                                scene.gateway().meter("masker_unfamiliar_total{in=\"block\"}"),
                                scene.gateway().meter("masker_unfamiliar_total{in=\"body\"}"))));
        assertEquals(2, scene.gateway().meter("masker_unfamiliar_total"));
    }

    @Test
    @DisplayName("5.37 5.31 refusals reach the SDK with their path, once")
    void refusals() {
        int before = scene.claude().requestsBegun();
        var answer = scene.post("{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":"
                + "\"i-0d4c3b2a19f8e7d65\"}],\"tools\":[{\"name\":\"d\",\"strict\":true,\"input_schema\":"
                + "{\"properties\":{\"id\":{\"type\":\"string\",\"pattern\":\"^i-[0-9a-f]+$\"}}}}]}");
        assertEquals(451, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("tools[0].input_schema"), answer.body());
        assertEquals("false", answer.headers().firstValue("x-should-retry").orElse(""));
        assertEquals("true", answer.headers().firstValue("x-masked-response").orElse(""));
        assertEquals(before, scene.claude().requestsBegun());
    }
}
