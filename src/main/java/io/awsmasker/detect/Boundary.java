package io.awsmasker.detect;

/**
 * Where a word begins and ends: next to a byte other than a letter, a digit or an underscore. An escape of an inner level
 * (a backslash with a letter or a code point, a percent sign with two digits) ends in such bytes without belonging to the word behind it, so it counts as a
 * boundary too. Findings and tokens obey the same test, which is what makes masking and restoring meet.
 */
public final class Boundary {
    private Boundary() {}

    /**
     * Whether a word may begin at {@code at}.
     *
     * @param from offset before which nothing is read
     */
    public static boolean before(byte[] text, int from, int at) {
        return at <= from || !Bytes.is(text[at - 1], Bytes.WORD) || escapeEnds(text, from, at);
    }

    /**
     * Whether a word may end directly in front of {@code at}.
     *
     * @param to offset from which on nothing is read
     */
    public static boolean after(byte[] text, int at, int to) {
        return at >= to || !Bytes.is(text[at], Bytes.WORD);
    }

    /**
     * Where the word that a backwards search of word characters ended at really begins: behind the rest of an escape
     * ({@code n} of {@code \\n}, {@code 2F} of {@code %2F}) that such a search takes for a part of the word.
     */
    static int skipEscape(byte[] text, int from, int at, int to) {
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

    private static boolean escapeEnds(byte[] text, int from, int at) {
        if (at - 2 >= from && text[at - 2] == '\\' && "ntrbf".indexOf(text[at - 1]) >= 0) {
            return true;
        }
        if (at - 3 >= from && text[at - 3] == '%' && hex(text, at - 2, at)) {
            return true;
        }
        return at - 6 >= from && text[at - 6] == '\\' && text[at - 5] == 'u' && hex(text, at - 4, at);
    }

    private static boolean hex(byte[] text, int from, int to) {
        return Bytes.runEnd(text, from, to, Bytes.HEX) == to;
    }
}
