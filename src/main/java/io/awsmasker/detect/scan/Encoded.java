package io.awsmasker.detect.scan;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Text in base64 in which identifiers stand: user data, Kubernetes secrets, messages of queues. Nothing inside can be
 * replaced in place, so the whole run of base64 is one finding. Bytes that are no text are recognised by the first few,
 * and what is decoded is shorter than what was read, so the work stays linear.
 */
final class Encoded {
    /** Below, only what is an address or an account as a whole counts. */
    static final int SHORTEST = 24;

    /** What base64 of a digit begins with. */
    private static final String FIRST_OF_DIGITS = "MNO";

    private static final int LONGEST = 1 << 20;

    /** Below, lines are no ones of a text that was wrapped. */
    private static final int SHORTEST_LINE = 60;

    private static final int MOST_SPACES = 64;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** What each letter of base64 stands for. */
    private static final int[] VALUES = new int[128];

    static {
        for (int value = 0; value < ALPHABET.length(); value++) {
            VALUES[ALPHABET.charAt(value)] = value;
        }
    }

    private Encoded() {}

    /**
     * Adds the run of base64 that ends at {@code end} and has a byte at {@code at}; if its lines are wrapped, all of it.
     *
     * @return where it ends
     */
    static int find(Recognisers recognisers, byte[] text, int from, int at, int end, int to, Candidates found) {
        int start = at;
        while (start > from && member(text[start - 1])) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, end);
        int length = end - start;
        boolean brief = length < SHORTEST;
        if (length > LONGEST
                || length % 4 == 1
                || (brief
                        ? FIRST_OF_DIGITS.indexOf(text[start]) < 0
                        : length < SHORTEST_LINE && end - at < SHORTEST / 2)
                || (length >= 4 && !begins(text, start))
                || !plain(decoded(text, start, brief ? end : start + SHORTEST))) {
            return end;
        }
        int stop = wrapped(text, start, end, to);
        if (stop > end && whole(recognisers, text, start, stop, to, false, found)) {
            return stop;
        }
        int line = start;
        int last = end;
        while (true) {
            if ((last - line) % 4 != 1) {
                whole(recognisers, text, line, last, to, brief, found);
            }
            if (last >= stop) {
                break;
            }
            line = nextLine(text, last, to);
            last = Bytes.runEnd(text, line, stop, Bytes.BASE64);
        }
        return stop;
    }

    /** Adds {@code [start, end)} if identifiers stand in it; returns whether it is text. */
    private static boolean whole(
            Recognisers recognisers, byte[] text, int start, int end, int to, boolean brief, Candidates found) {
        byte[] decoded = decoded(text, start, end);
        if (!plain(decoded)) {
            return false;
        }
        List<Finding> inside = findings(recognisers, decoded, found);
        if (!inside.isEmpty() && (!brief || inside.get(0).end() - inside.get(0).start() == decoded.length)) {
            boolean secret = inside.stream().anyMatch(f -> f.type().secret());
            found.shape(secret ? IdentifierType.PASSWORD : IdentifierType.ENCODED, start, padded(text, end, to));
        }
        return true;
    }

    /** Where the last line ends of those that are as long as the first one, {@code [start, end)}, but for the last. */
    private static int wrapped(byte[] text, int start, int end, int to) {
        int length = end - start;
        int stop = end;
        int size = length;
        while (length >= SHORTEST_LINE && length % 4 == 0 && size < LONGEST) {
            int line = nextLine(text, stop, to);
            int last = line < 0 ? stop : Bytes.runEnd(text, line, Math.min(to, line + length + 1), Bytes.BASE64);
            if (last <= line || last - line > length || line < 0 || (padded(text, last, to) - line) % 4 != 0) {
                break;
            }
            size += last - line;
            stop = last;
            if (last - line < length) {
                break;
            }
        }
        return stop;
    }

    /** Where the padding of the run ends that ends at {@code end}. */
    private static int padded(byte[] text, int end, int to) {
        int stop = end;
        while (stop < to && stop - end < 2 && text[stop] == '=') {
            stop++;
        }
        return stop;
    }

    /** Where the line begins behind the one that ends at {@code at}, or -1. */
    private static int nextLine(byte[] text, int at, int to) {
        int i = at < to && text[at] == '\r' ? at + 1 : at;
        if (i < to && text[i] == '\n') {
            i++;
        } else if (i + 1 < to && text[i] == '\\' && text[i + 1] == 'n') {
            i += 2;
        } else {
            return -1;
        }
        int start = i;
        while (start < to && start - i < MOST_SPACES && text[start] == ' ') {
            start++;
        }
        return start;
    }

    private static List<Finding> findings(Recognisers recognisers, byte[] decoded, Candidates found) {
        Passage passage = new Passage(decoded, 0, decoded.length, null);
        Candidates inside = found.inside(passage);
        Scan.read(recognisers, passage, inside);
        inside.settle(null);
        return inside.findings();
    }

    private static byte[] decoded(byte[] text, int start, int end) {
        byte[] run = new byte[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            boolean escape = text[i] == '\\' && i + 1 < end;
            i += escape ? 1 : 0;
            if (!escape && member(text[i])) {
                run[size++] = text[i];
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(run, size));
    }

    /** Whether it is text in UTF-8, which may be cut at its end. */
    private static boolean plain(byte[] decoded) {
        int following = 0;
        for (byte b : decoded) {
            boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\t' && b != '\r';
            boolean follows = (b & 0xC0) == 0x80;
            if (control || follows != following > 0 || (b & 0xff) >= 0xF8) {
                return false;
            }
            boolean leads = (b & 0xC0) == 0xC0;
            following = leads ? Integer.numberOfLeadingZeros(~b << 24) - 1 : Math.max(0, following - 1);
        }
        return true;
    }

    /** Whether the four letters at {@code at} are three bytes with which a text may begin; most others are seen by that. */
    private static boolean begins(byte[] text, int at) {
        int bits =
                VALUES[text[at]] << 18 | VALUES[text[at + 1]] << 12 | VALUES[text[at + 2]] << 6 | VALUES[text[at + 3]];
        for (int shift = 16; shift >= 0; shift -= 8) {
            int b = bits >>> shift & 0xff;
            if (b >= 0x80) {
                return b >= 0xC0 && b < 0xF8;
            }
            if (b < ' ' && b != '\n' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean member(byte b) {
        return Bytes.is(b, Bytes.ALNUM) || b == '/' || b == '+';
    }
}
