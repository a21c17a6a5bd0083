package io.awsmasker.detect.bytes;

/**
 * Where a word begins and ends: next to a byte other than a letter, a digit or an underscore. An escape of an inner level
 * (a backslash with a letter or a code point, a percent sign with two digits) ends in such bytes without belonging to the word behind it, so it counts as a
 * boundary too. Findings and tokens obey the same test, which is what makes masking and restoring meet.
 */
public final class Boundary {
    /** How far behind the byte that opens an escape it may end. */
    public static final int LONGEST_ESCAPE = 36;

    /** Of a percent sign, what it encodes, and how often that is encoded. */
    public static final int LONGEST_PERCENT = 7;

    private Boundary() {}

    /**
     * Whether a word may begin at {@code at}.
     *
     * @param from offset before which nothing is read
     */
    public static boolean before(byte[] text, int from, int at) {
        return at <= from
                || !Bytes.is(text[at - 1], Bytes.WORD)
                || (Bytes.is(text[at - 1], Bytes.ESCAPE_END)
                        && (Terminal.ends(text, from, at - 1) || (escapeNear(text, at) && escapeEnds(text, from, at))));
    }

    /**
     * Whether a word may end directly in front of {@code at}.
     *
     * @param to offset from which on nothing is read
     */
    public static boolean after(byte[] text, int at, int to) {
        return at >= to || !Bytes.is(text[at], Bytes.WORD);
    }

    /** Whether a word may begin at {@code at}, or a part of one that underscores join: enough for what names itself. */
    public static boolean beforePart(byte[] text, int from, int at) {
        return before(text, from, at) || text[at - 1] == '_';
    }

    /** Whether a word, or such a part of one, may end directly in front of {@code at}. */
    public static boolean afterPart(byte[] text, int at, int to) {
        return at >= to || !Bytes.is(text[at], Bytes.ALNUM);
    }

    /**
     * Where the word that a backwards search of word characters ended at really begins: behind the rest of an escape
     * ({@code n} of {@code \\n}, {@code 2F} of {@code %2F}) that such a search takes for a part of the word.
     */
    public static int skipEscape(byte[] text, int from, int at, int to) {
        if (at <= from) {
            return at;
        }
        byte before = text[at - 1];
        if (before == '%' && at + 2 < to && hex(text, at, at + 2)) {
            return at + 2;
        }
        if (before == '\\' && at + 5 < to && text[at] == 'u' && hex(text, at + 1, at + 5)) {
            return at + 5;
        }
        return before == '\\' && at + 1 < to && "ntrbf".indexOf(text[at]) >= 0 ? at + 1 : at;
    }

    /** Where the escape ends inside which {@code at} stands, or {@code at} when it stands in none. */
    public static int escapeEnd(byte[] text, int from, int at, int to) {
        if (!escapeNear(text, at)) {
            return at;
        }
        for (int start = Math.max(from, at - 5); start < at; start++) {
            int end = escapeEnd(text, start, to);
            if (end > at) {
                return end;
            }
        }
        return at;
    }

    private static int escapeEnd(byte[] text, int start, int to) {
        if (text[start] == '%' && start + 3 <= to && hex(text, start + 1, start + 3)) {
            return start + 3;
        }
        if (text[start] != '\\' || start + 1 >= to) {
            return start;
        }
        int digits = text[start + 1] == 'u' ? 4 : text[start + 1] == 'x' ? 2 : 0;
        int end = start + 2 + digits;
        return digits > 0 && end <= to && hex(text, start + 2, end) ? end : start;
    }

    /** False for nearly all texts, at the price of one look at the eight bytes in front. */
    private static boolean escapeNear(byte[] text, int at) {
        if (at < EightBytes.SIZE) {
            return true;
        }
        long front = EightBytes.at(text, at - EightBytes.SIZE);
        return EightBytes.contain(front, '\\') || EightBytes.contain(front, '%');
    }

    private static boolean escapeEnds(byte[] text, int from, int at) {
        if (at - 2 >= from && text[at - 2] == '\\' && "ntrbf".indexOf(text[at - 1]) >= 0) {
            return true;
        }
        for (int length = 3; length <= 6; length++) {
            if (at - length >= from && escapeEnd(text, at - length, at) == at) {
                return true;
            }
        }
        return percentEnds(text, from, at);
    }

    /** A percent sign that is itself encoded, as in {@code %252F}. */
    private static boolean percentEnds(byte[] text, int from, int at) {
        int i = at - 2;
        while (i - 2 > from && at - i < LONGEST_PERCENT - 1 && text[i - 2] == '2' && text[i - 1] == '5') {
            i -= 2;
        }
        return i > from && i < at - 2 && text[i - 1] == '%' && hex(text, at - 2, at);
    }

    private static boolean hex(byte[] text, int from, int to) {
        return Bytes.runEnd(text, from, to, Bytes.HEX) == to;
    }
}
