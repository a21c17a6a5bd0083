package io.awsmasker.detect.finding;

/** The settled spans of one passage, ascending, in plain arrays: a large text has many and each is asked for often. */
final class Spans {
    static final Spans NONE = new Spans(0);

    private final int[] starts;
    private final int[] ends;
    private final int[] bests;
    private final int[] nodes;
    private int size;

    Spans(int most) {
        starts = new int[most];
        ends = new int[most];
        bests = new int[most];
        nodes = new int[most];
    }

    /**
     * Adds a span behind the others.
     *
     * @param best the strongest of the proposals it is made of
     * @param node where the memory keeps its value, or -1
     */
    void add(int start, int end, int best, int node) {
        starts[size] = start;
        ends[size] = end;
        bests[size] = best;
        nodes[size] = node;
        size++;
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    int best(int i) {
        return bests[i];
    }

    int node(int i) {
        return nodes[i];
    }
}
