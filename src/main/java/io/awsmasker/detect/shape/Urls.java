package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.secret.DatabaseLogins;
import io.awsmasker.detect.words.Placeholders;
import io.awsmasker.detect.words.Words;

/** What schemes tell: the bucket of {@code s3://…} and the password of {@code scheme://user:password@host}. */
public final class Urls {
    private static final Marks ENDS = Marks.of("/\"'<>\\`");
    private static final int LONGEST_USER_INFO = 256;

    private Urls() {}

    /** Adds what stands in the URL whose scheme ends at the colon at {@code colon}. */
    public static void find(byte[] text, int from, int colon, int to, Candidates found) {
        if (!Bytes.at(text, colon, to, "://")) {
            return;
        }
        int start = colon + 3;
        if (scheme(text, from, colon, "s3") || scheme(text, from, colon, "s3a") || scheme(text, from, colon, "s3n")) {
            int end = Bytes.runEnd(text, start, to, Bytes.HOST);
            while (end > start && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
                end--;
            }
            if (end - start >= 3 && !Words.constant(text, start, end) && !Words.reserved(text, start, end)) {
                found.name(IdentifierType.BUCKET, start, end);
            }
            return;
        }
        int limit = Math.min(to, start + LONGEST_USER_INFO);
        int password = -1;
        int at = -1;
        for (int i = start; i < limit && text[i] > ' ' && !ENDS.has(text[i]); i++) {
            password = text[i] == ':' && password < 0 ? i + 1 : password;
            at = text[i] == '@' ? i : at;
        }
        if (password > 0
                && at > password
                && !Placeholders.expression(text, password, at)
                && !Words.reserved(text, password, at)
                && !Placeholders.word(text, password, at)) {
            found.name(IdentifierType.PASSWORD, password, at);
            DatabaseLogins.ofUrl(text, from, colon, start, password - 1, at, to, found);
        }
    }

    private static boolean scheme(byte[] text, int from, int colon, String name) {
        int start = colon - name.length();
        return start >= from && Bytes.at(text, start, colon, name) && Boundary.beforePart(text, from, start);
    }
}
