package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end in an environment of nothing but a path and a home, so that no setting of the machine counts. */
record Program(Path folder, List<String> command, Map<String, String> environment) {
    private static final long PATIENCE_SECONDS = 180;

    /** @param output both streams of the program in the order in which they came */
    record Ended(int status, String output) {}

    static boolean isOnPath(String name) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Path.of(folder, name).toFile().canExecute());
    }

    Process start() {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().keySet().retainAll(List.of("PATH", "LANG"));
        program.environment().put("HOME", folder.toString());
        program.environment().putAll(environment);
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run(byte[] input) {
        Process process = start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException notRead) {
                // A program that does not read its input says so by what it does next.
            }
            String read = output.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Ended(process.waitFor(), read);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(command.get(0) + " did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
