package io.awsmasker.detect.table;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tables drawn with pipes, as the AWS CLI, Markdown and psql draw them: a row in front of a rule names the columns, a row of one
 * cell names the table, and a row of a key and a value is both. Each line is read once.
 */
public final class Rows {
    private static final Marks RULE_MARKS = Marks.of("+-|=: \n\r\\");
    private static final Marks RULE_STARTS = Marks.of("\r\n\\n |+:");

    /** What stands around the text of a cell: spaces, and what Markdown writes in bold or as code. */
    private static final Marks AROUND = Marks.of(" `*");

    private static final int MOST_CELLS = 32;
    private static final int LONGEST = 2048;
    private static final int LONGEST_FIRST = 128;
    private static final int LONGEST_HEAD = 64;
    private static final int LONGEST_LINE_END = 4;

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Values values;
    private final int[] starts = new int[MOST_CELLS];
    private final int[] ends = new int[MOST_CELLS];
    private final @Nullable IdentifierType[] columns = new IdentifierType[MOST_CELLS];
    private final boolean[] spoken = new boolean[MOST_CELLS];
    private final boolean[] hyphened = new boolean[MOST_CELLS];
    private int cells;
    private boolean headed;
    private @Nullable IdentifierType subject;

    /** What stands in the rows of one cell that follow, up to the next rule. */
    private @Nullable IdentifierType list;

    private boolean listBegins;
    private boolean listHyphened;
    private boolean behindRule;
    private int read;

