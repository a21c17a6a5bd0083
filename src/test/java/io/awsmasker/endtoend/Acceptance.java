package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.ApiClient.Outcome;
import io.awsmasker.endtoend.ApiClient.Task;
import io.awsmasker.testing.Block;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Script;
import io.awsmasker.testing.Scripts;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every client of the field must be able to do through the gateway, as it does without it: refusals are all that may
 * differ.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Acceptance {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d65";
    private static final String SUBNET = "subnet-08b6e1f4d93c7a052";
    private static final String ACCOUNT = "604719283055";
    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/payments-reader-7741";
    private static final String TEXT =
            "☂ why is \"" + INSTANCE + "\" slow?\n\t" + ROLE + " – naïve 𝒳 \\ " + INSTANCE + "!";
    private static final String TOOL_OUTPUT = "{\"SubnetId\": \"" + SUBNET + "\", \"at\": \"" + INSTANCE + "\"}";
    private static final String NAME = "about-" + INSTANCE;
    private static final Script TOOL = question -> question.endsWithToolResult()
            ? Reply.Message.of(new Block.Text("I saw " + question.toolResults() + "."))
            : Scripts.tool("{\"command\": " + Json.encode(question.lastUserText()) + "}");
    private static final int LARGE = 30 << 20;

    private final Scene scene = Scene.start();
    private final FakeClaude direct = FakeClaude.start();
    private final ApiClient client;

    Acceptance(ApiClient client) {
        this.client = client;
        scene.claude().forbid(List.of(INSTANCE, SUBNET, ACCOUNT, "payments-reader-7741"));
    }

    @BeforeEach
    void calm() {
        scene.calm();
        direct.answer(Scripts.echo()).deliver(Delivery.plain());
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertClean();
        assertTrue(!scene.gateway().output().contains(INSTANCE), "an original in the log");
    }

    @AfterAll
    void close() {
        direct.close();
        scene.close();
    }

    /** A conversation of its own. */
    private static Task task(String text) {
        return new Task(UUID.randomUUID().toString(), text, TOOL_OUTPUT, NAME);
    }

    private Outcome act(Act act) {
        return client.act(act, scene.gateway().url(), task(TEXT));
    }

    /** The act with the gateway, after the same without it. */
    private Outcome same(Act act, Script script) {
        return sameAgainst(act, claude -> claude.answer(script));
    }

    private Outcome sameAgainst(Act act, Consumer<FakeClaude> setting) {
        return new Comparison(scene, direct, client).of(act, task(TEXT), setting);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "STREAMED"})
    void asks(Act act) {
        assertEquals(List.of(TEXT), same(act, Scripts.echo()).texts());
    }

    @ParameterizedTest
    @EnumSource(names = {"TOOLS", "TOOLS_STREAMED"})
    void playsAToolLoop(Act act) {
        Outcome outcome = same(act, TOOL);
        assertEquals(List.of(TEXT), outcome.inputs());
        assertEquals(List.of("I saw " + TOOL_OUTPUT + "."), outcome.texts());
    }

    @ParameterizedTest
    @EnumSource(names = {"TOOLS", "TOOLS_STREAMED"})
    void playsAToolLoopWithSignedThinking(Act act) {
        Outcome outcome = same(act, Scripts.thinkingAloud(TOOL));
        assertEquals("", outcome.message());
        assertEquals(List.of(TEXT), outcome.inputs());
        assertEquals(List.of("I saw " + TOOL_OUTPUT + "."), outcome.texts());
        assertTrue(scene.claude().last().bodyText().contains("\"signature\""));
    }

    @Test
    void countsTokens() {
        assertEquals(List.of("true"), same(Act.COUNT, Scripts.echo()).texts());
    }

    /** 5.26: results are read where the client looks for them, and that is the gateway. */
    @Test
    void readsTheResultsOfABatch() {
        List<String> texts = same(Act.BATCH, Scripts.echo()).texts();
        assertEquals(List.of(NAME, TEXT), texts.subList(0, 2));
        assertTrue(texts.get(2).startsWith(scene.gateway().url() + "/"), texts.get(2));
    }

    /** 5.27 */
    @Test
    void uploadsAndUsesAFile() {
        assertEquals(
                List.of(NAME + ".txt", TEXT, TEXT),
                same(Act.FILE, Scripts.echo()).texts());
    }

    /** 5.25: the client repeats what was rate-limited, and nobody else does. */
    @Test
    void repeatsWhatWasRateLimited() {
        int before = scene.claude().requestsBegun();
        Outcome outcome =
                sameAgainst(Act.RETRIED, claude -> claude.answer(Scripts.echo()).answerNext(Scripts.rateLimited()));
        assertEquals(List.of(TEXT), outcome.texts());
        assertEquals(before + 2, scene.claude().requestsBegun());
        List<Received> two = scene.claude().received().subList(before, before + 2);
        assertEquals(two.get(0).bodyText(), two.get(1).bodyText());
    }

    @Test
    void isToldThatClaudeIsOverloaded() {
        int before = scene.claude().requestsBegun();
        Outcome outcome = same(Act.PLAIN, Scripts.overloaded());
        assertEquals(529, outcome.status());
        assertTrue(outcome.message().contains("Overloaded"), outcome.message());
        assertEquals(before + 1, scene.claude().requestsBegun());
    }

    @Test
    void seesThatAStreamWasCut() {
        Outcome outcome = sameAgainst(
                Act.STREAMED,
                claude -> claude.answer(Scripts.saying("Well, this is how an answer begins that never ends"))
                        .deliver(Delivery.plain().brokenAfter(4)));
        assertEquals(List.of(), outcome.texts());
        assertTrue(!outcome.message().isEmpty());
    }

    /** 5.23 */
    @Test
    void givesUpAStream() throws Exception {
        int before = scene.claude().received().size();
        sameAgainst(Act.ABORT, claude -> {
            Gate gate = new Gate();
            gate.release(4);
            claude.answer(Scripts.echo()).deliver(Delivery.plain().behind(gate));
        });
        assertTrue(scene.claude().received().size() > before);
        assertNotNull(direct.last().clientGone().get(30, TimeUnit.SECONDS));
        assertNotNull(scene.claude().last().clientGone().get(30, TimeUnit.SECONDS));
    }

    /** 5.20, 5.21 */
    @Test
    void sendsThirtyMegabytes() {
        String text = TEXT + "\na line of some log without anything in it".repeat((1 << 20) / 42) + " " + INSTANCE;
        Outcome outcome = new Comparison(scene, direct, client)
                .of(Act.LARGE, task(text), claude -> claude.answer(Scripts.saying("read")));
        assertEquals(List.of("read"), outcome.texts());
        assertTrue(scene.claude().last().body().length() > LARGE);
    }

    @Test
    void isToldWhatNobodyCanMask() {
        refused(Act.IMAGE, 415, "messages[0].content[0]");
    }

    @Test
    void isToldWhatGoesAroundTheGateway() {
        refused(Act.URL, 451, "messages[0].content[0]");
    }

    private void refused(Act act, int status, String place) {
        int before = scene.claude().requestsBegun();
        Outcome outcome = act(act);
        assertEquals(status, outcome.status());
        assertTrue(outcome.message().contains(place), outcome.message());
        assertEquals(before, scene.claude().requestsBegun());
    }
}
