package io.awsmasker.json;

import java.util.Arrays;

/**
 * The nodes of a text as four flat columns, 13 bytes a node. A tree of objects would take three to five times that, which
 * bodies of 32 MB cannot afford.
 */
final class NodeTable {
    private static final int BYTES_PER_NODE_GUESS = 48;
    private static final int SMALLEST = 16;
    private static final int ESCAPED = 8;
    private static final JsonIndex.Kind[] KINDS = JsonIndex.Kind.values();

    private final int from;
    private final int to;
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private int[] afters;
    private int size;

    NodeTable(int from, int to) {
        this.from = from;
        this.to = to;
        int capacity = (to - from) / BYTES_PER_NODE_GUESS + SMALLEST;
        kinds = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        afters = new int[capacity];
    }

    /** Appends a node that has nothing inside it. */
    @SuppressWarnings("EnumOrdinal") // one byte a node, never stored beyond this object
    void add(JsonIndex.Kind kind, boolean escaped, int start, int end) {
        int node = size;
        if (node == kinds.length) {
            grow(start);
        }
        kinds[node] = (byte) (escaped ? kind.ordinal() | ESCAPED : kind.ordinal());
        starts[node] = start;
        ends[node] = end;
        afters[node] = node + 1;
        size = node + 1;
    }

    /** Appends a container that is not closed yet; until it is, {@link #after} gives the container around it, or -1. */
    int open(JsonIndex.Kind kind, int start, int around) {
        add(kind, false, start, to);
        afters[size - 1] = around;
        return size - 1;
    }

    /** Closes a container and returns the one around it, or -1. */
    int close(int node, int end) {
        int around = afters[node];
        ends[node] = end;
        afters[node] = size;
        return around;
    }

    /** Extrapolates from the bytes read so far, between 1.5 and 4 times; no text has more nodes than bytes. */
    private void grow(int at) {
        double perByte = (double) size / Math.max(1, at - from);
        double expected = Math.min(size * 4.0, Math.max(size * 1.5, perByte * (to - from) * 1.05)) + SMALLEST;
        int capacity = (int) Math.min(expected, (double) size + (to - at) + 1);
        kinds = Arrays.copyOf(kinds, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        afters = Arrays.copyOf(afters, capacity);
    }

    int size() {
        return size;
    }

    JsonIndex.Kind kind(int node) {
        return KINDS[kinds[node] & (ESCAPED - 1)];
    }

    boolean escaped(int node) {
        return (kinds[node] & ESCAPED) != 0;
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return ends[node];
    }

    int after(int node) {
        return afters[node];
    }
}