    public Rows(Vocabulary vocabulary, Passage passage, Values values) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.values = values;
        this.read = from;
    }

    /** Reads the row whose first pipe stands at {@code pipe}, if there is one. */
    public void find(int pipe) {
        if (pipe < read) {
            return;
        }
        int line = pipe;
        while (line > read && pipe - line < 16 && text[line - 1] == ' ') {
            line--;
        }
        boolean open =
                line > from && text[line - 1] != '\n' && !(text[line - 1] == 'n' && Boundary.before(text, from, line));
        if (open) {
            line = lineStart(pipe);
            if (line < 0) {
                return;
            }
        }
        if (!adjoins(line)) {
            headed = false;
            subject = null;
            list = null;
        }
        behindRule |= line - read > LONGEST_LINE_END;
        int end = row(open ? line - 1 : pipe, open);
        read = end;
        boolean rule = cells > 0 && rule();
        if (cells == 0 || rule || (open && !headed && !ruled(end))) {
            behindRule |= rule;
            return;
        }
        boolean first = behindRule;
        behindRule = false;
        if (cells == 1) {
            single(first, end);
            return;
        }
        list = null;
        if (cells > 2) {
            variable();
        }
        if (headed) {
            body();
        } else {
            headed = ruled(end) && !(cells == 2 && valued());
            if (headed) {
                heads();
            } else if (cells == 2) {
                pair();
            }
        }
    }

    /** A row of one cell: the name of a table, the head of its only column or of a list, or what stands below that. */
    private void single(boolean first, int end) {
        if (list != null && (listBegins || !first)) {
            if (!listHyphened || Words.joined(text, starts[0], ends[0])) {
                values.cell(list, starts[0], ends[0]);
            }
            listBegins = false;
            return;
        }
        headed = false;
        listBegins = true;
        if (subject != null && generic(0) && ruled(end)) {
            list = Nesting.member(subject, true);
            listHyphened = false;
            return;
        }
        subject = vocabulary.keys.find(text, starts[0], ends[0]);
        boolean names = (KeyTraits.of(text, starts[0], singular(starts[0], ends[0])) & KeyTraits.NAME) != 0;
        listHyphened = subject == null;
        list = names && ruled(end) ? (listHyphened ? vague(0) : subject) : null;
        subject = subject == null ? vocabulary.holders.find(text, starts[0], ends[0]) : subject;
    }

    /** What a key of several words says of names that hyphens join. */
    private @Nullable IdentifierType vague(int cell) {
        boolean compound = Words.compound(text, starts[cell], ends[cell]);
        return compound ? vocabulary.vagueKeys.find(text, starts[cell], ends[cell]) : null;
    }

    private int singular(int start, int end) {
        return end - 1 > start && (text[end - 1] | 32) == 's' ? end - 1 : end;
    }

    /** Whether only rules stand between the last row and this line. */
    private boolean adjoins(int line) {
        int i = line;
        while (i > read && line - i < LONGEST && RULE_MARKS.has(text[i - 1])) {
            i--;
        }
        return i <= read;
    }

    /** Where the line begins in which a pipe stands behind the first cell, as {@code psql} draws its tables, or -1. */
    private int lineStart(int pipe) {
        int line = pipe;
        while (line > read && pipe - line < LONGEST_FIRST && text[line - 1] != '\n') {
            line--;
        }
        return line == from || text[line - 1] == '\n' ? line : -1;
    }

    private int row(int pipe, boolean open) {
        int limit = Math.min(to, pipe + LONGEST);
        cells = 0;
        int at = pipe + 1;
        int i = at;
        while (i < limit && text[i] != '\n' && !(text[i] == '\\' && i + 1 < to && text[i + 1] == 'n')) {
            if (text[i] == '|') {
                addCell(at, i);
                at = i + 1;
            }
            i++;
        }
        if (open) {
            addCell(at, i);
        }
        return i;
    }

    private void addCell(int at, int end) {
        int start = at;
        int stop = end;
        while (start < stop && AROUND.has(text[start])) {
            start++;
        }
        while (stop > start && AROUND.has(text[stop - 1])) {
            stop--;
        }
        if (cells < MOST_CELLS && start < stop) {
            starts[cells] = start;
            ends[cells++] = stop;
        }
    }

    private boolean rule() {
        return ends[0] - starts[0] > 1
                && "+-:=".indexOf(text[starts[0]]) >= 0
                && "+-:=".indexOf(text[starts[0] + 1]) >= 0;
    }

    /** Whether a rule follows the row that ends at {@code end}. */
    private boolean ruled(int end) {
        int i = end;
        while (i < to && i - end < 8 && RULE_STARTS.has(text[i])) {
            i++;
        }
        return Bytes.at(text, i, to, "--");
    }

    /** Whether the second cell can be no name of a column. */
    private boolean valued() {
        int i = starts[1];
        while (i < ends[1] && (Bytes.is(text[i], Bytes.LETTER) || text[i] == ' ')) {
            i++;
        }
        return i < ends[1] && !(text[starts[1]] == '-');
    }

    private void heads() {
        for (int c = 0; c < cells; c++) {
            columns[c] = vocabulary.keys.find(text, starts[c], ends[c]);
            spoken[c] = columns[c] == null;
            hyphened[c] = false;
            if (spoken[c]) {
                columns[c] = spoken(c);
            }
            if (columns[c] == null) {
                columns[c] = vague(c);
                hyphened[c] = columns[c] != null;
            }
            if (columns[c] == null && subject != null && generic(c)) {
                columns[c] = Nesting.member(subject, true);
                spoken[c] = false;
            }
        }
        for (int c = cells; c < MOST_CELLS; c++) {
            columns[c] = null;
        }
    }

    /** What the words of people at the head of a column say: {@code Alarm name}, {@code Lambda function}. */
    private @Nullable IdentifierType spoken(int cell) {
        int start = starts[cell];
        int end = ends[cell];
        byte[] key = new byte[Math.min(LONGEST_HEAD, end - start)];
        boolean words = false;
        for (int i = 0; i < key.length; i++) {
            words |= text[start + i] == ' ';
            key[i] = text[start + i] == ' ' ? (byte) '_' : text[start + i];
        }
        if (!words || end - start > key.length) {
            return null;
        }
        IdentifierType named = vocabulary.keys.find(key, 0, key.length);
        if (named != null) {
            return named.secret() || named == IdentifierType.IAMUSER ? null : named;
        }
        Nouns nouns = Nouns.behind(text, start, end);
        return nouns != null && nouns.end() == end && nouns.sure()
                ? nouns.kind().type()
                : null;
    }

    /** Whether a name stands under words that are also the words of manuals: {@code Function name} or {@code Parameter name}. */
    private boolean named(int cell, IdentifierType type, boolean hyphened) {
        boolean owner = !hyphened && (type == IdentifierType.ROLE || type == IdentifierType.STACK);
        return Words.joined(text, starts[cell], ends[cell])
                || (owner && Words.distinctive(text, starts[cell], ends[cell]));
    }

    private boolean generic(int cell) {
        return ends[cell] - starts[cell] == 4
                && (text[starts[cell]] | 32) == 'n'
                && Bytes.at(text, starts[cell] + 1, to, "ame");
    }

    private void pair() {
        IdentifierType type = vocabulary.keys.find(text, starts[0], ends[0]);
        type = type == null && subject != null && generic(0) ? Nesting.member(subject, true) : type;
        type = type == null && Words.joined(text, starts[1], ends[1]) ? vague(0) : type;
        if (type != null) {
            values.cell(type, starts[1], ends[1]);
        }
    }

    /** {@code | QUAY_S3_BUCKET | where exports go | quay-exports |}: what programs are told in a variable, and its value. */
    private void variable() {
        int start = starts[0];
        int end = ends[0];
        boolean constant = Bytes.runEnd(text, start, end, Bytes.UPPER | Bytes.DIGIT | Bytes.UNDERSCORE) == end;
        boolean joint = constant && (Bytes.any(text, start, end) & Bytes.UNDERSCORE) != 0;
        IdentifierType type = joint ? vocabulary.keys.find(text, start, end) : null;
        for (int c = 1; type != null && !type.secret() && c < cells; c++) {
            boolean word = Bytes.runEnd(text, starts[c], ends[c], Bytes.HOST) == ends[c];
            if (word && Words.joined(text, starts[c], ends[c]) && !Words.template(text, starts[c], ends[c])) {
                values.cell(type, starts[c], ends[c]);
            }
        }
    }

    private void body() {
        if (cells == 2 && columns[0] == null && columns[1] == null) {
            pair();
            return;
        }
        for (int c = 0; c < cells; c++) {
            IdentifierType type = columns[c];
            if (type != null && (!spoken[c] || named(c, type, hyphened[c]))) {
                values.cell(type, starts[c], ends[c]);
            }
        }
    }
}
