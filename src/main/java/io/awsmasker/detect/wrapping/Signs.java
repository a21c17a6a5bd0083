package io.awsmasker.detect.wrapping;

import java.util.Arrays;

/**
 * Where a text inside a text may show itself: a percent sign, a backslash, an ampersand, a doubled quote, the line feed in front of a
 * margin. The scan notes them on its way, so that nobody passes over the bytes again to find that there are none.
 */
public final class Signs {
    private int[] places = new int[8];
    private int size;
    private int next;

    /** Notes the sign at {@code at}, which stands behind all that were noted. */
    public void add(int at) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        places[size++] = at;
    }

    /** The first sign at {@code from} or behind it, else {@code none}; each question is further on than the last. */
    public int next(int from, int none) {
        while (next < size && places[next] < from) {
            next++;
        }
        return next < size ? places[next] : none;
    }
}
