package io.awsmasker.gateway;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Records the time that a request spent in each {@link Stage}. It also says which stages it has ever been in, because a fault
 * behind some of them means something else.
 */
public final class Passport {
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private Stage stage = Stage.RECEIVE;
    private long enteredAt = System.nanoTime();

    Passport() {}

    void enter(Stage next) {
        long now = System.nanoTime();
        nanos.merge(stage, now - enteredAt, Long::sum);
        nanos.putIfAbsent(next, 0L);
        stage = next;
        enteredAt = now;
    }

    /** The stage that it is in. */
    Stage stage() {
        return stage;
    }

    /** Whether it has ever been in this stage. */
    public boolean reached(Stage other) {
        return nanos.containsKey(other);
    }

    /** The nanoseconds that it spent in these stages before it left them. */
    public long nanosIn(Stage... stages) {
        return Stream.of(stages).mapToLong(one -> nanos.getOrDefault(one, 0L)).sum();
    }
}
