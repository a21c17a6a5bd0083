package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Question;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fifty parallel first uses of each of many values on two packaged programs: one token each, as upstream sees it, and no
 * number twice. The values are two hundred, or as many as {@code -Dmasker.first-uses} says.
 */
class FirstUsesIT {
    private static final int VALUES = Integer.getInteger("masker.first-uses", 200);
    private static final int USES = 50;
    private static final int VALUES_PER_REQUEST = 50;

    private final Map<String, String> tokens = new HashMap<>();

    @ParameterizedTest
    @EnumSource(names = {"STANDALONE", "CLUSTER"})
    void yieldOneTokenEach(RedisServers kind) {
        try (RunningRedis redis = kind.start();
                FakeClaude claude = FakeClaude.start();
                PackagedGateway first = ManagedRedisIT.start(claude, redis.settings());
                PackagedGateway second = ManagedRedisIT.start(claude, redis.settings())) {
            List<PackagedGateway> gateways = List.of(first, second);
            gateways.forEach(gateway -> gateway.awaitReady(200));
            for (int start = 0; start < VALUES; start += VALUES_PER_REQUEST) {
                use(claude, gateways, start, Math.min(VALUES, start + VALUES_PER_REQUEST));
            }
            assertEquals(VALUES, tokens.size());
            assertEquals(VALUES, new HashSet<>(tokens.values()).size(), "no number twice");
            claude.assertClean();
        }
    }

    private void use(FakeClaude claude, List<PackagedGateway> gateways, int from, int to) {
        List<String> values = new ArrayList<>(
                IntStream.range(from, to).mapToObj(Load::instance).toList());
        int before = claude.requestsBegun();
        Map<String, List<String>> asked = new HashMap<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int use = 0; use < USES; use++) {
            Collections.shuffle(values, new Random(from + use));
            String text = "use " + use + ": " + String.join(" ", values);
            asked.put("use " + use, List.copyOf(values));
            texts.add(text);
            PackagedGateway gateway = gateways.get(use % gateways.size());
            answers.add(gateway.client()
                    .sendAsync(
                            Questions.post(gateway.url(), Questions.body(text)).build(), BodyHandlers.ofString()));
        }
        for (int use = 0; use < USES; use++) {
            assertEquals(
                    texts.get(use),
                    Scene.text(answers.get(use).orTimeout(60, TimeUnit.SECONDS).join()));
        }
        List<Received> received = claude.received();
        assertEquals(before + USES, received.size());
        for (Received upstream : received.subList(before, received.size())) {
            String[] masked =
                    new Question(new JsonObject(upstream.body())).lastUserText().split(": ", 2);
            compare(asked.getOrDefault(masked[0], List.of()), List.of(masked[1].split(" ")));
        }
    }

    private void compare(List<String> values, List<String> masked) {
        assertEquals(values.size(), masked.size());
        for (int i = 0; i < values.size(); i++) {
            String before = tokens.putIfAbsent(values.get(i), masked.get(i));
            assertEquals(before == null ? masked.get(i) : before, masked.get(i), "one token for a value");
        }
    }
}
