package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Texts inside a text: percent-encoded ones, strings with escapes, fields with doubled quotes, lines behind a margin. Each
 * is scanned as a text of its own, in addition, so that no recogniser need know of them; one may hold the next. No byte
 * is in two of one depth, and the depth is bounded, so the work stays linear.
 */
final class Wrappings {
    private static final int DEEPEST = 4;

    /** Texts below hold nothing that is not found around them. */
    private static final int SHORTEST = 8;

    private final Tables tables;
    private final byte[] text;
    private final int to;
    private final Candidates found;
    private final int depth;
    private int floor;

    Wrappings(Tables tables, Passage passage, Candidates found) {
        this(tables, passage, found, 1);
    }

    private Wrappings(Tables tables, Passage passage, Candidates found, int depth) {
        this.tables = tables;
        this.text = passage.text();
        this.floor = passage.start();
        this.to = passage.end();
        this.found = found;
        this.depth = depth;
    }

    /** Proposes what is found in them. */
    void run() {
        int i = sign(floor);
        while (i < to) {
            Wrapped wrapped = at(i);
            if (wrapped != null) {
                inside(wrapped.reading());
                floor = wrapped.end();
            }
            i = sign(Math.max(floor, i + 1));
        }
    }

    private @Nullable Wrapped at(int i) {
        return PercentRun.around(text, floor, i, to);
    }

    private void inside(Reading reading) {
        if (reading.size() < SHORTEST) {
            return;
        }
        Passage passage = reading.passage();
        Candidates inner = found.inside(passage);
        new Scan(tables, passage, inner).run();
        if (depth < DEEPEST) {
            new Wrappings(tables, passage, inner, depth + 1).run();
        }
        inner.settle(null);
        inner.tell(reading, found);
    }

    /** Where the next byte stands that may be the sign of one, or {@code to}. */
    private int sign(int from) {
        int i = from;
        while (i + EightBytes.SIZE <= to) {
            long signs = EightBytes.equal(EightBytes.at(text, i), (byte) '%');
            if (signs != 0) {
                return i + (Long.numberOfTrailingZeros(signs) >>> 3);
            }
            i += EightBytes.SIZE;
        }
        while (i < to && text[i] != '%') {
            i++;
        }
        return i;
    }
}
