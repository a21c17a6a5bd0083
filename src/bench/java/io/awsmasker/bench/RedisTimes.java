package io.awsmasker.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.mapping.ClusterMappings;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.RedisMappings;
import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.awsmasker.testing.TestPem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What the ways to Redis cost in each mode, beside {@code redis-benchmark} on the same servers: read the ratios. */
public final class RedisTimes {
    private static final int CALLERS = 16;
    private static final int KEYS = 100;
    private static final int ROUNDS = 200;
    private static final int SINGLE = 3_000;
    private static final int CONNECTIONS = 30;

    private RedisTimes() {}

    public static void main(String[] args) throws IOException {
        System.out.println(
                "| mode | GET alone, p50 µs | redis-benchmark | ratio | 16 x 100 GET, keys/s | redis-benchmark | ratio "
                        + "| 16 x 100 known values/s | first answer on a new connection, p50 ms |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
        Vertx vertx = Vertx.vertx();
        for (RedisServers kind : List.of(RedisServers.STANDALONE, RedisServers.TLS, RedisServers.CLUSTER)) {
            try (RunningRedis redis = kind.start();
                    RedisLink link = new RedisLink(vertx, RedisSettings.from(redis::lookup))) {
                row(vertx, kind, redis, link);
            }
        }
        vertx.close();
    }

    private static void row(Vertx vertx, RedisServers kind, RunningRedis redis, RedisLink link) throws IOException {
        List<Request> gets = IntStream.range(0, KEYS)
                .mapToObj(i -> Request.cmd(Command.GET).arg("key:" + i))
                .toList();
        List<Request> sets = IntStream.range(0, KEYS)
                .mapToObj(i -> Request.cmd(Command.SET).arg("key:" + i).arg("abc"))
                .toList();
        join(link.send(sets));
        double alone = p50(SINGLE, () -> link.send(gets.subList(0, 1)));
        double many = perSecond(() -> link.send(gets));
        Mappings mappings = mappings(link);
        List<Identifier> values = IntStream.range(0, KEYS)
                .mapToObj(i -> new Identifier("EC2", "i-0%016x".formatted(i)))
                .toList();
        double known = perSecond(() -> Future.fromCompletionStage(mappings.tokensFor(Tenant.DEFAULT, values)));
        double connect = p50(CONNECTIONS, () -> {
            RedisLink fresh = new RedisLink(vertx, RedisSettings.from(redis::lookup));
            return fresh.send(gets.subList(0, 1)).onComplete(done -> fresh.close());
        });
        double theirAlone = 1e3 * benchmark(kind, redis, 4, "-c", "1", "-n", String.valueOf(SINGLE));
        double theirMany = benchmark(kind, redis, 1, "-c", "" + CALLERS, "-P", "" + KEYS, "-n", "1000000");
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.1f | %.0f | %.0f | %.2f | %.0f | %.1f |%n",
                kind.name().toLowerCase(Locale.ROOT),
                alone,
                theirAlone,
                alone / theirAlone,
                many,
                theirMany,
                many / theirMany,
                known,
                connect / 1e3);
    }

    private static Mappings mappings(RedisLink link) {
        MappingLimits limits = MappingLimits.of(Duration.ofDays(7));
        return link.cluster()
                ? new ClusterMappings(link, StoredTexts.CLEAR, limits)
                : new RedisMappings(link, StoredTexts.CLEAR, limits);
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** In microseconds, one after the other, the first half to warm up. */
    private static double p50(int runs, Supplier<Future<?>> call) {
        double[] microseconds = new double[runs];
        for (int i = 0; i < 2 * runs; i++) {
            long start = System.nanoTime();
            join(call.get());
            microseconds[i % runs] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(microseconds);
        return microseconds[runs / 2];
    }

    /** Keys per second of several callers at once, of the second of two runs. */
    private static double perSecond(Supplier<Future<?>> call) {
        double rate = 0;
        for (int run = 0; run < 2; run++) {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(CompletableFuture.runAsync(
                        () -> IntStream.range(0, ROUNDS).forEach(round -> join(call.get())),
                        task -> new Thread(task).start()));
            }
            callers.forEach(CompletableFuture::join);
            rate = (double) CALLERS * ROUNDS * KEYS / (System.nanoTime() - start) * 1e9;
        }
        return rate;
    }

    /** One column of the table that it prints: 1 is requests per second, 4 the median in milliseconds. */
    private static double benchmark(RedisServers kind, RunningRedis redis, int column, String... more)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "redis-benchmark", "-p", "" + redis.servers().get(0).port(), "-t", "get", "--csv", "-r", "" + KEYS));
        if (kind == RedisServers.TLS) {
            command.addAll(
                    List.of("--tls", "--cacert", TestPem.SHARED.certificate().toString()));
            command.addAll(List.of("-a", redis.lookup("masker.redis.auth-token").orElseThrow()));
        }
        if (kind == RedisServers.CLUSTER) {
            command.add("--cluster");
        }
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return output.lines()
                .filter(line -> line.startsWith("\"GET"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[column].replace("\"", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("redis-benchmark printed " + output));
    }
}
