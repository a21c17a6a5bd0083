package io.awsmasker.detect;

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
    private static final int SHORTEST = 24;

    /** What base64 of a digit begins with. */
    private static final String FIRST_OF_DIGITS = "MNO";

    private static final int LONGEST = 1 << 20;

    private Encoded() {}

    /** Adds the run of base64 that ends at {@code end} and has a byte at {@code at}. */
    static void find(Tables tables, byte[] text, int from, int at, int end, int to, Candidates found) {
        int start = at;
        while (start > from && member(text[start - 1])) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, end);
        int length = end - start;
        boolean brief = length < SHORTEST;
        if (length > LONGEST
                || length % 4 == 1
                || (brief ? FIRST_OF_DIGITS.indexOf(text[start]) < 0 : end - at < SHORTEST / 2)
                || !plain(decoded(text, start, brief ? end : start + SHORTEST))) {
            return;
        }
        byte[] decoded = decoded(text, start, end);
        if (!plain(decoded)) {
            return;
        }
        List<Finding> inside = findings(tables, decoded, found);
        if (!inside.isEmpty() && (!brief || inside.get(0).end() - inside.get(0).start() == decoded.length)) {
            boolean secret = inside.stream().anyMatch(f -> f.type().secret());
            int stop = end;
            while (stop < to && stop - end < 2 && text[stop] == '=') {
                stop++;
            }
            found.shape(secret ? IdentifierType.PASSWORD : IdentifierType.ENCODED, start, stop);
        }
    }

    private static List<Finding> findings(Tables tables, byte[] decoded, Candidates found) {
        Passage passage = new Passage(decoded, 0, decoded.length, null);
        Candidates inside = found.inside(passage);
        new Scan(tables, passage, inside).run();
        inside.settle(null);
        return inside.findings();
    }

    private static byte[] decoded(byte[] text, int start, int end) {
        return Base64.getDecoder().decode(Arrays.copyOfRange(text, start, end));
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

    private static boolean member(byte b) {
        return Bytes.is(b, Bytes.ALNUM) || b == '/' || b == '+';
    }
}
