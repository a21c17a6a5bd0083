package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The spans that the recognisers propose for one passage, in any order, and how they become findings: of spans that
 * touch, the widest counts, and nothing that one of them covers is left in clear. Sorting makes it n log n in the number
 * of spans.
 */
final class Candidates {
    private final byte[] text;
    private final int from;
    private final int to;
    private final Set<Family> off;
    private final AllowList allowed;
    private Set<Long> offShapes = Set.of();
    private long[] order = new long[16];
    private int[] ends = new int[16];
    private IdentifierType[] types = new IdentifierType[16];
    private boolean[] shapes = new boolean[16];
    private int size;
    private boolean disordered;

    Candidates(Passage passage, Set<Family> off, AllowList allowed) {
        text = passage.text();
        from = passage.start();
        to = passage.end();
        this.off = off;
        this.allowed = allowed;
    }

    /** Proposes a span that is an identifier by what it looks like. */
    void shape(IdentifierType type, int start, int end) {
        add(type, true, start, end);
    }

    /** Proposes a span that is an identifier by what stands around it. */
    void name(IdentifierType type, int start, int end) {
        add(type, false, start, end);
    }

    private void add(IdentifierType type, boolean shape, int start, int end) {
        if (start >= end || TokenLiteral.is(text, start, end) || allowed.covers(text, start, end)) {
            return;
        }
        if (off.contains(type.family())) {
            if (shape) {
                offShapes = offShapes.isEmpty() ? new HashSet<>() : offShapes;
                offShapes.add(span(start, end));
            }
            return;
        }
        if (size == ends.length) {
            order = Arrays.copyOf(order, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            types = Arrays.copyOf(types, size * 2);
            shapes = Arrays.copyOf(shapes, size * 2);
        }
        disordered |= size > 0 && order[size - 1] >>> 32 > start;
        order[size] = (long) start << 32 | size;
        ends[size] = end;
        types[size] = type;
        shapes[size] = shape;
        size++;
    }

    /** The findings, in ascending order and never overlapping. May be asked again after more spans were proposed. */
    List<Finding> settle() {
        return settle(null);
    }

    /** The findings; those that their surroundings might hide elsewhere are remembered. */
    List<Finding> settle(@Nullable Memory memory) {
        if (size == 0) {
            return List.of();
        }
        long[] sorted = order;
        if (disordered) {
            sorted = Arrays.copyOf(order, size);
            Arrays.sort(sorted);
        }
        List<Finding> findings = new ArrayList<>(size);
        int start = 0;
        int end = from;
        int best = -1;
        for (int i = 0; i < size; i++) {
            long each = sorted[i];
            int index = (int) each;
            int next = (int) (each >>> 32);
            if (!shapes[index] && isOff(next, ends[index])) {
                continue;
            }
            int word = next < end ? next : wordStart(next, end);
            if (word > end || (word == end && Boundary.before(text, from, word))) {
                emit(findings, best, start, end, memory);
                start = word;
                end = wordEnd(ends[index]);
                best = index;
            } else {
                best = best < 0 || stronger(index, best) ? index : best;
                end = ends[index] > end ? wordEnd(ends[index]) : end;
            }
        }
        emit(findings, best, start, end, memory);
        return findings;
    }

    /** What is of a family that is off by its shape is not found by its surroundings either. */
    private boolean isOff(int start, int end) {
        return !offShapes.isEmpty() && offShapes.contains(span(start, end));
    }

    private static long span(int start, int end) {
        return (long) start << 32 | end;
    }

    private boolean stronger(int index, int than) {
        boolean secret = types[index].secret();
        if (secret != types[than].secret()) {
            return secret;
        }
        int wider = ends[index] - (int) (order[index] >>> 32) - (ends[than] - (int) (order[than] >>> 32));
        return wider > 0 || (wider == 0 && shapes[index] && !shapes[than]);
    }

    private void emit(List<Finding> findings, int best, int start, int end, @Nullable Memory memory) {
        if (best < 0 || TokenLiteral.is(text, start, end)) {
            return;
        }
        boolean name = !shapes[best] && !types[best].secret();
        if (name && (end - start < Memory.SHORTEST || Words.common(text, start, end))) {
            return;
        }
        findings.add(new Finding(types[best], start, end));
        if (memory != null && (!shapes[best] || types[best].dependsOnSurroundings())) {
            memory.learn(text, start, end, types[best]);
        }
    }

    int size() {
        return size;
    }

    /** A span inside a word grows to the whole word. Ends only move forward, so each byte is passed once each way. */
    private int wordStart(int start, int floor) {
        int s = start;
        while (s > floor && !Boundary.before(text, from, s)) {
            s--;
        }
        return s;
    }

    private int wordEnd(int end) {
        return Bytes.runEnd(text, end, to, Bytes.WORD);
    }
}
