package io.awsmasker.endtoend;

import io.awsmasker.testing.Questions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Clients that ask without a pause, each about instances old and new, and judge every answer: either a success in which
 * every original stands again, or a refusal with a code of the store.
 */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 6;
    private static final List<String> STORE_CODES =
            List.of("AWS_MASKER_1001", "AWS_MASKER_1002", "AWS_MASKER_1003", "AWS_MASKER_1004", "AWS_MASKER_1005");
    private static final int INSTANCES = 400;

    private final Scene scene;
    private final List<Thread> clients = new ArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger successes = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean going = true;

    private Load(Scene scene) {
        this.scene = scene;
    }

    static Load on(Scene scene) {
        scene.claude()
                .forbid(IntStream.range(0, INSTANCES).mapToObj(Load::instance).toList());
        Load load = new Load(scene);
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(load::ask, "client " + i);
            load.clients.add(client);
            client.start();
        }
        return load;
    }

    static String instance(int number) {
        return "i-0%016x".formatted(0x4c3b2a19f8e7d65L * (number + 1) & 0xfffffffffffffffL);
    }

    private void ask() {
        while (going) {
            int number = asked.incrementAndGet();
            String text = "state of " + instance(number % INSTANCES) + " beside " + instance(number % 7) + "?";
            try {
                judge(text, scene.post(Questions.body(text)));
            } catch (RuntimeException e) {
                faults.add("no answer: " + e);
            }
        }
    }

    private void judge(String text, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            if (Scene.text(answer).equals(text)) {
                successes.incrementAndGet();
            } else {
                faults.add("not restored: " + text + " became " + answer.body());
            }
            return;
        }
        try {
            String code = new JsonObject(answer.body()).getJsonObject("error").getString("code");
            boolean good = answer.statusCode() == 503
                    && STORE_CODES.contains(code)
                    && answer.headers().firstValue("retry-after").isPresent();
            if (good) {
                refusals.computeIfAbsent(code, first -> new AtomicInteger()).incrementAndGet();
            } else {
                faults.add("refused wrongly: " + answer.statusCode() + " "
                        + answer.headers().map() + answer.body());
            }
        } catch (DecodeException | NullPointerException | ClassCastException e) {
            faults.add("no refusal of ours: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Waits for {@code more} successes from now on. */
    void awaitSuccesses(int more) {
        int target = successes.get() + more;
        Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> successes.get() >= target);
    }

    /** Waits until one of the given codes has been seen {@code times} times. */
    void awaitRefusals(String code, int times) {
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> refusals.containsKey(code) && refusals.get(code).get() >= times);
    }

    /** What went wrong so far; empty when every answer was a restored success or a coded refusal. */
    List<String> faults() {
        return faults;
    }

    Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    @Override
    public void close() {
        going = false;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
