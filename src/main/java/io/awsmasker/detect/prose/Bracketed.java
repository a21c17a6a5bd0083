package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.name.Runs;
import io.awsmasker.detect.words.Words;

/**
 * Names in the brackets of events and logs: {@code (service x) has reached a steady state} of ECS, {@code 2 existing
 * nodegroup(s) (a,b)} of eksctl. What stands behind the bracket, or in front of it, is fixed, so that plain words are names too.
 */
public final class Bracketed {
    private static final String SERVICE = "(service ";
    private static final String TASK_SET = ", taskSet ";
    private static final String NODEGROUPS = "nodegroup(s) ";
    private static final int SHORTEST_NAME = 6;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_LIST = 512;

    /** What ECS says of a service behind its name. */
    private static final String[] VERDICTS = {
        " has reached a steady state",
        " has begun draining",
        " was unable to place ",
        " was unable to stop or start tasks",
        " is unable to consistently start tasks",
        " failed to launch a task",
        " updated computedDesiredCount"
    };

    /** The same in front of a number. */
    private static final String[] COUNTS = {" has started ", " has stopped ", " registered ", " deregistered "};

    private static final String[] COUNTED = {" task", " running task", " pending task", " target", " instance"};

    private static final String[] PARTS = {" (instance ", " (task ", " (port ", " (deployment "};

    private Bracketed() {}

    /** {@code failed to write to bucket [mussel-backups]}, as programs in Java set off what they name; no link of Markdown. */
    public static void behindNoun(byte[] text, int from, int open, int to, Candidates found) {
        if (open - 2 < from || text[open - 1] != ' ' || !Bytes.is(text[open - 2], Bytes.LETTER)) {
            return;
        }
        int end = Bytes.runEnd(text, open + 1, Math.min(to, open + LONGEST_NAME), Bytes.NAME);
        boolean closed = end < to && text[end] == ']' && (end + 1 >= to || "([:".indexOf(text[end + 1]) < 0);
        if (closed && end - open > SHORTEST_NAME && Words.joined(text, open + 1, to)) {
            Nouns nouns = Nouns.before(text, from, open - 1);
            if (nouns != null && (nouns.full() || nouns.kind().type() == IdentifierType.BUCKET)) {
                Names.propose(text, open + 1, end, false, nouns.kind().type(), found);
            }
        }
    }

    /** Adds what stands in the bracket that opens at {@code bracket}. */
    public static void find(byte[] text, int from, int bracket, int to, Candidates found) {
        byte next = bracket + 1 < to ? text[bracket + 1] : 0;
        if (next == 't') {
            Runs.ofEcs(text, bracket, to, found);
        } else if (next == 's' && Bytes.at(text, bracket, to, SERVICE)) {
            service(text, bracket + SERVICE.length(), to, found);
        }
        int word = bracket - NODEGROUPS.length();
        if (word >= from && text[bracket - 1] == ' ' && Bytes.at(text, word, bracket, NODEGROUPS)) {
            nodegroups(text, bracket + 1, to, found);
        }
    }

    /** Whether ECS speaks of the service whose name ends at {@code end}. */
    static boolean event(byte[] text, int end, int to) {
        if (any(VERDICTS, text, end, to) > end) {
            return true;
        }
        int number = any(COUNTS, text, end, to);
        int unit = Bytes.runEnd(text, number, to, Bytes.DIGIT);
        return number > end && unit > number && any(COUNTED, text, unit, to) > unit;
    }

    /** Where the one ends that stands at {@code at}, or {@code at}. */
    private static int any(String[] words, byte[] text, int at, int to) {
        for (String word : words) {
            if (Bytes.at(text, at, to, word)) {
                return at + word.length();
            }
        }
        return at;
    }

    private static void service(byte[] text, int start, int to, Candidates found) {
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_NAME), Bytes.HOST);
        boolean closed =
                end < to && text[end] == ')' && (event(text, end + 1, to) || any(PARTS, text, end + 1, to) > end + 1);
        if (closed || Bytes.at(text, end, to, TASK_SET)) {
            Names.propose(text, start, end, true, IdentifierType.ECS, found);
        }
    }

    private static void nodegroups(byte[] text, int start, int to, Candidates found) {
        int end = start;
        while (end < to
                && end - start < LONGEST_LIST
                && (Bytes.is(text[end], Bytes.HOST) || text[end] == ',' || text[end] == ' ')) {
            end++;
        }
        if (end < to && text[end] == ')') {
            Names.propose(text, start, end, true, IdentifierType.NODEGROUP, found);
        }
    }
}
