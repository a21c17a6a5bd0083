package io.awsmasker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders for the processes that tests start, all in one that is deleted when the tests end. JUnit's own end with a test
 * class, and some servers serve many.
 */
public final class Scratch {
    private static final Path ROOT = create();

    private Scratch() {}

    /** A new empty folder whose name begins like this. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(ROOT, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create() {
        try {
            Path root = Files.createTempDirectory("aws-masker-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a dying process still writes stays behind. */
    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("not all deleted: " + root);
        }
    }
}
