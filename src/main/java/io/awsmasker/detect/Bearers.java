package io.awsmasker.detect;

/** Credentials of HTTP's Authorization header: {@code Bearer …} and {@code Basic …}. */
final class Bearers {
    private static final int SHORTEST = 16;

    private Bearers() {}

    static void find(byte[] text, int from, int at, int to, Candidates found) {
        boolean bearer = Bytes.at(text, at, to, "Bearer ");
        if (!Boundary.before(text, from, at) || !(bearer || Bytes.at(text, at, to, "Basic "))) {
            return;
        }
        int start = at + (bearer ? 7 : 6);
        int end = start;
        boolean digit = false;
        boolean upper = false;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || ".~+/-=".indexOf(text[end]) >= 0)) {
            digit |= Bytes.is(text[end], Bytes.DIGIT);
            upper |= Bytes.is(text[end], Bytes.UPPER);
            end++;
        }
        if (end - start >= SHORTEST && (digit || (!bearer && upper))) {
            found.shape(IdentifierType.BEARER, start, end);
        }
    }
}
