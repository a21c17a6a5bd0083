package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * What AWS calls one run of a program, thirty-two hexadecimal digits that are a digest anywhere else: a Lambda function's
 * log stream behind its day and version, a task of ECS in an event of its service.
 */
public final class Runs {
    private static final int DIGITS = 32;
    private static final int LONGEST_VERSION = 12;
    private static final int DAY = 11;
    private static final String TASK = "(task ";
    private static final String GROUP = "group";
    private static final Marks BEFORE_VALUE = Marks.of("\"'\\ :=");
    private static final int WIDEST_GAP = 8;
    private static final int LONGEST_NAME = 256;

    private Runs() {}

    /** Adds the stream of {@code 2024/05/06/[$LATEST]HEX32}, whose bracket stands at {@code bracket} behind a slash. */
    public static void ofLambda(byte[] text, int from, int bracket, int to, Candidates found) {
        int day = bracket - DAY;
        if (day < from || !Bytes.is(text[day], Bytes.DIGIT) || text[day + 4] != '/' || text[day + 7] != '/') {
            return;
        }
        int close = bracket + 1;
        while (close < to
                && close - bracket < LONGEST_VERSION
                && (text[close] == '$' || Bytes.is(text[close], Bytes.WORD))) {
            close++;
        }
        if (close < to && text[close] == ']') {
            run(IdentifierType.LOGSTREAM, text, close + 1, to, found);
        }
    }

    /** Adds the task of {@code (task HEX32)}, whose bracket stands at {@code bracket}. */
    public static void ofEcs(byte[] text, int bracket, int to, Candidates found) {
        if (Bytes.at(text, bracket, to, TASK)) {
            run(IdentifierType.ECS, text, bracket + TASK.length(), to, found);
        }
    }

    /** Adds the service of {@code "group": "service:x"} or the family of {@code "family:x"}, which started a task. */
    public static void ofGroup(byte[] text, int from, int colon, int to, Candidates found) {
        int start = Bytes.at(text, Math.max(from, colon - 7), colon, "service") ? colon - 7 : colon - 6;
        if (start < from || !(start == colon - 7 || Bytes.at(text, start, colon, "family"))) {
            return;
        }
        int key = start;
        while (key > from && start - key < WIDEST_GAP && BEFORE_VALUE.has(text[key - 1])) {
            key--;
        }
        if (start - key > 1 && key - GROUP.length() >= from && Bytes.at(text, key - GROUP.length(), key, GROUP)) {
            int end = Bytes.runEnd(text, colon + 1, Math.min(to, colon + LONGEST_NAME), Bytes.HOST);
            Names.propose(text, colon + 1, end, true, IdentifierType.ECS, found);
        }
    }

    private static void run(IdentifierType type, byte[] text, int start, int to, Candidates found) {
        int end = start + DIGITS;
        if (end <= to && Bytes.runEnd(text, start, end, Bytes.LOWER_HEX) == end && Boundary.after(text, end, to)) {
            found.shape(type, start, end);
        }
    }
}
