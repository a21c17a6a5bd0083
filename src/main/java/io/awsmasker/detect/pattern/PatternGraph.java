package io.awsmasker.detect.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Patterns as Thompson's graph: states with at most one set of bytes that leads on, and free steps between states. Its size
 * is the length of the patterns, counted repeats written out, and has a limit.
 */
public final class PatternGraph {
    private static final int MOST_STATES = 20_000;

    /** A part of a pattern: adds itself behind a state and returns the state behind itself. */
    public interface Part {
        int add(PatternGraph graph, int from);
    }

    private final List<List<Integer>> free = new ArrayList<>();
    private final List<ByteSet> sets = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final List<Integer> accepted = new ArrayList<>();

    static final ByteSet NOTHING = ByteSet.range(1, 0);

    public PatternGraph() {
        state();
    }

    int state() {
        if (sets.size() == MOST_STATES) {
            throw new PatternException("is too long with its repeats written out; repeat less");
        }
        free.add(new ArrayList<>());
        sets.add(NOTHING);
        targets.add(-1);
        accepted.add(-1);
        return sets.size() - 1;
    }

    void step(int from, int to) {
        free.get(from).add(to);
    }

    int bytes(int from, ByteSet set) {
        int own = state();
        int next = state();
        step(from, own);
        sets.set(own, set);
        targets.set(own, next);
        return next;
    }

    /** Adds a whole pattern from the start; texts that it takes count for this number. */
    public void pattern(Part part, int number) {
        accepted.set(part.add(this, 0), number);
    }

    List<ByteSet> sets() {
        return sets;
    }

    /** The states that free steps reach, the given ones included. */
    BitSet closure(BitSet states) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(states.stream().boxed().toList());
        while (!open.isEmpty()) {
            int state = open.removeLast();
            if (!reached.get(state)) {
                reached.set(state);
                open.addAll(free.get(state));
            }
        }
        return reached;
    }

    /** The states behind one byte. */
    BitSet after(BitSet states, int b) {
        BitSet next = new BitSet();
        states.stream().filter(s -> sets.get(s).has(b)).forEach(s -> next.set(targets.get(s)));
        return closure(next);
    }

    /** The lowest number that counts in one of the states, or -1. */
    int accepts(BitSet states) {
        return states.stream().map(accepted::get).filter(n -> n >= 0).min().orElse(-1);
    }

    static Part sequence(List<Part> parts) {
        return (graph, from) -> {
            int at = from;
            for (Part part : parts) {
                at = part.add(graph, at);
            }
            return at;
        };
    }

    public static Part choice(List<Part> parts) {
        return (graph, from) -> {
            int end = graph.state();
            for (Part part : parts) {
                int start = graph.state();
                graph.step(from, start);
                graph.step(part.add(graph, start), end);
            }
            return end;
        };
    }

    /** Between {@code least} and {@code most} times; any number from {@code least} on when {@code most} is negative. */
    static Part repeat(Part part, int least, int most) {
        return (graph, from) -> {
            int at = from;
            for (int i = 0; i < least; i++) {
                at = part.add(graph, at);
            }
            int end = graph.state();
            graph.step(at, end);
            if (most < 0) {
                int loop = graph.state();
                graph.step(at, loop);
                int back = part.add(graph, loop);
                graph.step(back, loop);
                graph.step(back, end);
                return end;
            }
            for (int i = least; i < most; i++) {
                int start = graph.state();
                graph.step(at, start);
                at = part.add(graph, start);
                graph.step(at, end);
            }
            return end;
        };
    }
}
