package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/** The values of {@code Cookie} and {@code Set-Cookie} that are long and mixed enough to be the key of a session. */
public final class Cookies {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 8192;
    private static final Marks ENDS = Marks.of("\"'\\`<>\n\r");

    /** What no value holds (RFC 6265, 4.1.1), the ends aside. */
    private static final Marks VALUE_ENDS = Marks.of(";, \t");

    private Cookies() {}

    /** Proposes the values among {@code name=value; name=value}, or what has no name; returns where they end. */
    public static int read(byte[] text, int start, int to, Candidates found) {
        int limit = Math.min(to, start + LONGEST);
        int value = start;
        boolean named = false;
        int i = start;
        for (; i < limit && !ENDS.has(text[i]); i++) {
            boolean name = text[i] == '=' && !named;
            if (VALUE_ENDS.has(text[i])) {
                propose(text, value, i, found);
            }
            if (name || VALUE_ENDS.has(text[i])) {
                value = i + 1;
                named = name;
            }
        }
        propose(text, value, i, found);
        return i;
    }

    private static void propose(byte[] text, int start, int end, Candidates found) {
        int kinds = Bytes.any(text, start, end);
        boolean call = end > start
                && text[end - 1] == ']'
                && Bytes.runEnd(text, start, end, Bytes.WORD) < end
                && text[Bytes.runEnd(text, start, end, Bytes.WORD)] == '(';
        if (end - start >= SHORTEST && !call && (kinds & Bytes.DIGIT) != 0 && (kinds & Bytes.LETTER) != 0) {
            found.name(IdentifierType.COOKIE, start, end);
        }
    }
}
