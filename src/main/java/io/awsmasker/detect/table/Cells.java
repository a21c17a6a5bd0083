package io.awsmasker.detect.table;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.words.Words;

/**
 * The cells of one row between its pipes, empty ones left out, without what stands around their texts. One object serves all rows
 * of a passage, so that a table costs nothing for each of its lines.
 */
final class Cells {
    /** Cells of a row beyond these are not read. */
    static final int MOST = 32;

    private static final int LONGEST_ROW = 2048;

    /** What stands around the text of a cell: spaces, and what Markdown writes in bold or as code. */
    private static final Marks AROUND = Marks.of(" `*");

    private final byte[] text;
    private final int to;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int size;

    Cells(Passage passage) {
        this.text = passage.text();
        this.to = passage.end();
    }

    /**
     * Reads the row that begins behind {@code pipe}; reads at most {@value #LONGEST_ROW} bytes.
     *
     * @param open whether no pipe closes its last cell
     * @return where the line ends
     */
    int read(int pipe, boolean open) {
        int limit = Math.min(to, pipe + LONGEST_ROW);
        size = 0;
        int at = pipe + 1;
        int i = at;
        while (i < limit && text[i] != '\n' && !(text[i] == '\\' && i + 1 < to && text[i + 1] == 'n')) {
            if (text[i] == '|') {
                add(at, i);
                at = i + 1;
            }
            i++;
        }
        if (open) {
            add(at, i);
        }
        return i;
    }

    private void add(int at, int end) {
        int start = at;
        int stop = end;
        while (start < stop && AROUND.has(text[start])) {
            start++;
        }
        while (stop > start && AROUND.has(text[stop - 1])) {
            stop--;
        }
        if (size < MOST && start < stop) {
            starts[size] = start;
            ends[size++] = stop;
        }
    }

    int size() {
        return size;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    /** Whether the row is a line between rows. */
    boolean rule() {
        return size > 0
                && ends[0] - starts[0] > 1
                && "+-:=".indexOf(text[starts[0]]) >= 0
                && "+-:=".indexOf(text[starts[0] + 1]) >= 0;
    }

    /** Whether a cell says {@code Name} and not whose. */
    boolean saysName(int cell) {
        return ends[cell] - starts[cell] == 4
                && (text[starts[cell]] | 32) == 'n'
                && Bytes.at(text, starts[cell] + 1, to, "ame");
    }

    /** Whether a cell can be no name of a column. */
    boolean holdsValue(int cell) {
        int i = starts[cell];
        while (i < ends[cell] && (Bytes.is(text[i], Bytes.LETTER) || text[i] == ' ')) {
            i++;
        }
        return i < ends[cell] && text[starts[cell]] != '-';
    }

    boolean joined(int cell) {
        return Words.joined(text, starts[cell], ends[cell]);
    }
}
