package io.awsmasker.detect.table;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.secret.Secrets;
import io.awsmasker.detect.value.SecretMarks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Columns of names in lines of comma-, semicolon- or tab-separated values, as consoles export them and reports are
 * delivered: a line of column names in front of lines with as many cells. A line is read once as a header, once as what
 * may follow one, and most lines are given up within their first words.
 */
public final class SeparatedValues {
    private static final Marks SEPARATORS = Marks.of(",;\t");
    private static final Marks IN_HEADS = Marks.of(" -./:()#");
    private static final Marks IN_FIRST =
            Marks.of(" -./:()#_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static final int MOST_CELLS = 256;
    private static final int FEW_CELLS = 8;
    private static final int LONGEST_HEAD = 64;
    private static final int MOST_SPACES = 4;
    private static final int LONGEST_SECTION = 32;

    /** What reports write where they have no name. */
    private static final WordTable NOTHING =
            new WordTable(Words.set("n/a not_supported no_information not_applicable nan unset"));

    private static final WordTable NAME = new WordTable(Words.set("name names"));
    private static final WordTable ARN = new WordTable(Words.set("arn resourcearn resource_arn"));

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;

    /** Empty before the first cell, which most texts do not have. */
    private int[] starts = {};

    private int[] ends = {};
    private @Nullable IdentifierType[] columns = {};
    private boolean[] compound = {};
    private int cells;
    private int read;

    public SeparatedValues(Keys keys, Passage passage, Candidates found) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.read = from;
    }

    /** Reads the line that begins at {@code line}, and those behind it if it names their columns. */
    public void find(int line) {
        if (line < read || line >= to || !(Bytes.is(text[line], Bytes.LETTER) || text[line] == '"')) {
            return;
        }
        if (section(line)) {
            return;
        }
        int separator = firstSeparator(line);
        if (separator < 0) {
            return;
        }
        int end = row(line, (byte) separator, true);
        int width = cells;
        if (width < 2 || end >= to || !heads()) {
            return;
        }
        int row = end + 1;
        while (row < to && cells == width) {
            end = row(row, (byte) separator, false);
            if (cells == width) {
                body(width);
                row = end + 1;
                read = row;
            }
        }
    }

    /** {@code TABLENAMES<tab>x}: a line of {@code --output text} with one value behind the member's name. */
    private boolean section(int line) {
        int tab = Bytes.runEnd(text, line, Math.min(to, line + LONGEST_SECTION), Bytes.UPPER);
        if (tab - line < 4 || tab >= to || text[tab] != '\t') {
            return false;
        }
        int end = Bytes.runEnd(text, tab + 1, to, Bytes.NAME);
        IdentifierType type = keys.find(text, line, text[tab - 1] == 'S' ? tab - 1 : tab);
        if (type != null && lineEnds(end)) {
            Names.propose(text, tab + 1, end, true, type, found);
        } else if (Bytes.at(text, line, tab, "OWNER") && lineEnds(lastCell(tab))) {
            canonical(lastCell(tab));
        } else if (Bytes.at(text, line, tab, "PARAMETER")) {
            SecretMarks.ofRow(text, tab, to, found);
        }
        return true;
    }

    /** Proposes the id of an owner that ends a line. */
    private void canonical(int end) {
        int start = end;
        while (end - start <= 64 && text[start - 1] != '\t') {
            start--;
        }
        Names.propose(text, start, end, true, IdentifierType.CANONICALID, found);
    }

    private int lastCell(int at) {
        int end = at;
        while (end < to && end - at < LONGEST_HEAD * 4 && (Bytes.is(text[end], Bytes.NAME) || text[end] == '\t')) {
            end++;
        }
        return end;
    }

    private boolean lineEnds(int at) {
        return at >= to || text[at] == '\n' || text[at] == '\r';
    }

    /** What separates the first cell of the line from the second, or -1 if the line cannot be one of column names. */
    private int firstSeparator(int line) {
        int i = line;
        int spaces = 0;
        boolean quoted = text[line] == '"';
        if (quoted) {
            i++;
        }
        int limit = Math.min(to, line + LONGEST_HEAD);
        while (i < limit && IN_FIRST.has(text[i]) && spaces <= MOST_SPACES) {
            spaces += text[i] == ' ' ? 1 : 0;
            i++;
        }
        if (quoted && i < limit && text[i] == '"') {
            i++;
        }
        return i < limit && SEPARATORS.has(text[i]) ? text[i] : -1;
    }

