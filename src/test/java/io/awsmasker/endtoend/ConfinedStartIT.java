package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The program as its container confines it: user 1001 without privileges, every file system read-only, environment variables
 * only, 256 MB. Where the tests may not confine a process, this is skipped with a message.
 */
class ConfinedStartIT {
    private static final String USER = "1001";

    /** A mount namespace in which every file system that is written to is read-only, and then another user. */
    private static final List<String> LAUNCHER = List.of(
            "unshare",
            "--mount",
            "sh",
            "-ec",
            "mount --make-rprivate /; for m in / /tmp /dev/shm /run; do "
                    + "if mountpoint -q $m; then mount -o remount,bind,ro $m; fi; done; "
                    + "exec setpriv --reuid " + USER + " --regid " + USER + " --clear-groups --no-new-privs \"$@\"",
            "confined");

    @Test
    void servesWithoutPrivilegesFilesAndMuchMemory() throws Exception {
        assumeTrue(ends(0, "true"), "this user may not confine a process (needs root, unshare and setpriv)");
        assertTrue(ends(1, "touch", "/tmp/written"), "the file system is not read-only");
        try (FakeClaude claude = FakeClaude.start();
                RealRedis redis = RealRedis.start()) {
            List<String> heap = PackagedGateway.isNativeAsked()
                    ? List.of("-Xmx160m")
                    : List.of(
                            "-Xmx96m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=96m", "-XX:ReservedCodeCacheSize=32m");
            List<String> options = new ArrayList<>(heap);
            options.add("-Djava.io.tmpdir=/nowhere");
            try (PackagedGateway gateway = PackagedGateway.startBy(
                    LAUNCHER,
                    Scene.settings(claude, redis.port(), java.util.Map.of()),
                    options.toArray(String[]::new))) {
                gateway.awaitReady(200);
                claude.forbid(List.of("i-0d4c3b2a19f8e7d65"));
                for (int i = 0; i < 200; i++) {
                    String question = "about i-0d4c3b2a19f8e7d65, for the " + i + "th time";
                    assertEquals(
                            question,
                            Scene.text(gateway.send(Questions.post(gateway.url(), Questions.body(question))
                                    .build())));
                }
                claude.assertClean();
                assertEquals(List.of(), gateway.files());
                long peak = gateway.peakMebibytes();
                System.out.println("confined start: at most " + peak + " MiB were resident");
                assertTrue(peak < 256, peak + " MiB");
                assertEquals(0, gateway.stop());
            }
        }
    }

    private static boolean ends(int status, String... command) throws IOException, InterruptedException {
        List<String> confined =
                Stream.concat(LAUNCHER.stream(), Stream.of(command)).toList();
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
