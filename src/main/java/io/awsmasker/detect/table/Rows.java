package io.awsmasker.detect.table;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Passage;
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

    private static final int LONGEST_RULES = 2048;
    private static final int LONGEST_FIRST = 128;
    private static final int LONGEST_LINE_END = 4;

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Values values;
    private final Cells cells;
    private final Columns columns;
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
        this.cells = new Cells(passage);
        this.columns = new Columns(vocabulary, text, cells);
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
        int end = cells.read(open ? line - 1 : pipe, open);
        read = end;
        boolean rule = cells.rule();
        if (cells.size() == 0 || rule || (open && !headed && !ruled(end))) {
            behindRule |= rule;
            return;
        }
        boolean first = behindRule;
        behindRule = false;
        if (cells.size() == 1) {
            single(first, end);
            return;
        }
        list = null;
        if (cells.size() > 2) {
            variable();
        }
        if (headed) {
            if (cells.size() == 2 && columns.silent()) {
                pair();
            } else {
                columns.read(values);
            }
        } else {
            headed = ruled(end) && !(cells.size() == 2 && cells.holdsValue(1));
            if (headed) {
                columns.name(subject);
            } else if (cells.size() == 2) {
                pair();
            }
        }
    }

    /** A row of one cell: the name of a table, the head of its only column or of a list, or what stands below that. */
    private void single(boolean first, int end) {
        if (list != null && (listBegins || !first)) {
            if (!listHyphened || cells.joined(0)) {
                values.cell(list, cells.start(0), cells.end(0));
            }
            listBegins = false;
            return;
        }
        headed = false;
        listBegins = true;
        if (subject != null && cells.saysName(0) && ruled(end)) {
            list = Nesting.member(subject, true);
            listHyphened = false;
            return;
        }
        subject = vocabulary.keys.find(text, cells.start(0), cells.end(0));
        boolean names = (KeyTraits.of(text, cells.start(0), singular()) & KeyTraits.NAME) != 0;
        listHyphened = subject == null;
        list = names && ruled(end) ? (listHyphened ? columns.vague(0) : subject) : null;
        subject = subject == null ? vocabulary.holders.find(text, cells.start(0), cells.end(0)) : subject;
    }

    private int singular() {
        int end = cells.end(0);
        return end - 1 > cells.start(0) && (text[end - 1] | 32) == 's' ? end - 1 : end;
    }

    /** Whether only rules stand between the last row and this line. */
    private boolean adjoins(int line) {
        int i = line;
        while (i > read && line - i < LONGEST_RULES && RULE_MARKS.has(text[i - 1])) {
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

    /** Whether a rule follows the row that ends at {@code end}. */
    private boolean ruled(int end) {
        int i = end;
        while (i < to && i - end < 8 && RULE_STARTS.has(text[i])) {
            i++;
        }
        return Bytes.at(text, i, to, "--");
    }

    private void pair() {
        IdentifierType type = vocabulary.keys.find(text, cells.start(0), cells.end(0));
        type = type == null && subject != null && cells.saysName(0) ? Nesting.member(subject, true) : type;
        type = type == null && cells.joined(1) ? columns.vague(0) : type;
        if (type != null) {
            values.cell(type, cells.start(1), cells.end(1));
        }
    }

    /** {@code | QUAY_S3_BUCKET | where exports go | quay-exports |}: what programs are told in a variable, and its value. */
    private void variable() {
        int start = cells.start(0);
        int end = cells.end(0);
        boolean constant = Bytes.runEnd(text, start, end, Bytes.UPPER | Bytes.DIGIT | Bytes.UNDERSCORE) == end;
        boolean joint = constant && (Bytes.any(text, start, end) & Bytes.UNDERSCORE) != 0;
        IdentifierType type = joint ? vocabulary.keys.find(text, start, end) : null;
        for (int c = 1; type != null && !type.secret() && c < cells.size(); c++) {
            boolean word = Bytes.runEnd(text, cells.start(c), cells.end(c), Bytes.HOST) == cells.end(c);
            if (word && cells.joined(c) && !Words.template(text, cells.start(c), cells.end(c))) {
                values.cell(type, cells.start(c), cells.end(c));
            }
        }
    }
}
