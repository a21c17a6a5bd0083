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
    private static final int SHORTEST = 24;
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
        if (length < SHORTEST || length > LONGEST || length % 4 == 1 || !readable(text, start, start + SHORTEST)) {
            return;
        }
        byte[] decoded = Base64.getDecoder().decode(Arrays.copyOfRange(text, start, end));
        if (!plain(decoded)) {
            return;
        }
        List<Finding> inside = findings(tables, decoded, found);
        if (!inside.isEmpty()) {
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

    private static boolean readable(byte[] text, int start, int end) {
        return plain(Base64.getDecoder().decode(Arrays.copyOfRange(text, start, end)));
    }

    private static boolean plain(byte[] decoded) {
        for (byte b : decoded) {
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
