package io.awsmasker.gateway.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.redis.Lookup;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's own key for Claude, from a setting, or from a file that an orchestrator replaces when the key rotates. */
public final class UpstreamKey {
    private static final String KEY = "api-key";
    private static final String FILE = "api-key-file";
    private static final String OLD = "ANTHROPIC_API_KEY";
    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final @Nullable Path file;
    private volatile String value;

    private UpstreamKey(@Nullable Path file, String value) {
        this.file = file;
        this.value = value;
    }

    static UpstreamKey read(Lookup upstream) {
        Optional<String> name = upstream.text(FILE);
        if (name.isPresent()) {
            return inFile(upstream, name.get());
        }
        Optional<String> key = upstream.text(KEY, OLD);
        key.filter(text -> !isKey(text))
                .ifPresent(bad -> upstream.problem(KEY, "holds characters that no key has; copy it again", OLD));
        return new UpstreamKey(null, key.orElse(""));
    }

    private static UpstreamKey inFile(Lookup upstream, String name) {
        if (upstream.isSet(KEY)) {
            upstream.problem(KEY, "is set, and so is " + FILE + "; set only one of them");
        }
        try {
            Path path = Path.of(name);
            String key = Files.readString(path, UTF_8).strip();
            if (!isKey(key)) {
                upstream.problem(FILE, "the file is empty or holds characters that no key has; write the key into it");
            }
            return new UpstreamKey(path, key);
        } catch (IOException | InvalidPathException e) {
            upstream.problem(FILE, "the file cannot be read; set it to the path of a file that holds the key");
            return new UpstreamKey(null, "");
        }
    }

    private static boolean isKey(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** Whether there is one; none passes the clients' own on. */
    public boolean isPresent() {
        return !value.isEmpty();
    }

    /** The key as it is now. */
    public String value() {
        return value;
    }

    /** From now on takes up a changed file within about a second; one that holds no key changes nothing. */
    public void follow(Vertx vertx) {
        Path followed = file;
        if (followed != null) {
            vertx.setPeriodic(
                    AGAIN_AFTER_MILLIS,
                    timer -> vertx.fileSystem()
                            .readFile(followed.toString())
                            .map(content -> content.toString(UTF_8).strip())
                            .onSuccess(key -> value = isKey(key) ? key : value));
        }
    }
}
