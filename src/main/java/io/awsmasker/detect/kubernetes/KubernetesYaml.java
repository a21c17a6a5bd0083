package io.awsmasker.detect.kubernetes;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.secret.Secrets;
import io.awsmasker.detect.secret.YamlBlock;

/**
 * A Kubernetes Secret as YAML: a mapping is the lines around one of its keys that begin as far in, with what stands further
 * in between them; it begins behind the hyphen of a list or behind the line between two documents.
 */
final class KubernetesYaml {
    private static final int FAR = 1 << 16;
    private static final String NEXT_DOCUMENT = "---";

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;

    KubernetesYaml(byte[] text, int from, int to, Candidates found) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.found = found;
    }

    /** Proposes the secrets of the mapping to which the key at {@code kind} belongs; returns where it ends. */
    int read(int kind) {
        int line = lineOf(kind);
        int depth = kind - line;
        while (line > from && kind - line < FAR && !beginsItem(line, depth)) {
            int before = lineOf(line - 1);
            if (!belongs(before, depth)) {
                break;
            }
            line = before;
        }
        boolean data = false;
        int block = Integer.MAX_VALUE;
        for (int first = line; line < to && (line == first || inside(line, depth)); line = lineBehind(line)) {
            int key = key(line);
            int column = key - line;
            if (column == depth) {
                data = isData(key);
                block = Integer.MAX_VALUE;
            } else if (data && column > block) {
                Secrets.line(text, key, lineEnd(key), IdentifierType.PASSWORD, found);
            } else if (data) {
                block = member(key) ? column : Integer.MAX_VALUE;
            }
        }
        return line;
    }

    private boolean inside(int line, int depth) {
        return belongs(line, depth) && !beginsItem(line, depth);
    }

    /** Whether the line is empty or begins at least as far in. */
    private boolean belongs(int line, int depth) {
        int key = key(line);
        return isEnd(key) || (key - line >= depth && !Bytes.at(text, line, to, NEXT_DOCUMENT));
    }

    /** Whether the line is the first of a mapping in a list. */
    private boolean beginsItem(int line, int depth) {
        int key = key(line);
        return depth >= 2 && key - line == depth && text[key - 2] == '-';
    }

    private boolean isData(int key) {
        int end = Bytes.runEnd(text, key, to, Bytes.NAME);
        return end < to && text[end] == ':' && KubernetesJson.isData(text, key, end);
    }

    /** Proposes the value of the member whose key stands at {@code key}; returns whether a block follows instead. */
    private boolean member(int key) {
        int line = lineEnd(key);
        int value = Bytes.runEnd(text, key, line, Bytes.NAME);
        if (value >= line || text[value] != ':') {
            return false;
        }
        value++;
        while (value < line && Bytes.is(text[value], Bytes.QUOTE)) {
            value++;
        }
        int end = line;
        while (end > value && Bytes.is(text[end - 1], Bytes.QUOTE)) {
            end--;
        }
        boolean block = YamlBlock.lineBehind(text, value, to) > 0;
        if (!block && Secrets.stored(text, value, end)) {
            found.name(IdentifierType.PASSWORD, value, end);
        }
        return block;
    }

    /** Where the text of a line begins, behind spaces and the hyphens of lists. */
    private int key(int line) {
        int i = line < to && text[line] == '+' ? line + 1 : line; // a line of a diff among others of it
        while (i < to && (text[i] == ' ' || (text[i] == '-' && i + 1 < to && text[i + 1] == ' '))) {
            i++;
        }
        return i;
    }

    private int lineOf(int at) {
        int line = at;
        while (line > from && text[line - 1] != '\n') {
            line--;
        }
        return line;
    }

    private boolean isEnd(int at) {
        return at >= to || text[at] == '\n' || text[at] == '\r';
    }

    private int lineEnd(int at) {
        int end = at;
        while (!isEnd(end)) {
            end++;
        }
        return end;
    }

    private int lineBehind(int line) {
        int end = line;
        while (end + EightBytes.SIZE <= to) {
            long feeds = EightBytes.equal(EightBytes.at(text, end), (byte) '\n');
            if (feeds != 0) {
                return end + EightBytes.first(feeds) + 1;
            }
            end += EightBytes.SIZE;
        }
        while (end < to && text[end] != '\n') {
            end++;
        }
        return Math.min(to, end + 1);
    }
}
