package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final Set<Family> families;
    /** How sure a proposal is, from a word that stands where names stand to text that is an identifier by itself. */
    private static final byte NAME = 0;

    private static final byte PLACED = 1;
    private static final byte SHAPE = 2;

    private long[] order = new long[16];
    private int[] ends = new int[16];
    private IdentifierType[] types = new IdentifierType[16];
    private byte[] sureness = new byte[16];
    private int size;
    private boolean disordered;

    Candidates(Passage passage, Set<Family> families) {
        text = passage.text();
        from = passage.start();
        to = passage.end();
        this.families = families;
    }

    /** Candidates of the same families for a text that stands inside this one in another form. */
    Candidates inside(Passage passage) {
        return new Candidates(passage, families);
    }

    /** Proposes a span that is an identifier by what it looks like. */
    void shape(IdentifierType type, int start, int end) {
        add(type, SHAPE, start, end);
    }

    /** Proposes a span that is an identifier by what stands around it. */
    void name(IdentifierType type, int start, int end) {
        add(type, NAME, start, end);
    }

    /**
     * Proposes a span that can be nothing but a name where it stands, as in an ARN. Too short or too common a word is then
     * masked in this place, but not looked for in others.
     */
    void placed(IdentifierType type, int start, int end) {
        add(type, PLACED, start, end);
    }

    private void add(IdentifierType type, byte sure, int start, int end) {
        if (start >= end || !families.contains(type.family()) || TokenLiteral.is(text, start, end)) {
            return;
        }
        if (size == ends.length) {
            order = Arrays.copyOf(order, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            types = Arrays.copyOf(types, size * 2);
            sureness = Arrays.copyOf(sureness, size * 2);
        }
        disordered |= size > 0 && order[size - 1] >>> 32 > start;
        order[size] = (long) start << 32 | size;
        ends[size] = end;
        types[size] = type;
        sureness[size] = sure;
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

    private boolean stronger(int index, int than) {
        boolean secret = types[index].secret();
        if (secret != types[than].secret()) {
            return secret;
        }
        int wider = ends[index] - (int) (order[index] >>> 32) - (ends[than] - (int) (order[than] >>> 32));
        return wider > 0 || (wider == 0 && sureness[index] > sureness[than]);
    }

    private void emit(List<Finding> findings, int best, int start, int end, @Nullable Memory memory) {
        if (best < 0 || TokenLiteral.is(text, start, end)) {
            return;
        }
        boolean name = sureness[best] != SHAPE && !types[best].secret();
        boolean everyday = name && (end - start < Memory.SHORTEST || Words.common(text, start, end));
        if (everyday && sureness[best] == NAME) {
            return;
        }
        findings.add(new Finding(types[best], start, end));
        if (memory != null && !everyday && (sureness[best] != SHAPE || types[best].dependsOnSurroundings())) {
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
