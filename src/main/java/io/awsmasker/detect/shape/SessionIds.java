package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Sessions of the Session Manager, {@code gudrun-0a1b2c3d4e5f60718}: who opened it, a hyphen and the seventeen digits that ids
 * of AWS have. Whatever stands in front belongs to it, be it a login or the prefix of an id that is not in the catalogue yet.
 */
public final class SessionIds {
    private static final int DIGITS = 17;
    private static final int LONGEST_NAME = 96;

    /** How many small letters and digits newer sessions have instead. */
    private static final int LETTERS = 26;

    private static final int WIDEST_GAP = 6;
    private static final Marks GAP = Marks.of(" :=\"'`\\");
    private static final String[] KEYS = {"essionId", "ession-id", "ession_id", "ession ID", "ession id"};

    /** What programs write in front of digests and numbers of their own. */
    private static final WordTable PROGRAMS =
            new WordTable(Words.set("req request sha commit build trace span rev main chunk hash"));

    private SessionIds() {}

    /** Adds the session whose last hyphen stands at {@code dash}; returns whether there is one. */
    public static boolean find(byte[] text, int from, int dash, int to, Candidates found) {
        int end = dash + 1 + DIGITS;
        if (end > to || !Bytes.is(text[end - 1], Bytes.LOWER | Bytes.DIGIT)) {
            return false;
        }
        boolean called = Bytes.runEnd(text, dash + 1, Math.min(to, dash + 2 + LETTERS), Bytes.LOWER | Bytes.DIGIT)
                == dash + 1 + LETTERS;
        end = called ? dash + 1 + LETTERS : end;
        boolean id = called
                ? Boundary.after(text, end, to)
                : end <= to
                        && text[dash + 1] == '0'
                        && Bytes.runEnd(text, dash + 1, end, Bytes.LOWER_HEX) == end
                        && Bytes.runEnd(text, dash + 1, end, Bytes.DIGIT) < end
                        && Boundary.after(text, end, to)
                        && !(end + 1 < to && text[end] == '.' && Bytes.is(text[end + 1], Bytes.LETTER));
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
        boolean person = !PROGRAMS.contains(text, start, dash);
        person &= !called || behindKey(text, from, start);
        if (person && start < dash && Bytes.is(text[start], Bytes.ALNUM) && Boundary.before(text, from, start)) {
            found.shape(IdentifierType.SESSION, start, end);
            return true;
        }
        return false;
    }

    /** Whether {@code SessionId:} or {@code --session-id} stands in front, as letters alone are no shape. */
    private static boolean behindKey(byte[] text, int from, int start) {
        int end = start;
        while (end > from && start - end < WIDEST_GAP && GAP.has(text[end - 1])) {
            end--;
        }
        for (String key : KEYS) {
            if (end < start && end - key.length() >= from && Bytes.at(text, end - key.length(), end, key)) {
                return true;
            }
        }
        return false;
    }
}
