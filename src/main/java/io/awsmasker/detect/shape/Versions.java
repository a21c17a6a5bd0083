package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/** Whether four numbers with dots are a version, a section or a figure, by what stands around them. Looks a bounded number of bytes to either side. */
final class Versions {
    private static final Marks JOINTS = Marks.of(" \"'\\:=`([_");
    private static final int BACK = 8;
    private static final int FAR_BACK = 24;
    private static final int LONGEST_ELEMENT = 64;
    private static final int DRAWN = 24;
    private static final Marks DRAWING = Marks.of("0123456789.- ,MmLlHhVvCcSsQqTtAaZz");

    /** Words behind which a version stands, or the number of a section. */
    private static final WordTable WORDS = new WordTable(Words.set("rv jls jvms oid"));

    /** Words behind which that is so of small numbers; an address may stand there as well. */
    private static final WordTable VAGUE =
            new WordTable(Words.set("since revision step v clause subclause syntax para"));

    /** Words between a version and what says that it is one, {@code introduced in}. */
    private static final WordTable LINKS = new WordTable(Words.set("to from in for after between and before"));

    private static final WordTable CHANGES = new WordTable(Words.set(
            "version versions bump bumps bumped upgrade upgrades upgraded changes introduced prepare backport"));

    private static final WordTable BEHIND = new WordTable(Words.set("release alpha beta rc final snapshot"));
    private static final Marks COMMENTS = Marks.of("/*");
    private static final String VERSION = "version";

