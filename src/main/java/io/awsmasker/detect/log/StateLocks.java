package io.awsmasker.detect.log;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * What Terraform prints about a lock of its state: behind {@code Path:} the bucket in which the state lies, behind {@code
 * Who:} a person and a computer. The words are nobody's but of these lines, so that the form of the value decides.
 */
public final class StateLocks {
    private static final int LONGEST = 256;
    private static final String STATE = ".tfstate";

    /** What is written behind the path where the table of locks holds a checksum. */
    private static final String DIGEST = "-md5";

    private StateLocks() {}

    /** Adds what stands at {@code value} under the key that ends at {@code keyEnd}, which no type is known for. */
    public static void find(byte[] text, int from, int keyEnd, int value, int to, Candidates found) {
        boolean path = Bytes.at(text, keyEnd - 4, keyEnd, "Path") && Boundary.before(text, from, keyEnd - 4);
        boolean who = !path && Bytes.at(text, keyEnd - 3, keyEnd, "Who") && Boundary.before(text, from, keyEnd - 3);
        if (!path && !who) {
            return;
        }
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST), Bytes.NAME);
        int first = Bytes.runEnd(text, value, end, Bytes.HOST);
        if (path && first < end && text[first] == '/' && ofState(text, value, end) && first - value > 2) {
            found.placed(IdentifierType.BUCKET, value, first);
        } else if (who && first > value && first + 1 < end && text[first] == '@') {
            found.placed(IdentifierType.EMAIL, value, end);
        }
    }

    private static boolean ofState(byte[] text, int start, int end) {
        int last = Bytes.at(text, end - DIGEST.length(), end, DIGEST) ? end - DIGEST.length() : end;
        return last - STATE.length() > start && Bytes.at(text, last - STATE.length(), last, STATE);
    }
}
