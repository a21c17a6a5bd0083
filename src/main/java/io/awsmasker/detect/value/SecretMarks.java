package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that a neighbour marks: {@code "Type": "SecureString"}, {@code NoEcho: true} and {@code sensitive = true} say of
 * the value or the default beside them what no key of its own says. Either may come first; both stand in one record.
 */
public final class SecretMarks {
    private static final int FAR = 256;
    private static final int LONGEST_ROW = 1024;
    private static final String SECURE = "SecureString";

    /** How the AWS CLI and its module for PowerShell call what is stored. */
    private static final String[] VALUES = {"--value", "-Value"};

    private static final String COLUMN = "\tSecureString\t";

    private final byte[] text;
    private final int from;
    private final int to;
    private int mark = -1;
    private int value = -1;

    public SecretMarks(Passage passage) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
    }

    /** A bracket: what stands on its two sides belongs to two records. */
    public void separate() {
        mark = -1;
        value = -1;
    }

    /** Notes a mark at {@code at}; returns where the value stands in front of it that it marks, or -1. */
    public int marked(int at) {
        mark = at;
        return value >= 0 && beside(value, at) ? value : -1;
    }

    /** Notes a value at {@code at}; returns its type if a mark in front of it says what it is. */
    @Nullable
    public IdentifierType valued(int at) {
        if (variable(at)) {
            return null;
        }
        value = at;
        return mark >= 0 && beside(mark, at) ? IdentifierType.PASSWORD : null;
    }

    /** Whether no quotes stand around it behind an equals sign, as in {@code value = var.x}. */
    private boolean variable(int at) {
        int before = at;
        while (before > from && at - before < FAR && text[before - 1] == ' ') {
            before--;
        }
        return before > from && text[before - 1] == '=' && (at >= to || !Bytes.is(text[at], Bytes.QUOTE));
    }

    /** Whether the value at {@code at} is a mark: {@code SecureString} under a key for a type, or {@code true}. */
    public boolean isMark(int keyEnd, int at, boolean flag) {
        int start = at;
        while (start < to && start - at < 8 && Bytes.is(text[start], Bytes.QUOTE)) {
            start++;
        }
        String word = flag ? "true" : SECURE;
        return Bytes.at(text, start, to, word)
                && Boundary.after(text, start + word.length(), to)
                && (flag || (keyEnd - 3 >= from && Bytes.at(text, keyEnd - 3, to, "ype")));
    }

    /** Whether two places belong to one record: no line between begins further out, or a new item of a list. */
    private boolean beside(int first, int second) {
        if (second - first >= FAR) {
            return false;
        }
        int indentation = -1;
        for (int i = first; i < second; i++) {
            if (text[i] != '\n') {
                continue;
            }
            indentation = indentation < 0 ? indentation(first) : indentation;
            int start = Bytes.runEnd(text, i + 1, second, Bytes.QUOTE);
            boolean blank = text[start] == '\n' || text[start] == '\r';
            if (!blank && spacesEnd(i + 1, second) - i - 1 < indentation) {
                return false;
            }
        }
        return true;
    }

    private int indentation(int at) {
        int line = at;
        while (line > from && at - line < FAR && text[line - 1] != '\n') {
            line--;
        }
        int start = line;
        while (start < at && (text[start] == ' ' || (text[start] == '-' && text[start + 1] == ' '))) {
            start++;
        }
        return start - line;
    }

    private int spacesEnd(int at, int limit) {
        int end = at;
        while (end < limit && text[end] == ' ') {
            end++;
        }
        return end;
    }

    /** Reads the value in the command to which the {@code --type SecureString} at {@code dash} belongs. */
    public void ofCommand(int dash, int type, Values values) {
        int start = Bytes.runEnd(text, type, Math.min(to, type + 2), Bytes.QUOTE);
        if (!Bytes.at(text, start, to, SECURE)) {
            return;
        }
        for (int i = dash; i >= from && dash - i < FAR && !ends(i); i--) {
            if (text[i] == '-' && valueOf(i, values)) {
                return;
            }
        }
        for (int i = type; i < to && i - type < FAR && !ends(i); i++) {
            if (text[i] == '-' && valueOf(i, values)) {
                return;
            }
        }
    }

    private boolean valueOf(int dash, Values values) {
        for (String option : VALUES) {
            int end = dash + option.length();
            if (Bytes.at(text, dash, to, option) && end < to && (text[end] == ' ' || text[end] == '=')) {
                values.read(IdentifierType.PASSWORD, end + 1, true);
                return true;
            }
        }
        return false;
    }

    private boolean ends(int at) {
        return text[at] == '\n' && at > from && text[at - 1] != '\\';
    }

    /** Adds the value of a parameter as {@code --output text} writes it, from the line that begins at {@code line}. */
    public static void ofRow(byte[] text, int line, int to, Candidates found) {
        int limit = Math.min(to, line + LONGEST_ROW);
        for (int i = line; i < limit && text[i] != '\n'; i++) {
            if (text[i] == '\t' && Bytes.at(text, i, to, COLUMN)) {
                int start = i + COLUMN.length();
                int end = start;
                while (end < to && end - start < LONGEST_ROW && text[end] != '\t' && text[end] != '\n') {
                    end++;
                }
                Secrets.propose(text, start, end, IdentifierType.PASSWORD, found);
                return;
            }
        }
    }
}
