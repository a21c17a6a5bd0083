package io.awsmasker.detect.finding;

import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.Arrays;

/**
 * The spans that were proposed for one passage, in plain arrays, and their order by where they begin. Recognisers propose
 * nearly in that order, so most spans find their place in a few steps; what does not is sorted at the end, n log n.
 */
final class Proposals {
    private static final int MOST_STEPS_BACK = 32;

    private static final int FEW = 8;

    private int[] starts = {};
    private int[] ends = {};
    private IdentifierType[] types = {};
    private Sureness[] sureness = {};

    /** Where a span begins, and behind it its number. */
    private long[] order = {};

    private int size;
    private int sorted;
    private boolean disordered;

    void add(IdentifierType type, Sureness sure, int start, int end) {
        if (size == ends.length) {
            grow(Math.max(FEW, size * 2));
        }
        starts[size] = start;
        ends[size] = end;
        types[size] = type;
        sureness[size] = sure;
        long each = (long) start << 32 | size;
        int place = size;
        if (sorted == 0) {
            while (place > 0 && order[place - 1] > each && size - place < MOST_STEPS_BACK) {
                order[place] = order[place - 1];
                place--;
            }
        }
        disordered |= place > sorted && order[place - 1] > each;
        order[place] = each;
        size++;
    }

    private void grow(int most) {
        order = Arrays.copyOf(order, most);
        starts = Arrays.copyOf(starts, most);
        ends = Arrays.copyOf(ends, most);
        types = Arrays.copyOf(types, most);
        sureness = Arrays.copyOf(sureness, most);
    }

    /** Sorts them; those that were in order before and those that came after need only be merged. */
    void sort() {
        if (disordered) {
            Arrays.sort(order, sorted, size);
            disordered = false;
        }
        if (sorted > 0 && sorted < size) {
            long[] merged = new long[order.length];
            int one = 0;
            int other = sorted;
            for (int i = 0; i < size; i++) {
                boolean first = other == size || (one < sorted && order[one] < order[other]);
                merged[i] = order[first ? one++ : other++];
            }
            order = merged;
        }
        sorted = size;
    }

    int size() {
        return size;
    }

    /** How many of them are in order. */
    int sorted() {
        return sorted;
    }

    /** The number of the span that stands at a place of the order, if that is one of the sorted. */
    int at(int place) {
        return (int) order[place];
    }

    /** The first place of the order of a span that begins at {@code start} or behind it, among the sorted. */
    int from(int start) {
        int at = Arrays.binarySearch(order, 0, sorted, (long) start << 32);
        return at < 0 ? ~at : at;
    }

    int start(int number) {
        return starts[number];
    }

    int end(int number) {
        return ends[number];
    }

    IdentifierType type(int number) {
        return types[number];
    }

    Sureness sureness(int number) {
        return sureness[number];
    }

    void withdraw(int number) {
        sureness[number] = Sureness.WITHDRAWN;
    }

    /** Whether one says more than another: a secret, else the wider one, else the surer one. */
    boolean stronger(int number, int than) {
        boolean secret = types[number].secret();
        if (secret != types[than].secret()) {
            return secret;
        }
        int wider = ends[number] - starts[number] - (ends[than] - starts[than]);
        return wider > 0 || (wider == 0 && sureness[number].compareTo(sureness[than]) > 0);
    }
}
