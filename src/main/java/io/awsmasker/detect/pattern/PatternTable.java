package io.awsmasker.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Patterns as one table: a row for each set of states that their graph can be in, made before the first text is read, so
 * that reading costs one look-up for each byte however many patterns there are.
 */
public final class PatternTable {
    public static final int DEAD = 0;
    public static final int START = 1;
    private static final int MOST_ROWS = 10_000;

    private final byte[] columnOf = new byte[256];
    private final int columns;
    private final int[] next;
    private final int[] accepted;

    /**
     * The table of a graph.
     *
     * @throws PatternException if it would have too many rows
     */
    public PatternTable(PatternGraph graph) {
        int[] sample = columns(graph);
        columns = sample.length;
        Map<BitSet, Integer> rows = new HashMap<>();
        List<BitSet> order = new ArrayList<>();
        BitSet start = new BitSet();
        start.set(0);
        for (BitSet first : List.of(new BitSet(), graph.closure(start))) {
            rows.put(first, order.size());
            order.add(first);
        }
        int[] table = new int[64 * columns];
        for (int row = 0; row < order.size(); row++) {
            if (table.length < (row + 1) * columns) {
                table = Arrays.copyOf(table, table.length * 2);
            }
            for (int column = 0; column < columns; column++) {
                BitSet states = graph.after(order.get(row), sample[column]);
                Integer known = rows.putIfAbsent(states, order.size());
                if (known == null) {
                    order.add(states);
                }
                table[row * columns + column] = known == null ? order.size() - 1 : known;
            }
            if (order.size() > MOST_ROWS) {
                throw new PatternException("needs too many states; repeat less, or write what it means more exactly");
            }
        }
        next = Arrays.copyOf(table, order.size() * columns);
        accepted = order.stream().mapToInt(graph::accepts).toArray();
    }

    /** Bytes that every set has or lacks together share a column; returns one byte of each column. */
    private int[] columns(PatternGraph graph) {
        List<ByteSet> sets = graph.sets().stream().distinct().toList();
        Map<BitSet, Integer> known = new HashMap<>();
        int[] samples = new int[256];
        for (int b = 0; b < 256; b++) {
            BitSet signature = new BitSet();
            for (int i = 0; i < sets.size(); i++) {
                signature.set(i, sets.get(i).has(b));
            }
            int column = known.computeIfAbsent(signature, s -> known.size());
            columnOf[b] = (byte) column;
            samples[column] = column == known.size() - 1 ? b : samples[column];
        }
        return Arrays.copyOf(samples, known.size());
    }

    public int next(int row, byte b) {
        return next[row * columns + (columnOf[b & 0xff] & 0xff)];
    }

    /** The number of the pattern that takes the text read so far, or -1. */
    public int accepted(int row) {
        return accepted[row];
    }

    /** Length in bytes of the shortest text that is taken, or {@link Integer#MAX_VALUE} when none is. */
    public int shortest() {
        BitSet seen = new BitSet();
        BitSet here = new BitSet();
        here.set(START);
        for (int length = 0; !here.isEmpty(); length++) {
            if (here.stream().anyMatch(row -> accepted[row] >= 0)) {
                return length;
            }
            seen.or(here);
            BitSet further = new BitSet();
            here.stream()
                    .forEach(row -> Arrays.stream(next, row * columns, (row + 1) * columns)
                            .forEach(further::set));
            further.andNot(seen);
            here = further;
        }
        return Integer.MAX_VALUE;
    }

    /** Whether a token of this class is taken: the class, an underscore and three to nine digits. */
    public boolean takesTokenOf(String tokenClass) {
        int row = START;
        for (byte b : (tokenClass + "_").getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
            row = next(row, b);
        }
        BitSet here = new BitSet();
        here.set(row);
        for (int digits = 1; digits <= 9; digits++) {
            BitSet further = new BitSet();
            for (byte digit = '0'; digit <= '9'; digit++) {
                byte d = digit;
                here.stream().forEach(r -> further.set(next(r, d)));
            }
            if (digits >= 3 && further.stream().anyMatch(r -> accepted[r] >= 0)) {
                return true;
            }
            here = further;
        }
        return false;
    }
}
