package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The program as its container confines it: user 1001 without privileges, every file system read-only, environment variables
 * only, 256 MB, and the options of its image. Where the tests may not confine a process, this is skipped with a message.
 */
class ConfinedStartIT {
    private static final String USER = "1001";
    private static final long MEBIBYTES = 256;

    /** The status of a process that was sent signal 9. */
    private static final int KILLED = 137;

    private static final Pattern OPTION = Pattern.compile("\"(-XX:(?!AOT)[^\"]+)\"");

    /** Joins a control group, enters a mount namespace in which every file system is read-only, becomes another user. */
    private static final List<String> LAUNCHER = List.of(
            "unshare",
            "--mount",
            "sh",
            "-ec",
            "echo $$ > $0/cgroup.procs; mount --make-rprivate /; for m in / /tmp /dev/shm /run; do "
                    + "if mountpoint -q $m; then mount -o remount,bind,ro $m; fi; done; "
                    + "exec setpriv --reuid " + USER + " --regid " + USER + " --clear-groups --no-new-privs \"$@\"");

    @Test
    void confinementConfines() throws Exception {
        try (MemoryLimit limit = limit()) {
            assertTrue(ends(limit, 0, "true"));
            assertTrue(ends(limit, 1, "touch", "/tmp/written"), "the file system is not read-only");
            assertTrue(ends(limit, KILLED, "dd", "if=/dev/zero", "of=/dev/null", "bs=1G", "count=1"), "memory is free");
        }
    }

    @Test
    void servesWithoutPrivilegesFilesAndMuchMemory() throws Exception {
        try (MemoryLimit limit = limit()) {
            serves(limit);
            System.out.println("confined start: at most " + (limit.peak() >> 20) + " MiB of " + MEBIBYTES);
        }
    }

    private static MemoryLimit limit() throws Exception {
        Optional<MemoryLimit> limit = MemoryLimit.of(MEBIBYTES << 20);
        assumeTrue(limit.isPresent(), "this user may not limit the memory of a process (needs root and cgroups)");
        boolean confined = ends(limit.get(), 0, "true");
        if (!confined) {
            limit.get().close();
        }
        assumeTrue(confined, "this user may not confine a process (needs unshare and setpriv)");
        return limit.get();
    }

    private static List<String> launcher(MemoryLimit limit) {
        return Stream.concat(LAUNCHER.stream(), Stream.of(limit.group().toString()))
                .toList();
    }

    private static void serves(MemoryLimit limit) throws Exception {
        List<String> options = new ArrayList<>(PackagedGateway.isNativeAsked() ? List.of() : optionsOfTheImage());
        options.add("-Djava.io.tmpdir=/nowhere");
        try (FakeClaude claude = FakeClaude.start();
                RealRedis redis = RealRedis.start();
                PackagedGateway gateway = PackagedGateway.startBy(
                        launcher(limit),
                        Scene.settings(claude, redis.port(), Map.of()),
                        options.toArray(String[]::new))) {
            gateway.awaitReady(200);
            claude.forbid(List.of("i-0d4c3b2a19f8e7d65"));
            for (int i = 0; i < 200; i++) {
                ask(gateway, "about i-0d4c3b2a19f8e7d65, for the " + i + "th time");
            }
            ask(gateway, "about i-0d4c3b2a19f8e7d65, at length. ".repeat(100_000));
            claude.assertClean();
            assertEquals(List.of(), gateway.files());
            assertEquals(0, gateway.stop());
        }
    }

    private static void ask(PackagedGateway gateway, String question) throws Exception {
        HttpRequest request =
                Questions.post(gateway.url(), Questions.body(question)).build();
        assertEquals(question, Scene.text(gateway.send(request)));
    }

    private static List<String> optionsOfTheImage() throws IOException {
        return OPTION.matcher(Files.readString(Path.of("src/main/docker/Dockerfile.jvm")))
                .results()
                .map(option -> option.group(1))
                .toList();
    }

    private static boolean ends(MemoryLimit limit, int status, String... command)
            throws IOException, InterruptedException {
        List<String> confined =
                Stream.concat(launcher(limit).stream(), Stream.of(command)).toList();
        try {
            return new ProcessBuilder(confined)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == status;
        } catch (IOException missing) {
            return false;
        }
    }
}
