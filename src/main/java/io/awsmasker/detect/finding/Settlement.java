package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.words.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of the proposals for one passage: what touches becomes one span that covers all of it, so that nothing is left
 * in clear, and the strongest proposal says what it is. One step for each proposal, in the order of where they begin.
 */
final class Settlement {
    private final byte[] text;
    private final int from;
    private final int to;
    private final Proposals proposals;
    private final Set<Long> offShapes;
    private final @Nullable Memory memory;

    /**
     * @param offShapes where something of a family that is off stands, as {@link #packed} says
     * @param memory learns what must be looked for elsewhere, or null
     */
    Settlement(byte[] text, int from, int to, Proposals proposals, Set<Long> offShapes, @Nullable Memory memory) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.proposals = proposals;
        this.offShapes = offShapes;
        this.memory = memory;
    }

    /** Where a span begins and ends, as one number. */
    static long packed(int start, int end) {
        return (long) start << 32 | end;
    }

    /** The spans, ascending and never overlapping. */
    Spans spans() {
        proposals.sort();
        int size = proposals.size();
        Spans spans = size == 0 ? Spans.NONE : new Spans(size);
        int start = 0;
        int end = from;
        int best = -1;
        for (int i = 0; i < size; i++) {
            int number = proposals.at(i);
            int next = proposals.start(number);
            int nextEnd = proposals.end(number);
            if (!counts(number, next, nextEnd)) {
                continue;
            }
            int word = next < end ? next : wordStart(next, end);
            if (word > end || (word == end && Boundary.before(text, from, word))) {
                emit(spans, best, start, end);
                start = word;
                end = wordEnd(nextEnd);
                best = number;
            } else {
                best = best < 0 || proposals.stronger(number, best) ? number : best;
                end = nextEnd > end ? wordEnd(nextEnd) : end;
            }
        }
        emit(spans, best, start, end);
        return spans;
    }

    /** Not so what was taken back, and what is of a family that is off by its shape: its surroundings do not find it either. */
    private boolean counts(int number, int start, int end) {
        Sureness sure = proposals.sureness(number);
        return sure != Sureness.WITHDRAWN
                && (offShapes.isEmpty() || !sure.bySurroundings() || !offShapes.contains(packed(start, end)));
    }

    private void emit(Spans spans, int best, int start, int end) {
        if (best < 0 || TokenLiteral.is(text, start, end)) {
            return;
        }
        Sureness sure = proposals.sureness(best);
        IdentifierType type = proposals.type(best);
        boolean everyday = sure.bySurroundings()
                && !type.secret()
                && (end - start < Memory.SHORTEST || Words.common(text, start, end));
        if (everyday && sure == Sureness.NAME) {
            return;
        }
        boolean elsewhere =
                !everyday && sure != Sureness.STRETCH && (sure != Sureness.SHAPE || type.dependsOnSurroundings());
        spans.add(start, end, best, memory != null && elsewhere ? memory.learn(text, start, end, type) : -1);
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
