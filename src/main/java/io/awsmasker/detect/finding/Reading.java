package io.awsmasker.detect.finding;

import java.util.Arrays;

/**
 * What a stretch of a text says once that is taken away or resolved in which it is wrapped; and the way back, from what
 * was found in it to where that stands. It is made of pieces: bytes as they stand in the text, and single characters that
 * stand there in another form.
 */
public final class Reading {
    /** How long a stretch is read at once, so that the memory is bounded; what follows is a stretch of its own. */
    public static final int LONGEST = 1 << 16;

    private final byte[] text;
    private final byte[] bytes;
    private int size;

    /** For each piece where it begins in the reading, and in the text: as a complement if it stands there in another form. */
    private int[] seen = new int[16];

    private int[] origin = new int[16];
    private int pieces;
    private int piece;

    /**
     * A reading of bytes of {@code text}.
     *
     * @param most how many bytes it will have at most
     */
    public Reading(byte[] text, int most) {
        this.text = text;
        this.bytes = new byte[most];
    }

    /** Reads on with {@code [from, to)} as it stands there. */
    public void copy(int from, int to) {
        if (from < to) {
            begin(from);
            System.arraycopy(text, from, bytes, size, to - from);
            size += to - from;
        }
    }

    /** Reads on with a character that stands at {@code from} in another form, which ends where the next piece begins. */
    public void put(int meaning, int from) {
        begin(~from);
        bytes[size++] = (byte) meaning;
    }

    private void begin(int at) {
        if (pieces + 1 >= seen.length) {
            seen = Arrays.copyOf(seen, pieces * 2);
            origin = Arrays.copyOf(origin, pieces * 2);
        }
        seen[pieces] = size;
        origin[pieces++] = at;
    }

    public int size() {
        return size;
    }

    public Passage passage() {
        return new Passage(bytes, 0, size, null);
    }

    /**
     * Where {@code [start, end)} stands in the text: pairs of offsets, one if nothing in it stands there in another form.
     * Asked for in ascending order, until {@link #again}.
     */
    int[] original(int start, int end) {
        while (piece + 1 < pieces && seen[piece + 1] <= start) {
            piece++;
        }
        int[] stretches = new int[2];
        int count = 0;
        for (int p = piece; p < pieces && seen[p] < end; p++) {
            if (origin[p] < 0) {
                continue;
            }
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, count * 2);
            }
            int last = p + 1 < pieces ? Math.min(end, seen[p + 1]) : end;
            stretches[count++] = origin[p] + Math.max(start, seen[p]) - seen[p];
            stretches[count++] = origin[p] + last - seen[p];
        }
        return Arrays.copyOf(stretches, count);
    }

    /** Lets it be asked from the beginning again. */
    void again() {
        piece = 0;
    }
}
