import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the start of packaged gateways side by side: from the spawn of the process to the first readiness answer of 200,
 * resident memory then and after requests, and the size on disk. Rounds alternate between the variants, so that a change in
 * the machine's load meets all of them alike.
 *
 * <p>Run by {@code start.sh}; alone: {@code java StartBench.java rounds name=directory=command …}.
 */
public final class StartBench {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String QUESTION =
            "{\"model\":\"claude-opus-5-5\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":"
                    + "\"why can i-%017x not reach 10.31.7.104?%s\"}]}";
    private static final int REQUESTS = Integer.getInteger("requests", 2_000);

    private record Variant(String name, Path directory, List<String> command) {
        static Variant of(String text) {
            String[] parts = text.split("=", 3);
            return new Variant(parts[0], Path.of(parts[1]).toAbsolutePath(), List.of(parts[2].split(" ")));
        }

        long bytes() throws IOException {
            Path program = Path.of(command.get(0));
            if (!program.getFileName().toString().equals("java")) {
                return Files.size(directory.resolve(program));
            }
            try (Stream<Path> files = Files.walk(directory)) {
                return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            }
        }
    }

    /** A Redis and how a gateway reaches it. */
    private record Cache(String name, Process server, Map<String, String> settings) {
        /** A server of one's own, in clear. */
        static Cache traditional() throws IOException {
            int port = free();
            return new Cache(
                    "traditional",
                    redis("--port", "" + port),
                    Map.of("MASKER_REDIS_HOST", "127.0.0.1", "MASKER_REDIS_PORT", "" + port));
        }

        /**
         * As ElastiCache with IAM: TLS with an authority of its own, and a user whose token the gateway signs. The server
         * takes any token, because only AWS can check one.
         */
        static Cache managed(Path directory) throws IOException, InterruptedException {
            int port = free();
            String certificate = directory.resolve("cert.pem").toString();
            String key = directory.resolve("key.pem").toString();
            int made = new ProcessBuilder(
                            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", key,
                            "-out", certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException("openssl made no certificate");
            }
            return new Cache(
                    "managed: TLS, IAM",
                    redis(
                            "--port", "0", "--tls-port", "" + port, "--tls-cert-file", certificate, "--tls-key-file", key,
                            "--tls-auth-clients", "no", "--user", "default", "off", "--user", "masker", "on", "nopass", "~*",
                            "&*", "+@all"),
                    Map.of(
                            "MASKER_REDIS_TYPE", "managed",
                            "MASKER_REDIS_HOST", "localhost",
                            "MASKER_REDIS_PORT", "" + port,
                            "MASKER_REDIS_CA_CERTIFICATE", certificate,
                            "MASKER_REDIS_USER", "masker",
                            "MASKER_REDIS_IAM_ENABLED", "true",
                            "MASKER_REDIS_IAM_REGION", "eu-central-1",
                            "MASKER_REDIS_IAM_CACHE_NAME", "my-cache",
                            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        }

        private static Process redis(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("redis-server", "--save", "", "--loglevel", "warning"));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private record Run(double millis, long idleKib, long loadedKib) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<Variant> variants = Stream.of(arguments).skip(1).map(Variant::of).toList();
        Path certificate = Files.createTempDirectory("start-bench");
        List<Cache> caches = List.of(Cache.traditional(), Cache.managed(certificate));
        try {
            List<List<Run>> runs = new ArrayList<>();
            for (int i = 0; i < variants.size() * caches.size(); i++) {
                runs.add(new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < runs.size(); i++) {
                    runs.get(i).add(measure(variants.get(i / caches.size()), caches.get(i % caches.size())));
                }
            }
            System.out.printf(
                    "| variant | Redis | start to ready, ms: median (least–most) of %d | RSS idle, MiB | after %,d requests | on disk, MB |%n",
                    rounds, REQUESTS);
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            for (int i = 0; i < runs.size(); i++) {
                print(variants.get(i / caches.size()), caches.get(i % caches.size()), runs.get(i));
            }
        } finally {
            caches.forEach(cache -> cache.server().destroy());
            try (Stream<Path> files = Files.list(certificate)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(certificate);
        }
    }

    private static void print(Variant variant, Cache cache, List<Run> runs) throws IOException {
        double[] millis = runs.stream().mapToDouble(Run::millis).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f (%.0f–%.0f) | %d | %d | %.1f |%n",
                variant.name(),
                cache.name(),
                millis[millis.length / 2],
                millis[0],
                millis[millis.length - 1],
                median(runs.stream().map(Run::idleKib).toList()) >> 10,
                median(runs.stream().map(Run::loadedKib).toList()) >> 10,
                variant.bytes() / 1e6);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Run measure(Variant variant, Cache cache) throws Exception {
        int port = free();
        int management = free();
        ProcessBuilder builder = new ProcessBuilder(variant.command())
                .directory(variant.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(cache.settings());
        builder.environment()
                .putAll(Map.of(
                        "MASKER_UPSTREAM_URL", "echo",
                        "QUARKUS_SHUTDOWN_DELAY", "0s",
                        "QUARKUS_HTTP_PORT", "" + port,
                        "QUARKUS_MANAGEMENT_PORT", "" + management));
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long spawned = System.nanoTime();
        Process gateway = builder.start();
        try {
            while (!is200(ready)) {
                if (!gateway.isAlive() || System.nanoTime() - spawned > 60e9) {
                    throw new IllegalStateException(variant.name() + " did not become ready");
                }
                TimeUnit.MICROSECONDS.sleep(500);
            }
            double millis = (System.nanoTime() - spawned) / 1e6;
            TimeUnit.SECONDS.sleep(2);
            long idle = rss(gateway);
            load(port);
            return new Run(millis, idle, rss(gateway));
        } finally {
            gateway.toHandle().destroy();
            gateway.waitFor();
        }
    }

    /** Questions of about 16 KB, each with an identifier that was not seen before. */
    private static void load(int port) throws Exception {
        String padding = "x ".repeat(8_000);
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/messages"))
                    .header("content-type", "application/json")
                    .header("x-api-key", "a key that only the echo sees")
                    .POST(BodyPublishers.ofString(QUESTION.formatted(0x1234567890000L + i, padding)))
                    .build();
            int status = CLIENT.send(question, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("a question was answered with " + status);
            }
        }
    }

    private static boolean is200(HttpRequest request) throws InterruptedException {
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long rss(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
