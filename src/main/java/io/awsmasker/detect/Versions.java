package io.awsmasker.detect;

/** Whether a number with dots is a version by what stands in front of it. Looks back a bounded number of bytes. */
final class Versions {
    private static final Marks JOINTS = Marks.of(" \"'\\:=`([");
    private static final int BACK = 8;

    /** Programs whose version stands behind their names. */
    private static final WordTable PROGRAMS = new WordTable(
            Words.set(
                    "awscli cli boto boto3 botocore agent chrome chromium "
                            + "firefox safari edge nginx envoy haproxy openjdk jdk jre java python php ruby perl openssl mysql mariadb "
                            + "postgresql oracle kernel driver firmware docker containerd kubelet terraform sdk cni tomcat jetty jenkins"));

    private static final int LONGEST_PROGRAM = 12;

    private Versions() {}

    /** Whether the name of a program stands in front, which has a version more often than an address. */
    static boolean ofProgram(byte[] text, int from, int at) {
        int end = at - 1;
        if (end <= from || text[end] != ' ') {
            return false;
        }
        int start = end;
        while (start > from && end - start <= LONGEST_PROGRAM && Bytes.is(text[start - 1], Bytes.ALNUM)) {
            start--;
        }
        return start < end && PROGRAMS.contains(text, start, end);
    }

    static boolean before(byte[] text, int from, int at) {
        if (at <= from) {
            return false;
        }
        byte before = text[at - 1];
        if (before == '/') {
            return at - 2 >= from && Bytes.is(text[at - 2], Bytes.LETTER);
        }
        if (before == '@' || before == '^' || before == '~') {
            return before != '@' || (at - 2 >= from && !Bytes.is(text[at - 2], Bytes.ALNUM));
        }
        if (before == '-') {
            return ends(text, from, at - 1, "section");
        }
        if (before == '=' && at - 2 >= from && "=~!<>".indexOf(text[at - 2]) >= 0) {
            return true;
        }
        int end = at;
        while (end > from && at - end < BACK && JOINTS.has(text[end - 1])) {
            end--;
        }
        return end < at
                && (ends(text, from, end, "version")
                        || ends(text, from, end, "release")
                        || ends(text, from, end, "section")
                        || word(text, from, end));
    }

    private static boolean word(byte[] text, int from, int end) {
        return (ends(text, from, end, "rv") && end - 3 >= from && !Bytes.is(text[end - 3], Bytes.WORD))
                || (ends(text, from, end, "jls") && end - 4 >= from && !Bytes.is(text[end - 4], Bytes.WORD))
                || (ends(text, from, end, "jvms") && end - 5 >= from && !Bytes.is(text[end - 5], Bytes.WORD))
                || (ends(text, from, end, "oid") && end - 4 >= from && !Bytes.is(text[end - 4], Bytes.WORD));
    }

    private static boolean ends(byte[] text, int from, int end, String word) {
        int start = end - word.length();
        if (start < from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[start + i] | 32) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
