package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Block;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Question;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Scratch;
import io.awsmasker.testing.Script;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Claude Code as it is installed from npm: it streams, thinks, runs tools on this machine and shows what it is told. It has
 * no batches and no files, counts by asking, and takes no 30 MB from its user.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaudeCodeAcceptanceIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d65";
    private static final String SUBNET = "subnet-08b6e1f4d93c7a052";
    private static final String PROMPT = "Which subnet has " + INSTANCE + "?";

    private final Scene scene = Scene.start();
    private Path home;

    ClaudeCodeAcceptanceIT() {
        scene.claude().forbid(List.of(INSTANCE, SUBNET));
        home = Scratch.folder("claude-code");
    }

    @BeforeEach
    void calm() {
        scene.calm();
        home = Scratch.folder("claude-code");
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertNothingLeaked();
        scene.claude().assertWellFormed();
        assertTrue(!scene.gateway().output().contains(INSTANCE), "an original in the log");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private Program claude(String... options) {
        return ClaudeCode.asks(home, scene.gateway().url(), PROMPT, options);
    }

    private String shown(String... options) {
        String output = claude(options).run(new byte[0]).output();
        assertEquals(List.of(), List.copyOf(Tokens.in(output)), "tokens at the user: " + output);
        return output;
    }

    /** The questions to the model since {@code before}. */
    private List<Received> asked(int before) {
        return scene.claude().received().stream()
                .skip(before)
                .filter(request -> request.path().equals("/v1/messages"))
                .toList();
    }

    /** Says which tokens stand in the prompt of the user. */
    private static final Script NAMES = question ->
            Reply.Message.of(new Block.Text("Found " + String.join(" ", Tokens.in(question.lastUserText())) + ". – ☂"));

    @Test
    void asksAndStreams() {
        scene.claude().answer(NAMES).deliver(Delivery.plain().cut(io.awsmasker.testing.Cutter.every(1)));
        int before = scene.claude().received().size();
        JsonObject result = new JsonObject(shown("--output-format", "json"));
        assertTrue(
                result.getString("result").contains("Found ")
                        && result.getString("result").contains(INSTANCE),
                result.encode());
        JsonObject body = new JsonObject(asked(before).get(0).body());
        assertTrue(body.getBoolean("stream"));
        assertNotEquals(0, body.getJsonArray("tools").size());
    }

    /** 5.32: the first block of the system prompt and the user's id go up as they came. */
    @Test
    void theAttributionStaysAsItIs() {
        int before = scene.claude().received().size();
        shown();
        JsonObject body = new JsonObject(asked(before).get(0).body());
        String first = body.getJsonArray("system").getJsonObject(0).getString("text");
        assertTrue(first.matches("x-anthropic-billing-header: cc_version=[0-9.a-f]+; cc_entrypoint=[a-z-]+;.*"), first);
        assertTrue(Tokens.in(body.getJsonObject("metadata").encode()).isEmpty());
    }

    /** Reads a file of this machine by a real command, whose text the model made of tokens. */
    private Script tool() throws IOException {
        Files.writeString(home.resolve(INSTANCE + ".txt"), "in " + SUBNET + "\n");
        return question -> question.endsWithToolResult()
                ? Reply.Message.of(new Block.Text("It is " + String.join(" ", Tokens.in(question.toolResults())) + "."))
                : Reply.Message.of(new Block.ToolUse(
                        "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                        "Bash",
                        "{\"command\":\"cat " + instance(question) + ".txt\",\"description\":\"Reads a file\"}"));
    }

    private static String instance(Question question) {
        return Tokens.in(question.lastUserText()).stream()
                .filter(token -> token.startsWith("EC2_"))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void playsAToolLoop() throws IOException {
        scene.claude().answer(tool());
        int before = scene.claude().received().size();
        String output = shown("--allowedTools", "Bash");
        assertTrue(output.contains("It is " + SUBNET + "."), output);
        assertTrue(asked(before).size() >= 2);
    }

    @Test
    void playsAToolLoopWithSignedThinking() throws IOException {
        scene.claude().answer(Scripts.thinking(tool()));
        int before = scene.claude().received().size();
        String output = claude("--allowedTools", "Bash").run(new byte[0]).output();
        assertTrue(output.contains("It is " + SUBNET + "."), output);
        List<Received> asked = asked(before);
        assertEquals(2, asked.size(), "the signed thoughts were not taken back");
        assertTrue(asked.get(1).bodyText().contains("\"signature\""));
    }

    @Test
    void repeatsWhatWasRateLimited() {
        scene.claude().answer(NAMES).answerNext(Scripts.rateLimited());
        int before = scene.claude().received().size();
        assertTrue(shown().contains(INSTANCE));
        assertEquals(2, asked(before).size());
    }

    @Test
    void isToldThatClaudeIsOverloaded() {
        scene.claude().answer(Scripts.overloaded());
        String output = shown();
        assertTrue(
                output.contains("529")
                        || output.toLowerCase(java.util.Locale.ROOT).contains("overloaded"),
                output);
    }

    /** It asks again, which is its own doing: a stream that broke off was no answer. */
    @Test
    void asksAgainWhenAStreamWasCut() {
        scene.claude().answer(NAMES).deliver(Delivery.plain().brokenAfter(3));
        int before = scene.claude().received().size();
        String output = shown();
        assertTrue(!output.contains("message_stop"), output);
        assertTrue(asked(before).size() > 1, output);
    }

    /** 5.23 */
    @Test
    void isEndedInMidStream() throws Exception {
        Gate gate = new Gate();
        gate.release(3);
        scene.claude().answer(NAMES).deliver(Delivery.plain().behind(gate));
        int before = scene.claude().received().size();
        Process process = claude().start();
        try {
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> !asked(before).isEmpty());
        } finally {
            process.destroyForcibly();
        }
        assertNotNull(asked(before).get(0).clientGone().get(30, TimeUnit.SECONDS));
    }

    /** What is refused is shown word for word, and asked once. */
    @Test
    void showsWhatGoesAroundTheGateway() {
        int before = scene.claude().requestsBegun();
        String output = claude(
                        "--settings",
                        "{\"env\":{\"CLAUDE_CODE_EXTRA_BODY\":\"{\\\"mcp_servers\\\":[{\\\"type\\\":\\\"url\\\",\\\"url\\\":\\\"https://x.example\\\",\\\"name\\\":\\\"x\\\"}]}\"}}")
                .run(new byte[0])
                .output();
        assertTrue(output.contains("451") && output.contains("mcp_servers"), output);
        assertEquals(0, asked(before).size());
    }

    @Test
    void showsWhatNobodyCanMask() throws IOException {
        byte[] picture = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Files.write(home.resolve("console.png"), picture);
        scene.claude()
                .answer(question -> Reply.Message.of(new Block.ToolUse(
                        "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                        "Read",
                        "{\"file_path\":\"" + home.resolve("console.png") + "\"}")));
        String output = claude("--allowedTools", "Read").run(new byte[0]).output();
        assertTrue(output.contains("415") && output.contains("image"), output);
    }
}
