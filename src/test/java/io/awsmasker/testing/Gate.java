package io.awsmasker.testing;

import java.util.ArrayDeque;
import java.util.Queue;

/** Holds back the events of a stream until the test lets them go, so that a slow stream needs no clock. */
public final class Gate {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int permits;

    /** Lets the next {@code events} events through, those that wait first. */
    public void release(int events) {
        for (int i = 0; i < events; i++) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    permits++;
                }
            }
            if (next != null) {
                next.run();
            }
        }
    }

    /** Runs {@code step} now or when the gate lets it through, on the thread that releases it. */
    void pass(Runnable step) {
        synchronized (this) {
            if (permits == 0) {
                waiting.add(step);
                return;
            }
            permits--;
        }
        step.run();
    }
}
