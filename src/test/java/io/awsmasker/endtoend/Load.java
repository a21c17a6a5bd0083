package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Clients that ask without a pause, each about an instance that was never named and one of a few that were, and judge every
 * answer: either a success in which every original stands again, or a refusal with a code of the store.
 */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 6;
    private static final List<String> STORE_CODES =
            List.of("AWS_MASKER_1001", "AWS_MASKER_1002", "AWS_MASKER_1003", "AWS_MASKER_1004", "AWS_MASKER_1005");
    /** In every instance id, so that the judge of leaks looks for one text and not for thousands. */
    private static final String MARK = "5eed4c3b2";

    private static final int KNOWN = 7;
    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final FakeClaude claude;
    private final PackagedGateway gateway;
    private final List<Thread> clients = new ArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger successes = new AtomicInteger();
    private final int before;
    private volatile boolean going = true;

    private Load(FakeClaude claude, PackagedGateway gateway) {
        this.claude = claude;
        this.gateway = gateway;
        this.before = claude.requestsBegun();
    }

    /** Nobody else may use {@code claude} until the load is closed. */
    static Load on(FakeClaude claude, PackagedGateway gateway) {
        claude.forbid(List.of(MARK));
        Load load = new Load(claude, gateway);
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(load::ask, "client " + i);
            load.clients.add(client);
            client.start();
        }
        return load;
    }

    /** Numbers under a thousand are never used up as new ones. */
    static String instance(int number) {
        return "i-0%s%07x".formatted(MARK, number);
    }

    private void ask() {
        while (going) {
            int number = NEXT.incrementAndGet();
            String text = "state of " + instance(number) + " beside " + instance(number % KNOWN) + "?";
            try {
                judge(
                        text,
                        gateway.send(Questions.post(gateway.url(), Questions.body(text))
                                .build()));
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
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> successes.get() >= target);
    }

    /** Waits until one of the given codes has been seen {@code times} times. */
    void awaitRefusals(String code, int times) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusals.containsKey(code) && refusals.get(code).get() >= times);
    }

    /** The codes of all refusals so far. */
    Set<String> codes() {
        return Set.copyOf(refusals.keySet());
    }

    /** Ends the load; then each success has been upstream once, and no refusal has. */
    void stop() {
        close();
        assertEquals(List.of(), faults);
        assertEquals(successes.get(), claude.requestsBegun() - before, "requests upstream");
        claude.assertClean();
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
