package io.awsmasker.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Claude Code as it is installed from npm, for one question that it is asked without a terminal. */
final class ClaudeCode {
    private ClaudeCode() {}

    /**
     * The program; skips the test where npm has none for this machine.
     *
     * @param home where it works and keeps what it knows
     */
    static Program asks(Path home, String url, String prompt, String... options) {
        Path program = NpmPackages.installed().resolve("node_modules/@anthropic-ai/claude-code-linux-x64/claude");
        Assumptions.assumeTrue(Files.isExecutable(program), "Claude Code has no program for this machine");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-p", prompt));
        command.addAll(List.of(options));
        return new Program(
                home,
                command,
                Map.of(
                        "CLAUDE_CONFIG_DIR", home.resolve(".claude").toString(),
                        "ANTHROPIC_BASE_URL", url,
                        "ANTHROPIC_AUTH_TOKEN", "test-only",
                        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
                        "CLAUDE_CODE_MAX_RETRIES", "2"));
    }
}
