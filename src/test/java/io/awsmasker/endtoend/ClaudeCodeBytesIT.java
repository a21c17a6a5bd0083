package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Block;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Meaning;
import io.awsmasker.testing.RawJson;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Scratch;
import io.awsmasker.testing.Script;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 5.7: what Claude Code sends in a loop of tools with signed thoughts, beside what it sends without the gateway: the same to the
 * byte, once tokens are read as what they hide; and each turn begins with all of the turn before.
 */
@Tag("clients")
class ClaudeCodeBytesIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d65";
    private static final String SUBNET = "subnet-08b6e1f4d93c7a052";
    private static final String PROMPT = "Which subnet has " + INSTANCE + "?";
    /** An address in its own prompt. */
    private static final String CO_AUTHOR = "Claude <noreply@anthropic.com>";

    private static final Pattern NAMED = Pattern.compile("Which subnet has (\\S+)\\?");

    /** Its ids of sessions and machines, the digest of its conversation, signatures of the fake. */
    private static final String OF_A_RUN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|\\b[0-9a-f]{64}\\b|\"signature\":\"[^\"]+\"";

    /** Reads a file of this machine by a real command, whose text is made of what the user named. */
    private static final Script TOOL = question -> question.endsWithToolResult()
            ? Reply.Message.of(new Block.Text("It is " + question.toolResults() + "."))
            : Reply.Message.of(new Block.ToolUse(
                    "toolu_01T1x1fJ34qAmk2tNTrN7Up6",
                    "Bash",
                    "{\"command\":\"cat " + named(question.lastUserText())
                            + ".txt\",\"description\":\"Reads a file\"}"));

    private static String named(String text) {
        Matcher named = NAMED.matcher(text);
        return named.find() ? named.group(1) : "nothing";
    }

    /** What a program has shown, and what the upstream has got of it. */
    private record Run(String shown, List<Received> asked) {}

    private static Run run(FakeClaude claude, String url) throws IOException {
        claude.answer(Scripts.thinkingAloud(TOOL));
        Path home = Scratch.folder("claude-code");
        Files.writeString(home.resolve(INSTANCE + ".txt"), "in " + SUBNET + "\n");
        String shown = ClaudeCode.asks(home, url, PROMPT, "--allowedTools", "Bash")
                .run(new byte[0])
                .output();
        List<Received> asked = claude.received().stream()
                .filter(request -> request.path().equals("/v1/messages"))
                .toList();
        return new Run(ofNoRun(shown, home), asked);
    }

    /** The folder stands in paths, and with hyphens in names. */
    private static String ofNoRun(String text, Path home) {
        return text.replace(home.toString(), "HOME").replace(home.toString().replace('/', '-'), "HOME");
    }

    @Test
    void sendsTheSameBytesAsWithoutTheGateway() throws IOException {
        try (Scene scene = Scene.start();
                FakeClaude direct = FakeClaude.start()) {
            scene.claude().forbid(List.of(INSTANCE, SUBNET));
            Run bare = run(direct, direct.url());
            Run masked = run(scene.claude(), scene.gateway().url());

            assertEquals(bare.shown(), masked.shown());
            assertTrue(masked.shown().contains("It is in " + SUBNET), masked.shown());
            assertEquals(List.of(), List.copyOf(Tokens.in(masked.shown())));
            Map<String, String> originals = Comparison.originals(scene, PROMPT + "\n" + SUBNET + "\n" + CO_AUTHOR);
            assertEquals(2, bare.asked().size());
            assertEquals(2, masked.asked().size());
            for (int i = 0; i < 2; i++) {
                Comparison.assertEqual(
                        content(bare.asked().get(i)),
                        Comparison.restored(content(masked.asked().get(i)), originals),
                        "request " + i);
            }
            assertTrue(Meaning.continues(
                    RawJson.of(masked.asked().get(0).body()),
                    RawJson.of(masked.asked().get(1).body())));
            scene.claude().assertNothingLeaked();
            scene.claude().assertWellFormed();
        }
    }

    private static String content(Received request) {
        String home = "[^\\s\"]*claude-code[0-9]+";
        return request.bodyText().replaceAll(OF_A_RUN, "").replaceAll(home, "HOME");
    }
}
