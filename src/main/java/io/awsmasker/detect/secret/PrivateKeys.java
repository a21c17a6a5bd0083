package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * Private keys in PEM, from their BEGIN line to the matching END line or, when that is missing, as far as the base64
 * goes. One object belongs to one passage: it remembers that no END line follows, so the search for it stays linear.
 */
public final class PrivateKeys {
    private static final Marks BODY_MARKS = Marks.of("+/=\\\n\r\t :,");
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String PUTTY = "Private-Lines: ";
    private static final int LONGEST_LABEL = 60;

    private boolean noMoreEnds;

    /** Adds the key whose BEGIN line starts at {@code at}; returns where to read on. */
    public int find(byte[] text, int at, int to, Candidates found) {
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

    /** Adds the lines behind {@code Private-Lines: 14}, whose hyphen stands at {@code dash}; returns where to read on. */
    public static int ofPutty(byte[] text, int from, int dash, int to, Candidates found) {
        int word = dash - PUTTY.indexOf('-');
        int start = word + PUTTY.length();
        if (word < from || !Bytes.at(text, word, to, PUTTY)) {
            return dash + 1;
        }
        start = Bytes.runEnd(text, start, to, Bytes.DIGIT);
        int first = lineEnd(text, start, to);
        int at = first;
        int end = start;
        while (at > start && at < to) {
            int stop = Bytes.runEnd(text, at, to, Bytes.BASE64);
            while (stop < to && text[stop] == '=') {
                stop++;
            }
            int next = lineEnd(text, stop, to);
            if (stop == at || (next == stop && stop < to && "\"'`".indexOf(text[stop]) < 0)) {
                break;
            }
            end = stop;
            if (next == stop) {
                break;
            }
            at = next;
        }
        if (end > first) {
            found.shape(IdentifierType.PEM, first, end);
        }
        return Math.max(end, dash + 1);
    }

    /** Behind the end of a line, which JSON writes with backslashes, and the blanks of the next; or {@code at}. */
    private static int lineEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && text[i] == '\\') {
            i++;
        }
        if (i > at) {
            i += i < to && text[i] == 'r' ? 1 : 0;
            while (i < to && text[i] == '\\') {
                i++;
            }
            return i < to && text[i] == 'n' ? i + 1 : at;
        }
        i += i < to && text[i] == '\r' ? 1 : 0;
        if (i >= to || text[i] != '\n') {
            return at;
        }
        i++;
        while (i < to && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        return i;
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
