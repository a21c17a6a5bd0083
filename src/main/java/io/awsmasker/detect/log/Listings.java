package io.awsmasker.detect.log;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;

/**
 * Buckets as {@code aws s3 ls} prints them: a line of a day, a time and a single word. Also with tabs and the word
 * {@code BUCKETS} in front, as {@code --output text} does.
 */
public final class Listings {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_TIME = 40;

    private Listings() {}

    /** Adds the bucket behind the time whose first colon stands at {@code colon}. */
    public static void find(byte[] text, int from, int colon, int to, Candidates found) {
        if (colon + 3 >= to || text[colon + 3] != ':' || colon - 13 < from) {
            return;
        }
        byte gap = text[colon - 3];
        int date = colon - 13;
        boolean day = text[colon - 6] == '-' && text[colon - 9] == '-' && Bytes.is(text[date], Bytes.DIGIT);
        if (!day || (gap != ' ' && gap != 'T')) {
            return;
        }
        boolean list = gap == ' ' && begins(text, from, date);
        boolean row = gap == 'T' && date - 8 >= from && Bytes.at(text, date - 8, date, "BUCKETS\t");
        int name = colon + 6;
        while (row && name < to && name - colon < LONGEST_TIME && text[name] > ' ') {
            name++;
        }
        if ((list || row) && name < to && text[name] == (list ? ' ' : '\t')) {
            bucket(text, name + 1, to, row, found);
        }
    }

    private static void bucket(byte[] text, int start, int to, boolean sure, Candidates found) {
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_NAME + 1), Bytes.HOST);
        boolean line = end == to || text[end] == '\n' || text[end] == '\r' || text[end] == '\\' || text[end] == '"';
        boolean lower = true;
        for (int i = start; i < end; i++) {
            lower &= !Bytes.is(text[i], Bytes.UPPER);
        }
        if (line && lower && end - start >= 3) {
            Names.propose(text, start, end, sure, IdentifierType.BUCKET, found);
        }
    }

    private static boolean begins(byte[] text, int from, int at) {
        return at == from
                || text[at - 1] == '\n'
                || text[at - 1] == '"'
                || (text[at - 1] == 'n' && Boundary.before(text, from, at));
    }
}
