package io.awsmasker.gateway.settings;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.redis.Lookup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key for Claude in a file: checked at the start, and taken up anew when the file changes. */
class UpstreamKeyTest {
    @TempDir
    Path folder;

    private static UpstreamKey read(List<String> problems, String... settings) {
        Map<String, String> all = settings.length == 2
                ? Map.of(settings[0], settings[1])
                : Map.of(settings[0], settings[1], settings[2], settings[3]);
        Lookup lookup = new Lookup(name -> Optional.ofNullable(all.get(name)));
        UpstreamKey key = UpstreamKey.read(lookup);
        problems.addAll(lookup.problems());
        return key;
    }

    private static void assertProblem(String expected, String... settings) {
        List<String> problems = new ArrayList<>();
        read(problems, settings);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains(expected), problems.toString());
    }

    @Test
    void aChangedFileIsTakenUp() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "sk-first\n");
        UpstreamKey key = read(new ArrayList<>(), "api-key-file", file.toString(), "ANTHROPIC_API_KEY", "sk-old");
        assertEquals("sk-first", key.value());
        Vertx vertx = Vertx.vertx();
        try {
            key.follow(vertx);
            replace(file, "sk-second");
            await().until(key::value, "sk-second"::equals);
        } finally {
            vertx.close();
        }
    }

    private void replace(Path file, String content) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void whatIsWrongWithTheFileIsToldAtTheStart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path key = Files.writeString(folder.resolve("key"), "sk-1");
        assertProblem(
                "api-key-file: the file cannot be read",
                "api-key-file",
                folder.resolve("none").toString());
        assertProblem("api-key-file: the file is empty", "api-key-file", empty.toString());
        assertProblem("api-key: is set, and so is api-key-file", "api-key-file", key.toString(), "api-key", "sk-2");
    }
}
