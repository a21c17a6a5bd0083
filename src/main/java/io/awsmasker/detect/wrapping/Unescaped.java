package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Escapes;
import io.awsmasker.detect.catalogue.FindingType;
import io.awsmasker.detect.catalogue.Part;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.finding.TokenLiteral;
import io.awsmasker.detect.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage as its reader sees it, with {@link Escapes} resolved, so that no recogniser need know of them; and the way
 * back, from what was found in it to where that stands. The way back reads the passage again instead of keeping a map,
 * because a text may consist of escapes.
 */
public final class Unescaped {
    private final List<Finding> found = new ArrayList<>();
    private final byte[] text;
    private final int to;

    /** Where the reading stands in the passage, and in its view. */
    private int at;

    private int seen;

    private Unescaped(Passage passage) {
        text = passage.text();
        at = passage.start();
        to = passage.end();
    }

    /** The passage without its escapes: itself if it has none. */
    public static Passage view(Passage passage) {
        byte[] text = passage.text();
        int to = passage.end();
        int at = passage.start();
        int escape = Escapes.next(text, at, to, to);
        if (escape == to) {
            return passage;
        }
        byte[] view = new byte[to - at];
        int size = 0;
        while (true) {
            System.arraycopy(text, at, view, size, escape - at);
            size += escape - at;
            if (escape == to) {
                return new Passage(view, 0, size, passage.key());
            }
            at = Escapes.end(text, escape, to);
            int meaning = Escapes.meaning(text, escape, at);
            view[size] = (byte) meaning;
            size += meaning == Escapes.NOTHING ? 0 : 1;
            escape = Escapes.next(text, at, to, to);
        }
    }

    /** Where the findings of the view, in ascending order, stand in the passage. */
    public static List<Finding> original(Passage passage, Passage view, List<Finding> findings) {
        boolean escapes = view.end() - view.start() < passage.end() - passage.start();
        if (!escapes || findings.isEmpty()) {
            return findings;
        }
        Unescaped reading = new Unescaped(passage);
        for (Finding finding : findings) {
            reading.locate(finding);
        }
        return List.copyOf(reading.found);
    }

    private void locate(Finding finding) {
        int escape = nextEscape(finding.start());
        while (escape > 0) {
            pass(escape);
            escape = nextEscape(finding.start());
        }
        int start = at;
        int piece = at;
        FindingType type = finding.type();
        escape = nextEscape(finding.end());
        boolean whole = escape < 0 || type.secret();
        FindingType part = new Part(type);
        while (escape > 0) {
            if (!whole) {
                part(part, piece);
            }
            pass(escape);
            piece = at;
            escape = nextEscape(finding.end());
        }
        if (whole) {
            found.add(new Finding(type, start, at));
        } else {
            part(part, piece);
        }
    }

    /** Reads on as far as {@code limit} of the view, or to an escape in front of it: then returns where that ends, else -1. */
    private int nextEscape(int limit) {
        int stop = Math.min(to, at + limit - seen);
        int escape = Escapes.next(text, at, stop, to);
        seen += escape - at;
        at = escape;
        return escape < stop ? Escapes.end(text, escape, to) : -1;
    }

    private void pass(int end) {
        seen += Escapes.meaning(text, at, end) == Escapes.NOTHING ? 0 : 1;
        at = end;
    }

    /** Adds what stands between two escapes, unless it says nothing alone. */
    private void part(FindingType type, int start) {
        boolean word = Bytes.runEnd(text, start, at, Bytes.LETTER) == at && Words.common(text, start, at);
        if (at > start && !word && !TokenLiteral.is(text, start, at)) {
            found.add(new Finding(type, start, at));
        }
    }
}
