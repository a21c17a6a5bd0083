package io.awsmasker.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.claude.ReadRequest;
import io.awsmasker.claude.RequestMasking;
import io.awsmasker.detect.Detector;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.InMemoryRecollections;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.NearCache;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import io.awsmasker.testing.AwsCliJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** What masking a request of 16 KB costs of processor time when the near cache knows every value in it. */
final class RequestTimes {
    private static final int SIZE = 16_000;
    private static final int WARM_UP = 10_000;
    private static final int RUNS = 20_000;

    private RequestTimes() {}

    static void print() {
        Duration ttl = Duration.ofDays(7);
        NearCache cache = new NearCache(new InMemoryMappings(MappingLimits.of(ttl), Instant::now), ttl, 100_000);
        Masker masker = new Masker(new Detector(), cache);
        RequestMasking masking = new RequestMasking(
                masker, masker, new InMemoryRecollections(100_000, ttl), ContentPolicy.STRICT, "benchmark");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        byte[] body = body();
        double[] microseconds = new double[RUNS];
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            ReadRequest read = masking.read(body);
            masking.recall(Tenant.DEFAULT, read)
                    .thenCompose(known -> masking.mask(Tenant.DEFAULT, masking.prepare(read, known), Runnable::run))
                    .toCompletableFuture()
                    .join();
            microseconds[i % RUNS] = (threads.getCurrentThreadCpuTime() - start) / 1e3;
        }
        Arrays.sort(microseconds);
        System.out.printf(
                Locale.ROOT,
                "%nmask a request of %d bytes, values known, near cache warm: p50 %.0f µs, p99 %.0f µs of CPU (%d runs)%n",
                body.length,
                microseconds[RUNS / 2],
                microseconds[RUNS * 99 / 100],
                RUNS);
    }

    private static byte[] body() {
        String json = new String(AwsCliJson.bytes(SIZE * 4 / 5, 1), US_ASCII);
        String quoted = json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return ("{\"model\":\"claude-opus-5-5\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\""
                        + quoted + "\"}]}")
                .getBytes(UTF_8);
    }
}
