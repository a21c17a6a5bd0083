package io.awsmasker.detect;

/**
 * Private keys in PEM, from their BEGIN line to the matching END line or, when that is missing, as far as the base64
 * goes. One object belongs to one passage: it remembers that no END line follows, so the search for it stays linear.
 */
final class PrivateKeys {
    private static final Marks BODY_MARKS = Marks.of("+/=\\\n\r\t :,");
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final int LONGEST_LABEL = 60;

    private boolean noMoreEnds;

    /** Adds the key whose BEGIN line starts at {@code at}; returns where to read on. */
    int find(byte[] text, int at, int to, Candidates found) {
        if (!Bytes.at(text, at, to, BEGIN)) {
            return at + 1;
        }
        int label = at + BEGIN.length();
        int labelEnd = label;
        while (labelEnd < to
                && labelEnd - label < LONGEST_LABEL
                && (Bytes.is(text[labelEnd], Bytes.UPPER) || text[labelEnd] == ' ')) {
            labelEnd++;
        }
        boolean secret = false;
        for (int i = label; i < labelEnd; i++) {
            secret |= Bytes.at(text, i, labelEnd, "PRIVATE KEY");
        }
        if (!secret || !Bytes.at(text, labelEnd, to, "-----")) {
            return at + BEGIN.length();
        }
        int end = end(text, labelEnd + 5, to);
        found.shape(IdentifierType.PEM, at, end);
        return end;
    }

    private int end(byte[] text, int from, int to) {
        for (int i = from; i < to && !noMoreEnds; i++) {
            if (text[i] == '-' && Bytes.at(text, i, to, END)) {
                int close = i + END.length();
                while (close < to && text[close] != '-') {
                    close++;
                }
                while (close < to && text[close] == '-') {
                    close++;
                }
                return close;
            }
        }
        noMoreEnds = true;
        int end = from;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || BODY_MARKS.has(text[end]))) {
            end++;
        }
        return end;
    }
}
