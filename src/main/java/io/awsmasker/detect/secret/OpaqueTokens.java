package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import java.util.Set;

/**
 * JSON web tokens and session tokens of AWS, which one recognises by the letters that their first bytes always encode to.
 * Each begins where no byte of its own alphabet stands in front, so no byte is read by two of them.
 */
public final class OpaqueTokens {
    private static final Marks ENCODED_MARKS = Marks.of("+/-%");

    /** What the first bytes of a session token encode to. */
    private static final Set<String> OPENINGS = Set.of("IQoJ", "AgoJ", "FwoG", "FQoG", "AQoD");

    /** What follows in those of today: {@code origin}, {@code er/aws}, {@code aws}. */
    private static final Set<String> ORIGINS = Set.of("b3JpZ2lu", "ZXIvYXdz", "YXdz");

    private OpaqueTokens() {}

    /**
     * Adds a JSON web token whose opening letters end with the one at {@code at}.
     *
     * @param floor the end of what was last read for one: what is joined to its bytes has been read
     * @return the new floor
     */
    public static int webToken(byte[] text, int from, int at, int to, int floor, Candidates found) {
        int start = at - 2;
        if (start < from
                || !Bytes.at(text, start, at, "ey")
                || !Boundary.beforePart(text, from, start)
                || (start > from && text[start - 1] == '.')) {
            return floor;
        }
        boolean joined = start > from && (text[start - 1] == '_' || text[start - 1] == '-');
        if (joined && start < floor) {
            return floor;
        }
        int end = start;
        int parts = 0;
        while (parts < 5 && end < to) {
            int stop = base64Url(text, end, to);
            if (stop - end < 8 && parts < 2) {
                break;
            }
            parts++;
            end = stop;
            if (end >= to
                    || text[end] != '.'
                    || (parts == 1 && !Bytes.at(text, end + 1, to, "eyJ") && !wrapped(text, end, to))) {
                break;
            }
            end++;
        }
        if (parts >= 3 || (parts == 2 && !joined && end > start && text[end - 1] == '.')) {
            found.shape(IdentifierType.JWT, start, end);
        }
        return Math.max(floor, end);
    }

    /**
     * Adds a session token whose opening letters end with the one at {@code at}.
     *
     * @param floor the end of the last one's bytes: what begins inside has been read
     * @return the new floor
     */
    public static int sessionToken(byte[] text, int from, int at, int to, int floor, Candidates found) {
        int start = at - 3;
        boolean token = start >= Math.max(from, floor) && any(OPENINGS, text, start, to);
        if (token && (open(text, from, start) || joined(text, from, start, to))) {
            int end = start;
            while (end < to && (Bytes.is(text[end], Bytes.WORD) || ENCODED_MARKS.has(text[end]))) {
                end++;
            }
            while (end < to && text[end] == '=') {
                end++;
            }
            if (end - start >= 80) {
                found.shape(IdentifierType.SESSIONTOKEN, start, end);
            }
            return end;
        }
        return floor;
    }

    /** In an encrypted token the second part is a wrapped key and does not begin like JSON. */
    private static boolean wrapped(byte[] text, int dot, int to) {
        int end = base64Url(text, dot + 1, to);
        return end - dot > 200 && end < to && text[end] == '.';
    }

    private static int base64Url(byte[] text, int from, int to) {
        int end = from;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || text[end] == '-')) {
            end++;
        }
        return end;
    }

    private static boolean open(byte[] text, int from, int start) {
        return Boundary.before(text, from, start) && !(start > from && ENCODED_MARKS.has(text[start - 1]));
    }

    /** Whether it goes on so that a sign in front of it can be no letter of its own alphabet. */
    private static boolean joined(byte[] text, int from, int start, int to) {
        return Boundary.beforePart(text, from, start) && any(ORIGINS, text, start + 4, to);
    }

    private static boolean any(Set<String> words, byte[] text, int at, int to) {
        for (String word : words) {
            if (Bytes.at(text, at, to, word)) {
                return true;
            }
        }
        return false;
    }
}