    /** Programs whose version stands behind their names. */
    private static final WordTable PROGRAMS = new WordTable(
            Words.set(
                    "awscli cli boto boto3 botocore agent chrome chromium "
                            + "firefox safari edge nginx envoy haproxy openjdk jdk jre java python php ruby perl openssl mysql mariadb "
                            + "postgresql oracle kernel driver firmware docker containerd kubelet terraform sdk cni tomcat jetty jenkins git"));

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
            return product(text, from, at - 1);
        }
        if (before == '@' || before == '^' || before == '~') {
            return before != '@'
                    || (at - 2 >= from && !Bytes.is(text[at - 2], Bytes.ALNUM))
                    || packaged(text, from, at);
        }
        if (before == '>') {
            return element(text, from, at - 1);
        }
        if (before == '-') {
            return ends(text, from, at - 1, "section");
        }
        if (before == '=' && at - 2 >= from && "=~!<>".indexOf(text[at - 2]) >= 0) {
            return true;
        }
        int end = at;
        while (end > from && at - end < FAR_BACK && JOINTS.has(text[end - 1])) {
            end--;
        }
        int word = end > from && text[end - 1] == 's' ? end - 1 : end;
        return end < at
                && (ends(text, from, word, VERSION)
                        || ends(text, from, word, "release")
                        || ends(text, from, word, "section")
                        || (before == ' ' && told(text, from, at - 1)));
    }

    /** Whether it is the version of a package as lists of parts write it, {@code pkg:pypi/quay@1.2.3.4}. */
    private static boolean packaged(byte[] text, int from, int at) {
        int start = at - 1;
        while (start > from && at - start < LONGEST_ELEMENT && text[start - 1] > ' ' && text[start - 1] != '"') {
            start--;
        }
        return Bytes.at(text, start, at, "pkg:");
    }

    /** Whether the sentence says that a version follows the word that ends at {@code end}: {@code upgrade quay to}. */
    private static boolean told(byte[] text, int from, int end) {
        int word = wordStart(text, from, end);
        if (!LINKS.contains(text, word, end)) {
            return false;
        }
        int last = word;
        for (int i = word; i > from && end - i < LONGEST_ELEMENT && text[i - 1] != '\n'; i--) {
            if (!Bytes.is(text[i - 1], Bytes.LETTER)) {
                last = i - 1;
            } else if (i - 1 == from || !Bytes.is(text[i - 2], Bytes.LETTER)) {
                if (CHANGES.contains(text, i - 1, last)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int wordStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start <= BACK && Bytes.is(text[start - 1], Bytes.LETTER)) {
            start--;
        }
        return start;
    }

    /** Whether it can be neither: the number of a paragraph or of an object, a part of a drawing. */
    static boolean isFigure(byte[] text, int from, int at) {
        int end = at;
        while (end > from && at - end < BACK && JOINTS.has(text[end - 1])) {
            end--;
        }
        boolean paragraph = at - 2 >= from && text[at - 1] == (byte) 0xa7 && text[at - 2] == (byte) 0xc2;
        boolean object = end < at && (ends(text, from, end, "objectidentifier") || word(text, from, end, WORDS));
        return paragraph || object || drawn(text, from, at);
    }

    /** Whether the word in front of the slash is a program's as browsers and servers write theirs, and no part of a path. */
    private static boolean product(byte[] text, int from, int slash) {
        int start = slash;
        while (start > from && slash - start < LONGEST_ELEMENT && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        return start < slash
                && Bytes.is(text[slash - 1], Bytes.LETTER)
                && (start == from || text[start - 1] != '/')
                && (Bytes.is(text[start], Bytes.UPPER) || PROGRAMS.contains(text, start, slash));
    }

    /** Whether a bare number is compared with something, {@code >= 1.2.3.0}. */
    private static boolean compared(byte[] text, int from, int at) {
        int sign = at - 1;
        while (sign > from && at - sign < BACK && text[sign] == ' ') {
            sign--;
        }
        return sign > from && text[sign] == '=' && "=~<>!".indexOf(text[sign - 1]) >= 0;
    }

    /** Whether a word stands behind {@code end} that says so. */
    private static boolean behind(byte[] text, int end, int to) {
        int word = end + 1;
        return end < to
                && text[end] == ' '
                && BEHIND.contains(text, word, Bytes.runEnd(text, word, Math.min(to, word + BACK), Bytes.LETTER));
    }

    /**
     * Whether small numbers stand beside a word of versions, behind the name of a program, in a comparison, in a comment,
     * {@code // [22.2.1.5] Template class}, behind a standard, {@code C99 6.7.5.3}, behind a name and a hyphen, {@code
     * linux-2.6.8.1}, or in front of the number of a package, {@code 1.2.5.1-2}.
     */
    static boolean small(byte[] text, int from, int at, int end, int to) {
        int joint = at;
        while (joint > from && at - joint < BACK && JOINTS.has(text[joint - 1])) {
            joint--;
        }
        boolean word = joint < at && word(text, from, joint, VAGUE);
        if (word || behind(text, end, to) || compared(text, from, at) || ofProgram(text, from, at)) {
            return true;
        }
        if (locked(text, from, at, end, to) || heading(text, from, at)) {
            return true;
        }
        if (text[Math.max(from, at - 1)] == '-') {
            return at - 2 >= from && Bytes.is(text[at - 2], Bytes.LETTER);
        }
        if (end + 1 < to && text[end] == '-' && Bytes.is(text[end + 1], Bytes.DIGIT)) {
            return !Ipv4.at(text, end + 1, to);
        }
        int blank = at - 1;
        if (blank - 2 > from
                && text[blank] == ' '
                && Bytes.is(text[blank - 1], Bytes.DIGIT)
                && Bytes.is(text[blank - 2], Bytes.DIGIT)
                && (Bytes.is(text[blank - 3], Bytes.UPPER) || text[blank - 3] == '+')) {
            return true;
        }
        for (int i = blank; i - 1 > from && at - i < LONGEST_ELEMENT && text[i] != '\n'; i--) {
            if ((text[i] == ' ' || text[i] == '/') && COMMENTS.has(text[i - 1]) && text[i - 2] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether a line of a list of packages has nothing else, {@code rails (= 7.1.3.2)}. */
    private static boolean locked(byte[] text, int from, int at, int end, int to) {
        boolean closed = end < to && text[end] == ')' && (end + 1 == to || text[end + 1] == '\n');
        int open = at - 1;
        while (closed && open > from && (text[open] == ' ' || text[open] == '=')) {
            open--;
        }
        if (!closed || open - 1 <= from || text[open] != '(' || text[open - 1] != ' ') {
            return false;
        }
        int i = open - 1;
        while (i > from && open - i < LONGEST_ELEMENT && Bytes.is(text[i - 1], Bytes.HOST)) {
            i--;
        }
        while (i > from && open - i < LONGEST_ELEMENT && text[i - 1] == ' ') {
            i--;
        }
        return i == from || text[i - 1] == '\n';
    }

    /** Whether it heads a part of a list of changes, {@code ## [1.2.3.4]}. */
    private static boolean heading(byte[] text, int from, int at) {
        int i = at;
        while (i > from && at - i < BACK && (text[i - 1] == ' ' || text[i - 1] == '[')) {
            i--;
        }
        return i - 1 > from && text[i - 1] == '#' && text[i - 2] == '#';
    }

    /** Whether the element that ends at {@code close} is called after a version, {@code <quay.version>}. */
    private static boolean element(byte[] text, int from, int close) {
        boolean version = false;
        for (int i = close; i > from && close - i < LONGEST_ELEMENT && text[i] != '<'; i--) {
            version |= ends(text, from, i, VERSION);
        }
        return version;
    }

    /** Whether it is a part of a drawing, {@code 2.83-2.12 3.51.98.32}: numbers that signs and letters of paths part. */
    private static boolean drawn(byte[] text, int from, int at) {
        boolean sign = false;
        int i = at;
        while (i - 1 > from && at - i < DRAWN && DRAWING.has(text[i - 1])) {
            i--;
            sign |= text[i] == '-' && Bytes.is(text[i - 1], Bytes.DIGIT) && i - 2 >= from && text[i + 1] != ' ';
        }
        return sign && at - i == DRAWN;
    }

    private static boolean word(byte[] text, int from, int end, WordTable words) {
        int start = wordStart(text, from, end);
        return words.contains(text, start, end) && Boundary.before(text, from, start);
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
