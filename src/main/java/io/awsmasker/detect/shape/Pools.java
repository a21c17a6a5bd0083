package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Regions;

/** Cognito's ids, which begin with the name of a region. */
public final class Pools {
    private static final int USER_POOL_TAIL = 9;

    private Pools() {}

    /** {@code eu-west-1_5gJ1G9Pph}, found from the underscore. */
    public static void userPool(byte[] text, int from, int mark, int to, Candidates found) {
        if (mark == from || !Bytes.is(text[mark - 1], Bytes.DIGIT) || mark + USER_POOL_TAIL >= to) {
            return;
        }
        int end = Bytes.runEnd(text, mark + 1, to, Bytes.ALNUM);
        int start = end - mark - 1 == USER_POOL_TAIL ? Regions.startBefore(text, from, mark) : -1;
        if (start >= 0 && Boundary.after(text, end, to)) {
            found.shape(IdentifierType.COGNITO, start, end);
        }
    }

    /** {@code eu-west-1:51a39f68-a664-…}, found from the colon. */
    public static void identityPool(byte[] text, int from, int colon, int to, Candidates found) {
        if (colon > from && Bytes.is(text[colon - 1], Bytes.DIGIT) && Bytes.uuid(text, colon + 1, to)) {
            int start = Regions.startBefore(text, from, colon);
            if (start >= 0 && Boundary.after(text, colon + 37, to)) {
                found.shape(IdentifierType.COGNITOID, start, colon + 37);
            }
        }
    }
}
