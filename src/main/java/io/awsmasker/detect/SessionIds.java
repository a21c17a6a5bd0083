package io.awsmasker.detect;

/**
 * Sessions of the Session Manager, {@code gudrun-0a1b2c3d4e5f60718}: who opened it, a hyphen and the seventeen digits that ids
 * of AWS have. Whatever stands in front belongs to it, be it a login or the prefix of an id that is not in the catalogue yet.
 */
final class SessionIds {
    private static final int DIGITS = 17;
    private static final int LONGEST_NAME = 96;

    private SessionIds() {}

    /** Adds the session whose last hyphen stands at {@code dash}; returns whether there is one. */
    static boolean find(byte[] text, int from, int dash, int to, Candidates found) {
        int end = dash + 1 + DIGITS;
        boolean id = end <= to
                && text[dash + 1] == '0'
                && Bytes.runEnd(text, dash + 1, end, Bytes.LOWER_HEX) == end
                && Bytes.runEnd(text, dash + 1, end, Bytes.DIGIT) < end
                && Boundary.after(text, end, to);
        if (!id) {
            return false;
        }
        int start = dash;
        while (start > from
                && dash - start < LONGEST_NAME
                && (Bytes.is(text[start - 1], Bytes.HOST) || text[start - 1] == '@')) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, dash);
        if (start < dash && Bytes.is(text[start], Bytes.ALNUM) && Boundary.before(text, from, start)) {
            found.shape(IdentifierType.SESSION, start, end);
            return true;
        }
        return false;
    }
}
