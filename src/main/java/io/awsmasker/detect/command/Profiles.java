package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.Words;

/**
 * Profiles of the AWS CLI, and the sections of the file in which it keeps them, {@code [profile quay-prod]}. Everybody has one
 * that is a plain word or made of common ones, {@code aws-user}, so that only another with a hyphen is anybody's.
 */
public final class Profiles {
    private static final String[] SECTIONS = {"profile ", "sso-session "};
    private static final String NAME = "profile_name";

    private static final String SESSION = "Session(";

    private static final int LONGEST = 64;

    private static final String BEFORE_NAME = " \"'";

    private Profiles() {}

    /** Whether the name that stands at {@code at}, perhaps in quotes, is somebody's own. */
    public static boolean named(byte[] text, int at, int to) {
        int start = at;
        while (start < to && start - at < LONGEST && BEFORE_NAME.indexOf(text[start]) >= 0) {
            start++;
        }
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.HOST);
        return Words.joined(text, start, to) && !Compounds.ofCommonWords(text, start, end);
    }

    /** Whether the key that ends at {@code end} is the {@code profile_name} of a session of {@code boto3}. */
    public static boolean ofSession(byte[] text, int from, int end) {
        int start = end - NAME.length();
        if (start < from || !Bytes.at(text, start, end, NAME) || !Boundary.before(text, from, start)) {
            return false;
        }
        while (start > from && end - start < LONGEST && text[start - 1] <= ' ') {
            start--;
        }
        return Bytes.at(text, Math.max(from, start - SESSION.length()), start, SESSION);
    }

    /** Adds the name in the section whose bracket stands at {@code open}. */
    public static void find(byte[] text, int from, int open, int to, Candidates found) {
        if (open > from && text[open - 1] != '\n') {
            return;
        }
        for (String section : SECTIONS) {
            int start = open + 1 + section.length();
            if (Bytes.at(text, open + 1, to, section) && named(text, start, to)) {
                int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.HOST);
                if (end < to && text[end] == ']') {
                    found.name(IdentifierType.RES, start, end);
                }
            }
        }
    }
}
