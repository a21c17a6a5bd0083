package io.awsmasker.detect;

/**
 * Sections of the file in which the AWS CLI keeps its profiles, {@code [profile quay-prod]}. A plain word is one that everybody
 * has, so that only a name whose words hyphens join is anybody's.
 */
final class Profiles {
    private static final String[] SECTIONS = {"profile ", "sso-session "};
    private static final int LONGEST = 64;

    private Profiles() {}

    /** Adds the name in the section whose bracket stands at {@code open}. */
    static void find(byte[] text, int from, int open, int to, Candidates found) {
        if (open > from && text[open - 1] != '\n') {
            return;
        }
        for (String section : SECTIONS) {
            int start = open + 1 + section.length();
            if (Bytes.at(text, open + 1, to, section) && Words.joined(text, start, to)) {
                int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.HOST);
                if (end < to && text[end] == ']') {
                    found.name(IdentifierType.RES, start, end);
                }
            }
        }
    }
}
