package io.awsmasker.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A control group whose processes may hold so much memory together and are killed beyond, as a container's are; of either
 * version of cgroups.
 */
final class MemoryLimit implements AutoCloseable {
    private static final Path UNIFIED = Path.of("/sys/fs/cgroup");
    private static final Path FIRST_VERSION = UNIFIED.resolve("memory");

    private final Path group;

    private MemoryLimit(Path group) {
        this.group = group;
    }

    /** A new group, or nothing where this user may not make one. */
    static Optional<MemoryLimit> of(long bytes) {
        boolean first = Files.isDirectory(FIRST_VERSION);
        Path group = (first ? FIRST_VERSION : UNIFIED).resolve("aws-masker-" + UUID.randomUUID());
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve(first ? "memory.limit_in_bytes" : "memory.max"), String.valueOf(bytes));
            return Optional.of(new MemoryLimit(group));
        } catch (IOException notAllowed) {
            group.toFile().delete();
            return Optional.empty();
        }
    }

    /** The folder in whose {@code cgroup.procs} a process writes its number to join. */
    Path group() {
        return group;
    }

    /** The most bytes that were held at once; with what the kernel keeps of files for these processes. */
    long peak() throws IOException {
        Path first = group.resolve("memory.max_usage_in_bytes");
        return Long.parseLong(Files.readString(Files.exists(first) ? first : group.resolve("memory.peak"))
                .strip());
    }

    /** To be called when the last of its processes has ended. */
    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
