package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * The name that stands with an id, as consoles and people write both: {@code i-0abc… (quay-web)}, {@code quay-web-1
 * (i-0abc…)}. States, kinds of machines and zones stand there too, so that only words joined by hyphens count which are no
 * compound of the language.
 */
public final class Beside {
    private static final int LONGEST = 128;
    private static final Marks QUOTES = Marks.of("\"'`\\ ");
    private static final WordTable STATES = new WordTable(Words.set("pending running stopped in pay"));
    private static final WordTable ARCHITECTURES = new WordTable(Words.set("x86-64 x86-32"));

    private Beside() {}

    /**
     * Adds the name that brackets hold behind the id {@code [start, end)}, or that stands in front of its own: with a digit,
     * three parts or the id's prefix at its end, unless it is an account's.
     */
    public static void find(byte[] text, int from, int start, int end, int to, IdentifierType type, Candidates found) {
        int open = end < to && text[end] == '`' ? end + 1 : end;
        if (open + 1 < to && text[open] == ' ' && text[open + 1] == '(') {
            behind(text, open + 2, to, type, found);
        } else if (end < to
                && text[end] == ')'
                && start - 3 > from
                && text[start - 1] == '('
                && text[start - 2] == ' ') {
            front(text, from, start - 2, Bytes.runEnd(text, start, end, Bytes.LOWER) - start, type, found);
        }
    }

    private static void behind(byte[] text, int at, int to, IdentifierType type, Candidates found) {
        int start = at < to && QUOTES.has(text[at]) ? at + 1 : at;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.HOST);
        int close = end < to && QUOTES.has(text[end]) && start > at ? end + 1 : end;
        if (close < to && text[close] == ')' && isName(text, start, end)) {
            Names.propose(text, start, end, true, type, found);
        }
    }

    private static void front(byte[] text, int from, int at, int prefix, IdentifierType type, Candidates found) {
        int end = QUOTES.has(text[at - 1]) ? at - 1 : at;
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, end);
        boolean begins = start == from || QUOTES.has(text[start - 1]) || text[start - 1] == '\n';
        boolean telling = type == IdentifierType.RES
                || (Bytes.any(text, start, end) & Bytes.DIGIT) != 0
                || Compounds.isLong(text, start, end)
                || (prefix > 0 && endsIn(text, start, end, at + 2, prefix));
        if (begins && telling && isName(text, start, end)) {
            Names.propose(text, start, end, true, type, found);
        }
    }

    /** Whether the name is one like {@code lantern-sg} in front of {@code (sg-0abc…)}. */
    private static boolean endsIn(byte[] text, int start, int end, int id, int prefix) {
        int last = end - prefix;
        return last - 1 > start && text[last - 1] == '-' && Words.same(text, last, end, id, id + prefix);
    }

    private static boolean isName(byte[] text, int start, int end) {
        int first = Bytes.runEnd(text, start, end, Bytes.ALNUM);
        boolean joined = first > start && first < end && text[first] == '-' && Bytes.is(text[end - 1], Bytes.ALNUM);
        boolean dots = false;
        for (int i = start; i < end; i++) {
            dots |= text[i] == '.';
        }
        return joined
                && !dots
                && Bytes.is(text[start], Bytes.LETTER)
                && !STATES.contains(text, start, first)
                && !ARCHITECTURES.contains(text, start, end)
                && !Regions.is(text, start, end)
                && !Compounds.is(text, start, end)
                && !Compounds.ofCommonWords(text, start, end);
    }
}
