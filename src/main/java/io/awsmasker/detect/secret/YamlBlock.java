package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * The lines of a block that YAML announces with {@code |} or {@code >}: those that stand further in than their key. A block
 * inside of one that was read is not read again, so that the lines of a text are read once.
 */
public final class YamlBlock {
    private static final int LONGEST = 8192;
    private static final int DEEPEST = 128;
    private static final Marks INDICATORS = Marks.of("+-123456789");

    private int floor;

    /**
     * Proposes each line of the block whose sign may stand at {@code sign}.
     *
     * @param key somewhere in the line of the key
     * @return whether there is one
     */
    public boolean read(byte[] text, int from, int key, int sign, int to, IdentifierType type, Candidates found) {
        int line = lineBehind(text, sign, to);
        if (line < 0) {
            return false;
        }
        if (line <= floor) {
            return true;
        }
        int indentation = indentation(text, from, key);
        int limit = Math.min(to, line + LONGEST);
        while (line < limit) {
            int start = line;
            while (start < limit && text[start] == ' ') {
                start++;
            }
            int end = lineEnd(text, start, limit);
            if (end > start && start - line <= indentation) {
                break;
            }
            Secrets.line(text, start, end, type, found);
            line = nextLine(text, end, limit);
        }
        floor = line;
        return true;
    }

    /** Where the line begins behind the sign of a block, or -1 if there is none. */
    public static int lineBehind(byte[] text, int sign, int to) {
        if (sign >= to || (text[sign] != '|' && text[sign] != '>')) {
            return -1;
        }
        int i = sign + 1;
        while (i < to && i - sign < 3 && INDICATORS.has(text[i])) {
            i++;
        }
        int end = i < to && text[i] == '\r' ? i + 1 : i;
        return end < to && text[end] == '\n' ? end + 1 : -1;
    }

    /** How far the key stands in that is found in this line; the hyphen of a list counts as space. */
    private static int indentation(byte[] text, int from, int key) {
        int line = key;
        while (line > from && key - line < DEEPEST && text[line - 1] != '\n') {
            line--;
        }
        int start = line;
        while (start < key && (text[start] == ' ' || text[start] == '-')) {
            start++;
        }
        return start - line;
    }

    private static int lineEnd(byte[] text, int at, int limit) {
        int end = at;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(byte[] text, int end, int limit) {
        int next = end < limit && text[end] == '\r' ? end + 1 : end;
        return next < limit && text[next] == '\n' ? next + 1 : next;
    }
}
