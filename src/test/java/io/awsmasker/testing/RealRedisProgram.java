package io.awsmasker.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** The {@code redis-server} to run: one on the PATH, else the one that embedded-redis brings along. */
final class RealRedisProgram {
    private static final Path DIRECTORY = Scratch.folder("real-redis");
    private static final String PATH = find();

    private RealRedisProgram() {}

    static String path() {
        return PATH;
    }

    /** Where a server may write, if it is told to. */
    static File workingDirectory() {
        return DIRECTORY.toFile();
    }

    private static String find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "redis-server"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(RealRedisProgram::embedded);
    }

    private static String embedded() {
        try {
            File program = ExecutableProvider.newJarResourceProvider(DIRECTORY.toFile())
                    .get();
            return program.getAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException("no redis-server on the PATH, and embedded-redis has none for here", e);
        }
    }
}
