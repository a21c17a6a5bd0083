package io.awsmasker.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of a megabyte that a test can really fill: a file system in memory that only one process and its tests see. It is
 * mounted in a namespace of that process, so that it needs no administrator and goes when the process does.
 */
public final class SmallDisk {
    private static final String MOUNT = "mount -t tmpfs -o size=1m none \"$0\" && ";

    private static final int PAGE = 4096;

    private final Path mountPoint;

    private SmallDisk(Path mountPoint) {
        this.mountPoint = mountPoint;
    }

    public static SmallDisk create() {
        return new SmallDisk(Scratch.folder("small-disk"));
    }

    /** Whether this machine lets a process mount a disk of its own. */
    public boolean isPossible() {
        try {
            Process trial = new ProcessBuilder(mounted("true"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path mountPoint() {
        return mountPoint;
    }

    /** What runs a program, reading its standard input, where this disk is. */
    List<String> mounted(String program) {
        return List.of(
                "unshare", "--mount", "--map-root-user", "sh", "-c", MOUNT + "exec \"$1\" -", "" + mountPoint, program);
    }

    /** Writes until there is no room for another byte. */
    void fill(long pid) {
        try (OutputStream ballast = Files.newOutputStream(ballast(pid))) {
            while (true) {
                ballast.write(new byte[PAGE]);
            }
        } catch (IOException e) {
            if (!Files.exists(ballast(pid))) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes room again. */
    void clear(long pid) {
        try {
            Files.delete(ballast(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast(long pid) {
        return Path.of("/proc", Long.toString(pid), "root" + mountPoint, "ballast");
    }
}
