package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.testing.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The packaged program as a process of its own, set up by environment variables only. It runs the native executable when
 * the build asks for it, and keeps all that the process writes, so that a test can search it.
 */
public final class PackagedGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENING =
            Pattern.compile("Listening on: http://[^:]+:(\\d+)(?: and https://[^:]+:(\\d+))?\\."
                    + " Management interface listening on http://[^:]+:(\\d+)\\.");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final StringBuilder output = new StringBuilder();
    private final CompletableFuture<Matcher> listening = new CompletableFuture<>();
    private final Path folder;
    private final Process process;
    private final Thread reader;

    private PackagedGateway(List<String> launcher, Map<String, String> settings, List<String> options)
            throws IOException {
        folder = Scratch.folder("gateway");
        List<String> command = new ArrayList<>(launcher);
        command.addAll(command(folder, options));
        ProcessBuilder program =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        program.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0", "QUARKUS_SHUTDOWN_DELAY", "0s"));
        program.environment().putAll(settings);
        process = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        reader = new Thread(this::read, "output of the gateway");
        reader.start();
    }

    /**
     * Starts the program and waits until it listens; it need not be ready.
     *
     * @param settings environment variables
     * @param options system properties as {@code -Dname=value}, for what belongs to the platform and not to the gateway
     */
    public static PackagedGateway start(Map<String, String> settings, String... options) {
        return startBy(List.of(), settings, options);
    }

    /** The same, started by {@code launcher}, a command that becomes the program that is given behind it. */
    static PackagedGateway startBy(List<String> launcher, Map<String, String> settings, String... options) {
        try {
            PackagedGateway gateway = new PackagedGateway(launcher, settings, List.of(options));
            gateway.listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the program and waits for nothing: for a start that is refused. */
    static PackagedGateway launch(Map<String, String> settings, String... options) {
        try {
            return new PackagedGateway(List.of(), settings, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> command(Path folder, List<String> more) {
        List<String> command = new ArrayList<>();
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-Djava.io.tmpdir=" + folder));
        options.addAll(more);
        if (isNativeAsked()) {
            Path executable =
                    Path.of(System.getProperty("native.image.path", "")).toAbsolutePath();
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException("no native executable at native.image.path");
            }
            command.add(executable.toString());
            command.addAll(options);
            return command;
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar")
                        .toAbsolutePath()
                        .toString()));
        return command;
    }

    /** A build with {@code -Dnative} tests the executable, and never the JVM instead of it. */
    static boolean isNativeAsked() {
        String profile = System.getProperty("native", "false");
        return Boolean.getBoolean("masker.it.native")
                || Boolean.getBoolean("quarkus.native.enabled")
                || !profile.equals("false");
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line);
                Matcher ports = LISTENING.matcher(line);
                if (ports.find()) {
                    listening.complete(ports);
                }
            }
        } catch (IOException e) {
            append("output broke off");
        }
        listening.completeExceptionally(
                new IllegalStateException("the gateway ended before it listened:\n" + output()));
    }

    /** Waits until the readiness probe answers with {@code status}. */
    public void awaitReady(int status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> org.junit.jupiter.api.Assertions.assertEquals(
                        status, management("/q/health/ready").statusCode()));
    }

    /** Waits until the readiness probe is red and names one of these codes. */
    void awaitUnready(Collection<String> codes) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            HttpResponse<String> ready = management("/q/health/ready");
            return ready.statusCode() == 503 && codes.stream().anyMatch(ready.body()::contains);
        });
    }

    /** A GET on the management port. */
    public HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create(managementUrl() + path))
                .timeout(PATIENCE)
                .build());
    }

    /** Sends a request with HTTP/1.1 over a pool of connections of its own. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    public int port() {
        return port(1);
    }

    String managementUrl() {
        return "http://127.0.0.1:" + port(3);
    }

    /** Where it speaks TLS; only when it was started with a certificate. */
    int tlsPort() {
        return port(2);
    }

    private int port(int group) {
        return Integer.parseInt(listening.join().group(group));
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** All that the process has written to its standard output and error so far. */
    public String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    private void append(String line) {
        synchronized (output) {
            output.append(line).append('\n');
        }
    }

    /** The files that the process has written: its working directory is its temporary directory, and was empty. */
    public List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, then the exit status; all output is there when this returns, which {@link Process#destroy} would cut off. */
    public int stop() {
        terminate();
        return awaitExit();
    }

    /** How many files and sockets the process has open. */
    int openFiles() {
        return Objects.requireNonNull(Path.of("/proc", String.valueOf(process.pid()), "fd")
                        .toFile()
                        .list())
                .length;
    }

    /** How many objects of a class are reachable in the process, which is a JVM. */
    long objects(String type) throws IOException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.class_histogram")
                .start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(histogram.getInputStream(), UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .map(line -> line.split(" +", -1))
                    .filter(columns -> columns.length > 3 && columns[3].equals(type))
                    .mapToLong(columns -> Long.parseLong(columns[1]))
                    .sum();
        }
    }

    /** The sum of a meter of this name, over all its tags. */
    double meter(String name) {
        return management("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** SIGTERM, and no waiting. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for the end of the process and of its output, and returns its exit status. */
    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gateway did not stop");
            }
            reader.join(PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
