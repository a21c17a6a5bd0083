package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** E-mail addresses, found from the at sign. Reads at most 64 bytes before it and 253 behind it. */
public final class Mails {
    private static final Marks LOGIN_ENDS = Marks.of("\"'/\\");
    private static final Set<String> FILES = Words.set("png jpg jpeg gif svg webp js ts css html json py");
    private static final WordTable UNITS = new WordTable(Words.set("service socket target timer mount slice scope"));
    private static final String AWS = ".amazonaws.com";
    private static final int LONGEST_FILE = 4;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    private Mails() {}

    public static void find(byte[] text, int from, int at, int to, Candidates found) {
        int start = at;
        while (start > from && at - start < LONGEST_LOCAL && local(text[start - 1])) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, at);
        while (start < at && !Bytes.is(text[start], Bytes.ALNUM)) {
            start++;
        }
        int end = domainEnd(text, at + 1, Math.min(to, at + 1 + LONGEST_DOMAIN));
        boolean git = at - start == 3 && Bytes.at(text, start, at, "git");
        if (start < at && end > 0 && !git && !ofAws(text, at, end) && !login(text, from, start)) {
            found.shape(IdentifierType.EMAIL, start, end);
        }
    }

    /** Whether a host of AWS follows, to which somebody logs in. */
    private static boolean ofAws(byte[] text, int at, int end) {
        return end - AWS.length() > at && Bytes.at(text, end - AWS.length(), end, AWS);
    }

    /** Whether a password ends here, as in {@code scheme://user:password@host}; it is looked for elsewhere. */
    private static boolean login(byte[] text, int from, int start) {
        int i = start;
        while (i > from && start - i < LONGEST_LOCAL && text[i - 1] > ' ' && !LOGIN_ENDS.has(text[i - 1])) {
            i--;
        }
        boolean colon = false;
        for (int k = i; k < start; k++) {
            colon |= text[k] == ':';
        }
        return colon && i - 3 >= from && text[i - 1] == '/' && text[i - 2] == '/' && text[i - 3] == ':';
    }

    /** The ending of a file or of a unit of systemd, as in {@code icon@2x.png}. */
    private static boolean file(byte[] text, int label, int stop) {
        return UNITS.contains(text, label, stop)
                || (stop - label <= LONGEST_FILE
                        && FILES.contains(new String(text, label, stop - label, StandardCharsets.US_ASCII)));
    }

    private static boolean local(byte b) {
        return Bytes.is(b, Bytes.HOST) || b == '+' || b == '%';
    }

    /** The end of a domain whose last label is made of letters, or -1. */
    private static int domainEnd(byte[] text, int from, int to) {
        int end = -1;
        int labels = 0;
        int label = from;
        while (label < to && Bytes.is(text[label], Bytes.ALNUM)) {
            int stop = label;
            while (stop < to && (Bytes.is(text[stop], Bytes.ALNUM) || text[stop] == '-')) {
                stop++;
            }
            labels++;
            boolean letters = Bytes.runEnd(text, label, stop, Bytes.LETTER) == stop;
            if (labels > 1
                    && letters
                    && stop - label >= 2
                    && !file(text, label, stop)
                    && Boundary.after(text, stop, to)) {
                end = stop;
            }
            if (stop + 1 >= to || text[stop] != '.') {
                break;
            }
            label = stop + 1;
        }
        return end;
    }
}
