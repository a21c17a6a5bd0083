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
import io.awsmasker.testing.Tokens;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every client of the field must be able to do through the gateway. Each act also runs without it, against a second
 * fake: what the client sees must be the same, and so must the bytes that it sent, once tokens are read as what they hide.
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
        direct.answer(Scripts.echo());
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

    /** The act with the gateway and without it. */
    private Outcome same(Act act, Script script) {
        return same(act, script, task(TEXT));
    }

    private Outcome same(Act act, Script script, Task task) {
        scene.claude().answer(script);
        direct.answer(script);
        int before = scene.claude().received().size();
        int beforeDirect = direct.received().size();
        Outcome expected = client.act(act, direct.url(), task);
        Outcome outcome = client.act(act, scene.gateway().url(), task);
        assertEquals(List.of(), List.copyOf(Tokens.in(outcome.toString())), "tokens at the client");
        List<Received> sent = direct.received();
        List<Received> arrived = scene.claude().received();
        assertEquals(sent.size() - beforeDirect, arrived.size() - before);
        Map<String, String> originals = originals();
        for (int i = 0; i < sent.size() - beforeDirect; i++) {
            Received bare = sent.get(beforeDirect + i);
            Received masked = arrived.get(before + i);
            assertEquals(bare.method(), masked.method());
            assertEquals(headers(bare), headers(masked));
            if (act != Act.FILE && act != Act.BATCH) {
                assertEqual(bare.bodyText(), restored(masked.bodyText(), originals), act + ", request " + i);
            }
        }
        if (act != Act.BATCH) {
            assertEquals(expected, outcome);
        }
        return outcome;
    }

    /** Says where two texts differ, and not all of both. */
    private static void assertEqual(String expected, String actual, String what) {
        if (!expected.equals(actual)) {
            int at = Arrays.mismatch(expected.toCharArray(), actual.toCharArray());
            throw new AssertionError(what + " differs at character " + at + ": " + around(expected, at) + " became "
                    + around(actual, at));
        }
    }

    private static String around(String text, int at) {
        return "\"" + text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30)) + "\"";
    }

    /** What the protocol's own headers say. */
    private static Map<String, String> headers(Received request) {
        return request.headers().entries().stream()
                .filter(header ->
                        header.getKey().toLowerCase(java.util.Locale.ROOT).matches("anthropic-.*|x-stainless.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, String> originals() {
        String all = TEXT + "\n" + TOOL_OUTPUT + "\n" + NAME;
        return scene.preview(all).getJsonArray("identifiers").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(
                        found -> found.getString("token"),
                        found -> all.substring(
                                all.offsetByCodePoints(0, found.getInteger("start")),
                                all.offsetByCodePoints(0, found.getInteger("end"))),
                        (one, same) -> one));
    }

    private static String restored(String text, Map<String, String> originals) {
        return Tokens.TOKEN
                .matcher(text)
                .replaceAll(token ->
                        java.util.regex.Matcher.quoteReplacement(originals.getOrDefault(token.group(), token.group())));
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

    /** The thoughts come back masked, so the bytes differ from those of the same conversation without a gateway. */
    @ParameterizedTest
    @EnumSource(names = {"TOOLS", "TOOLS_STREAMED"})
    void playsAToolLoopWithSignedThinking(Act act) {
        scene.claude().answer(Scripts.thinking(TOOL));
        Outcome outcome = client.act(act, scene.gateway().url(), task("think: " + TEXT));
        assertEquals("", outcome.message());
        assertEquals(List.of("think: " + TEXT), outcome.inputs());
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
        scene.claude().answerNext(Scripts.rateLimited());
        assertEquals(List.of(TEXT), act(Act.RETRIED).texts());
        assertEquals(before + 2, scene.claude().requestsBegun());
        List<Received> two = scene.claude().received().subList(before, before + 2);
        assertEquals(two.get(0).bodyText(), two.get(1).bodyText());
    }

    @Test
    void isToldThatClaudeIsOverloaded() {
        int before = scene.claude().requestsBegun();
        scene.claude().answer(Scripts.overloaded());
        Outcome outcome = act(Act.PLAIN);
        assertEquals(529, outcome.status());
        assertTrue(outcome.message().contains("Overloaded"), outcome.message());
        assertEquals(before + 1, scene.claude().requestsBegun());
    }

    @Test
    void seesThatAStreamWasCut() {
        scene.claude().deliver(Delivery.plain().brokenAfter(5));
        Outcome outcome = act(Act.STREAMED);
        assertEquals(List.of(), outcome.texts());
        assertTrue(!outcome.message().isEmpty());
    }

    /** 5.23 */
    @Test
    void givesUpAStream() throws Exception {
        Gate gate = new Gate();
        gate.release(4);
        scene.claude().deliver(Delivery.plain().behind(gate));
        int before = scene.claude().received().size();
        act(Act.ABORT);
        Awaitility.await().until(() -> scene.claude().received().size() > before);
        assertNotNull(scene.claude().last().clientGone().get(30, TimeUnit.SECONDS));
    }

    /** 5.20, 5.21 */
    @Test
    void sendsThirtyMegabytes() {
        String text = TEXT + "\na line of some log without anything in it".repeat((1 << 20) / 42) + " " + INSTANCE;
        assertEquals(
                List.of("read"),
                same(Act.LARGE, Scripts.saying("read"), task(text)).texts());
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
