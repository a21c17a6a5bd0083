package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * Ids of hosted zones: capitals and digits that begin with {@code Z}, long enough not to be a word. Terraform joins the
 * name and the type of a record to them with underscores.
 */
public final class Zones {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 32;

    private Zones() {}

    public static void find(byte[] text, int from, int at, int to, Candidates found) {
        if (!Boundary.before(text, from, at) || (at > from && (text[at - 1] == '+' || text[at - 1] == '='))) {
            return;
        }
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST + 1), Bytes.UPPER | Bytes.DIGIT);
        boolean length = end - at >= SHORTEST && end - at <= LONGEST;
        boolean base64 = end < to && "+/=".indexOf(text[end]) >= 0;
        boolean ended = Boundary.after(text, end, to) || (end < to && text[end] == '_');
        if (length && !base64 && ended && Bytes.runEnd(text, at, end, Bytes.UPPER) < end) {
            found.shape(IdentifierType.ZONE, at, end);
        }
    }
}