    /**
     * Notes the cells of the line that begins at {@code line}; none if a header's cell cannot be a column's name.
     *
     * @return where the line ends
     */
    private int row(int line, byte separator, boolean header) {
        cells = 0;
        int i = line;
        while (true) {
            boolean quoted = i < to && text[i] == '"';
            int start = quoted ? i + 1 : i;
            int end = start;
            while (end < to && text[end] != '\n' && (quoted ? text[end] != '"' : text[end] != separator)) {
                end++;
            }
            boolean open = quoted && (end >= to || text[end] != '"');
            i = quoted && !open ? end + 1 : end;
            if (i < to && text[i] == '\r') {
                i++;
            }
            boolean more = i < to && text[i] == separator;
            boolean closed = more || i >= to || text[i] == '\n';
            if (!closed || open || cells == MOST_CELLS || (header && !head(start, end))) {
                cells = 0;
                return Math.max(i, end);
            }
            cell(start, end);
            if (!more) {
                return i;
            }
            i++;
        }
    }

    private void cell(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text[start] <= ' ' && text[start] >= 0) {
            start++;
        }
        while (end > start && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        if (cells == starts.length) {
            widen();
        }
        starts[cells] = start;
        ends[cells++] = end;
    }

    private void widen() {
        int size = Math.max(FEW_CELLS, cells * 2);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        columns = Arrays.copyOf(columns, size);
        compound = Arrays.copyOf(compound, size);
    }

    private boolean head(int start, int end) {
        int spaces = 0;
        if (end <= start || end - start > LONGEST_HEAD) {
            return false;
        }
        for (int i = start; i < end; i++) {
            spaces += text[i] == ' ' ? 1 : 0;
            if (text[i] != '\r' && !Bytes.is(text[i], Bytes.WORD) && !IN_HEADS.has(text[i])) {
                return false;
            }
        }
        return spaces <= MOST_SPACES;
    }

    /** Whether one of the cells names a column of identifiers. */
    private boolean heads() {
        boolean any = false;
        boolean resources = false;
        for (int c = 0; c < cells; c++) {
            column(c);
            IdentifierType type = columns[c];
            any |= type != null;
            resources |= (type != null && compound[c] && !type.secret()) || ARN.contains(text, starts[c], ends[c]);
        }
        for (int c = 0; c < cells && resources; c++) {
            if (columns[c] == null && NAME.contains(text, starts[c], ends[c])) {
                columns[c] = IdentifierType.RES;
                any = true;
            }
        }
        return any;
    }

    private void column(int cell) {
        int start = ends[cell];
        byte[] key = new byte[ends[cell] - starts[cell]];
        int at = key.length;
        while (start > starts[cell] && text[start - 1] != '/' && text[start - 1] != ':') {
            start--;
            key[--at] = text[start] == ' ' ? (byte) '_' : text[start];
        }
        boolean tag = start > starts[cell] && text[start - 1] == ':' && NAME.contains(text, start, ends[cell]);
        IdentifierType type = tag ? IdentifierType.RES : keys.find(key, at, key.length);
        boolean path = start > starts[cell]; // the name of a secret rather than of a column of them
        columns[cell] = path && type != null && type.secret() ? null : type;
        compound[cell] = Words.compound(key, at, key.length);
    }

    private void body(int width) {
        for (int c = 0; c < width; c++) {
            IdentifierType type = columns[c];
            if (type == null || ends[c] - starts[c] < 2 || NOTHING.contains(text, starts[c], ends[c])) {
                continue;
            }
            if (type.secret()) {
                Secrets.propose(text, starts[c], ends[c], type, found);
            } else if ((Bytes.any(text, starts[c], ends[c]) & Bytes.LETTER) != 0) {
                Names.propose(text, starts[c], ends[c], compound[c], type, found);
            }
        }
    }
}
