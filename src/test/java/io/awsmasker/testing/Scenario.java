package io.awsmasker.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the fake will answer and how: set by the thread of the test, read by the event loop. */
final class Scenario {
    private final Queue<Script> next = new ConcurrentLinkedQueue<>();
    private volatile Script always = Scripts.echo();
    private volatile Delivery delivery = Delivery.plain();

    void always(Script script) {
        next.clear();
        always = script;
    }

    void next(Script script) {
        next.add(script);
    }

    void deliver(Delivery by) {
        delivery = by;
    }

    Reply answer(Question question) {
        Script script = next.poll();
        return (script == null ? always : script).answer(question);
    }

    Delivery delivery() {
        return delivery;
    }
}
