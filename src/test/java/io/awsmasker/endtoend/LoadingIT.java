package io.awsmasker.endtoend;

import static io.awsmasker.endtoend.RedisFaultIT.FAILED;
import static io.awsmasker.endtoend.RedisFaultIT.UNREACHABLE;
import static io.awsmasker.endtoend.RedisFaultIT.under;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** As {@link RedisFaultIT}, with a server that comes back and takes its time over a large snapshot. */
class LoadingIT {
    private static final int KEYS = 1000;
    private static final String SLOWLY = "key-load-delay 60000\nloading-process-events-interval-bytes 1024\n";

    private final Path folder = Scratch.folder("redis-snapshot");
    private final Path more = write("");

    private Path write(String lines) {
        try {
            return Files.writeString(folder.resolve("more.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void loading() {
        FakeClaude claude = FakeClaude.start();
        RealRedis redis = RealRedis.start("dir " + folder, "dbfilename large.rdb", "include " + more);
        PackagedGateway gateway = PackagedGateway.start(Scene.settings(claude, redis.port(), RedisFaultIT.HASTY));
        try (Scene scene = new Scene(claude, redis, gateway)) {
            gateway.awaitReady(200);
            under(scene, FAILED, () -> restartLoading(redis, gateway), () -> goFaster(redis), UNREACHABLE);
        }
    }

    private void restartLoading(RealRedis redis, PackagedGateway gateway) {
        try (Jedis jedis = redis.connect()) {
            for (int i = 0; i < KEYS; i++) {
                jedis.set("other:" + i, "x".repeat(200) + i);
            }
            jedis.configSet("rdbcompression", "no");
            jedis.save();
        }
        write(SLOWLY);
        redis.restartLoading();
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            String ready = gateway.management("/q/health/ready").body();
            assertTrue(ready.contains("Redis answered LOADING: it is loading its data: wait"), ready);
        });
    }

    private static void goFaster(RealRedis redis) {
        try (Jedis jedis = redis.connect()) {
            jedis.configSet("key-load-delay", "0");
        }
    }
}
