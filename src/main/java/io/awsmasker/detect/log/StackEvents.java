package io.awsmasker.detect.log;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;

/**
 * The lines that tools print while CloudFormation makes a stack: a state, a type of resource, a name, in columns that nothing
 * heads. The stack is what stands beside its own type, or in front of all the columns where the CDK draws them.
 */
public final class StackEvents {
    private static final String STACK = "::CloudFormation::Stack";
    private static final String BUCKET = "::S3::Bucket";
    private static final String EXISTS = " already exists";
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_TYPE = 80;
    private static final int WIDEST_GAP = 80;
    private static final String[] STATES = {"_IN_PROGRESS", "_COMPLETE", "_FAILED", "_SKIPPED"};
    private static final String[] PROGRESS = {"deploying...", "creating CloudFormation changeset", "updating stack..."};

    private StackEvents() {}

    /** Adds the stack of the line in which a type {@code AWS::IAM::Role} has its first colon at {@code colon}. */
    public static void find(byte[] text, int from, int colon, int to, Candidates found) {
        int type = colon - 3;
        if (type < from || !Bytes.at(text, type, colon, "AWS") || !Boundary.before(text, from, type)) {
            return;
        }
        int end = colon;
        while (end < Math.min(to, colon + LONGEST_TYPE) && (Bytes.is(text[end], Bytes.ALNUM) || text[end] == ':')) {
            end++;
        }
        boolean stack = end == colon + STACK.length() && Bytes.at(text, colon, end, STACK);
        if (!stack) {
            existing(text, colon, end, to, found);
        }
        int front = gapStart(text, from, type);
        int word = wordStart(text, from, front);
        if (stack && end < to && text[end] == '/') {
            propose(text, end + 1, nameEnd(text, end + 1, to), false, found);
        } else if (front < type && state(text, word, front)) {
            if (stack) {
                behind(text, end, to, found);
            }
            inFront(text, from, gapStart(text, from, word), found);
        } else if (stack && front < type) {
            int other = gapStart(text, from, word);
            if (other < word && state(text, wordStart(text, from, other), other)) {
                propose(text, word, front, false, found);
            }
        }
    }

    /** Adds the stack in front of the colon at {@code keyEnd}, of which the CDK says at {@code value} what it does. */
    public static void progress(byte[] text, int from, int keyEnd, int value, int to, Candidates found) {
        for (String progress : PROGRESS) {
            if (Bytes.at(text, value, to, progress)) {
                propose(text, wordStart(text, from, keyEnd), keyEnd, false, found);
            }
        }
    }

    /** Adds the name of which the rest of the line, or the next one, says {@code already exists}; the type's word ends at {@code typeEnd}. */
    private static void existing(byte[] text, int colon, int typeEnd, int to, Candidates found) {
        int limit = Math.min(to, typeEnd + LONGEST_LINE);
        int word = typeEnd;
        int lines = 0;
        for (int i = typeEnd; i < limit && lines < 2; i++) {
            lines += text[i] == '\n' ? 1 : 0;
            if (text[i] == ' ' && Bytes.at(text, i, to, EXISTS)) {
                boolean bucket = Bytes.at(text, colon, typeEnd, BUCKET) && typeEnd - colon == BUCKET.length();
                IdentifierType type = bucket ? IdentifierType.BUCKET : IdentifierType.RES;
                Names.propose(text, word, i, false, type, found);
                return;
            }
            word = Bytes.is(text[i], Bytes.NAME) ? word : i + 1;
        }
    }

    private static void behind(byte[] text, int typeEnd, int to, Candidates found) {
        int start = typeEnd;
        boolean drawn = false;
        while (start < to && start - typeEnd < WIDEST_GAP) {
            if (Bytes.at(text, start, to, "\\t")) {
                start += 2;
            } else if (text[start] == ' ' || text[start] == '\t' || text[start] == '|' || text[start] == '-') {
                drawn |= text[start] == '|' || text[start] == '-';
                start++;
            } else {
                break;
            }
        }
        int end = nameEnd(text, start, to);
        boolean path = end < to && (text[end] == '/' || (text[end] == ' ' && Bytes.at(text, end, to, " (")));
        boolean closed = end >= to || text[end] == '\n' || text[end] == '\r' || text[end] == '\\' || text[end] == '"';
        if (start > typeEnd && !path) {
            propose(text, start, end, drawn && closed, found);
        }
    }

    /** Adds the stack in front of {@code | 7/20 | 4:48:03 PM}, or of the time alone, behind which a bar stood that blanks have parted. */
    private static void inFront(byte[] text, int from, int timeEnd, Candidates found) {
        int time = timeEnd;
        while (time > from
                && timeEnd - time < 12
                && (Bytes.is(text[time - 1], Bytes.DIGIT) || " :APM".indexOf(text[time - 1]) >= 0)) {
            time--;
        }
        int count = time - 1;
        while (count > from
                && time - count < 12
                && (Bytes.is(text[count - 1], Bytes.DIGIT) || " /".indexOf(text[count - 1]) >= 0)) {
            count--;
        }
        int end = count - 1;
        boolean bars = end > from && time < timeEnd && count < time - 1 && text[time - 1] == '|' && text[end] == '|';
        while (bars && end > from && count - end < WIDEST_GAP && text[end - 1] == ' ') {
            end--;
        }
        boolean uncounted = !bars && time < timeEnd && time - 2 > from && Bytes.at(text, time - 2, time, " |");
        if (bars || uncounted) {
            int name = bars ? end : time - 2;
            propose(text, wordStart(text, from, name), name, true, found);
        }
    }

    private static void propose(byte[] text, int start, int end, boolean sure, Candidates found) {
        if (end - start > 1 && Bytes.is(text[start], Bytes.LETTER)) {
            Names.propose(text, start, end, sure, IdentifierType.STACK, found);
        }
    }

    private static boolean state(byte[] text, int start, int end) {
        boolean capitals = start < end && Bytes.runEnd(text, start, end, Bytes.UPPER | Bytes.UNDERSCORE) == end;
        for (String state : STATES) {
            if (capitals && end - start > state.length() && Bytes.at(text, end - state.length(), end, state)) {
                return true;
            }
        }
        return false;
    }

    private static int nameEnd(byte[] text, int start, int to) {
        return Bytes.runEnd(text, start, Math.min(to, start + LONGEST_NAME), Bytes.HOST);
    }

    private static int wordStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST_NAME && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        return Boundary.skipEscape(text, from, start, end);
    }

    /** Where the blanks begin, or the bar or hyphen between two, in front of {@code at}. */
    private static int gapStart(byte[] text, int from, int at) {
        int start = at;
        while (start > from && at - start < WIDEST_GAP) {
            if (start - 2 >= from && text[start - 1] == 't' && text[start - 2] == '\\') {
                start -= 2;
            } else if (text[start - 1] == ' ' || text[start - 1] == '\t' || text[start - 1] == '|') {
                start--;
            } else if (start < at
                    && text[start] == ' '
                    && start - 2 >= from
                    && Bytes.at(text, start - 2, start, " -")) {
                start--;
            } else {
                break;
            }
        }
        return start;
    }
}
