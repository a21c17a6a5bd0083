package io.awsmasker.detect.scan;

import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.finding.Reading;
import io.awsmasker.detect.wrapping.Entities;
import io.awsmasker.detect.wrapping.EscapedString;
import io.awsmasker.detect.wrapping.Margin;
import io.awsmasker.detect.wrapping.PercentRun;
import io.awsmasker.detect.wrapping.QuotedField;
import io.awsmasker.detect.wrapping.Signs;
import io.awsmasker.detect.wrapping.Wrapped;
import org.jspecify.annotations.Nullable;

/**
 * Texts inside a text: percent-encoded ones, strings with escapes, fields with doubled quotes, lines behind a margin. Each
 * is scanned as a text of its own, in addition, so that no recogniser need know of them; one may hold the next. No byte
 * is in two of one depth, and the depth is bounded, so the work stays linear.
 */
public final class Wrappings {
    private static final int DEEPEST = 4;

    /** Texts below hold nothing that is not found around them. */
    private static final int SHORTEST = 8;

    private final Recognisers recognisers;
    private final byte[] text;
    private final int to;
    private final Candidates found;
    private final Signs signs;
    private final int depth;
    private int floor;
    private int encoded;
    private int lists;

    /** @param signs where the scan of the passage met signs of such texts */
    public Wrappings(Recognisers recognisers, Passage passage, Signs signs, Candidates found) {
        this(recognisers, passage, signs, found, 1);
    }

    private Wrappings(Recognisers recognisers, Passage passage, Signs signs, Candidates found, int depth) {
        this.recognisers = recognisers;
        this.text = passage.text();
        this.floor = passage.start();
        this.to = passage.end();
        this.found = found;
        this.signs = signs;
        this.depth = depth;
    }

    /** Proposes what is found in them. */
    public void run() {
        int i = lines(floor);
        while (i < to) {
            Wrapped wrapped = at(i);
            int next = i + 1;
            if (wrapped != null) {
                if (text[i] == '%') {
                    form(i, wrapped.end());
                }
                inside(wrapped.reading());
                next = wrapped.end();
                encoded = next;
                floor = text[i] == '%' ? floor : next;
            }
            i = text[i] == '\n' ? lines(next) : signs.next(next, to);
        }
    }

    /** Reads the lines from {@code line} on that have a margin; returns where the next sign stands. */
    private int lines(int line) {
        int at = line;
        while (at < to) {
            Wrapped wrapped = Margin.at(text, at, to, lists, found);
            if (wrapped == null) {
                break;
            }
            if (wrapped.reading().size() == 0) {
                lists = wrapped.end();
                break;
            }
            inside(wrapped.reading());
            at = wrapped.end();
            floor = at;
        }
        return signs.next(at, to);
    }

    /** Reads a percent-encoded run once more as forms are sent, in which a plus sign is a blank. */
    private void form(int percent, int end) {
        Wrapped form = PercentRun.form(text, Math.max(floor, encoded), percent, end);
        if (form != null) {
            inside(form.reading());
        }
    }

    private @Nullable Wrapped at(int i) {
        return switch (text[i]) {
            case '%' -> PercentRun.around(text, Math.max(floor, encoded), i, to);
            case '&' -> Entities.around(text, floor, i, to);
            case '\\' -> EscapedString.around(text, floor, i, to);
            case '"' -> QuotedField.around(text, floor, i, to);
            default -> null;
        };
    }

    private void inside(Reading reading) {
        if (reading.size() < SHORTEST) {
            return;
        }
        Passage passage = reading.passage();
        Candidates inner = found.inside(passage);
        Signs more = Scan.read(recognisers, passage, inner);
        if (depth < DEEPEST) {
            new Wrappings(recognisers, passage, more, inner, depth + 1).run();
        }
        inner.settle(null);
        inner.tell(reading, found);
    }
}
