package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Eight callers that write and read keys in all slots as fast as they are answered, until closed. */
final class UnderLoad implements AutoCloseable {
    private static final int CALLERS = 8;
    private static final int KEYS = 12;

    private final RedisLink link;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final List<Future<Void>> callers = new ArrayList<>();

    UnderLoad(RedisLink link) {
        this.link = link;
        for (int i = 0; i < CALLERS; i++) {
            Promise<Void> ended = Promise.promise();
            callers.add(ended.future());
            call(i, 0, ended);
        }
    }

    private void call(int caller, int round, Promise<Void> ended) {
        if (stopped.get()) {
            ended.complete();
            return;
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            String key = "load:" + caller + ":" + i;
            requests.add(Request.cmd(Command.SET).arg(key).arg(round));
            requests.add(Request.cmd(Command.GET).arg(key));
        }
        link.send(requests)
                .onSuccess(answers -> {
                    for (int i = 0; i < KEYS; i++) {
                        if (!answers.get(2 * i + 1).toString().equals("" + round)) {
                            faults.merge("wrong answer", 1, Integer::sum);
                        }
                    }
                    done.incrementAndGet();
                })
                .onFailure(fault -> faults.merge(String.valueOf(fault.getMessage()), 1, Integer::sum))
                .onComplete(answered -> call(caller, round + 1, ended));
    }

    /** Waits until this many more calls have succeeded. */
    void await(int more) {
        int goal = done.get() + more;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> done.get() >= goal);
    }

    /** What went wrong and how often. */
    Map<String, Integer> faults() {
        return faults;
    }

    void assertNoFaults() {
        assertEquals(Map.of(), faults);
    }

    @Override
    public void close() {
        stopped.set(true);
        Awaited.of(Future.join(callers));
    }
}
