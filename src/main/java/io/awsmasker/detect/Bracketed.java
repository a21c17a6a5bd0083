package io.awsmasker.detect;

/**
 * Names in the brackets of events and logs: {@code (service x) has reached a steady state} of ECS, {@code 2 existing
 * nodegroup(s) (a,b)} of eksctl. What stands behind the bracket, or in front of it, is fixed, so that plain words are names too.
 */
final class Bracketed {
    private static final String SERVICE = "(service ";
    private static final String TASK_SET = ", taskSet ";
    private static final String NODEGROUPS = "nodegroup(s) ";
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_LIST = 512;

    /** What ECS says of a service behind its name. */
    private static final String[] VERDICTS = {
        " has reached a steady state",
        " has begun draining",
        " has started ",
        " has stopped ",
        " was unable to ",
        " is unable to consistently ",
        " registered ",
        " deregistered ",
        " failed to ",
        " updated "
    };

    private static final String[] PARTS = {" (instance ", " (task ", " (port ", " (deployment "};

    private Bracketed() {}

    /** Adds what stands in the bracket that opens at {@code bracket}. */
    static void find(byte[] text, int from, int bracket, int to, Candidates found) {
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
        for (String verdict : VERDICTS) {
            if (Bytes.at(text, end, to, verdict)) {
                int count = end + verdict.length();
                return text[count - 1] != ' ' || !counts(verdict) || (count < to && Bytes.is(text[count], Bytes.DIGIT));
            }
        }
        return false;
    }

    private static boolean counts(String verdict) {
        return verdict.startsWith(" has ") || verdict.endsWith("registered ");
    }

    private static void service(byte[] text, int start, int to, Candidates found) {
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_NAME), Bytes.HOST);
        boolean closed = end < to && text[end] == ')' && (event(text, end + 1, to) || part(text, end + 1, to));
        if (closed || Bytes.at(text, end, to, TASK_SET)) {
            Names.propose(text, start, end, true, IdentifierType.ECS, found);
        }
    }

    private static boolean part(byte[] text, int end, int to) {
        for (String part : PARTS) {
            if (Bytes.at(text, end, to, part)) {
                return true;
            }
        }
        return false;
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
