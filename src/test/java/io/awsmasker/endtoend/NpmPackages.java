package io.awsmasker.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The clients that live in the registry of npm, installed once per build from the versions in {@code clients/package.json}. */
public final class NpmPackages {
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final List<String> INSTALL = List.of(
            "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--fetch-retries=1");

    private NpmPackages() {}

    /** The folder with the packages and the programs that use them; skips the test where npm or its registry is not to be had. */
    public static synchronized Path installed() {
        boolean npm = Program.isOnPath("npm") && Program.isOnPath("node");
        Assumptions.assumeTrue(npm, "npm is not on the path: the clients that it installs are not tested");
        try {
            Files.createDirectories(FOLDER);
            for (String name : List.of("package.json", "acceptance.js", "streams.js")) {
                try (InputStream in =
                        Objects.requireNonNull(NpmPackages.class.getResourceAsStream("/clients/" + name), name)) {
                    Files.copy(in, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path sdk = FOLDER.resolve("node_modules/@anthropic-ai/sdk/package.json");
        if (!Files.exists(sdk)) {
            Program.Ended ended = new Program(FOLDER, INSTALL, registry()).run(new byte[0]);
            Assumptions.assumeTrue(
                    ended.status() == 0, "the npm registry has not given the clients: they are not tested");
        }
        return FOLDER;
    }

    /** What a program of Node.js among the packages makes of its input; skips the test like {@link #installed}. */
    public static String output(String program, String argument, String input) {
        return new Program(installed(), List.of("node", program, argument), Map.of())
                .run(input.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .output();
    }

    /** Where npm is told to look: its own settings of this machine, which are the user's business. */
    private static Map<String, String> registry() {
        return Map.of("HOME", System.getProperty("user.home"));
    }
}
