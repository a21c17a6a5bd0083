package io.awsmasker.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Replacements on a stretch of bytes; everything else is copied as it is. Collects first and copies once into an array of the
 * exact size, so that a body never stands in memory three times.
 */
public final class Splice {
    private final byte[] text;
    private final int to;
    private final List<byte[]> replacements = new ArrayList<>();
    private int[] bounds = new int[16];
    private int last;
    private long length;

    /** Works on the bytes of {@code text} in front of {@code to}; they are kept, not copied. */
    public Splice(byte[] text, int to) {
        Objects.checkFromToIndex(0, to, text.length);
        this.text = text;
        this.to = to;
        this.length = to;
    }

    /**
     * Puts {@code with} in the place of the bytes {@code [start, end)}; offsets are those of the array.
     *
     * @param with kept, not copied
     * @throws IllegalArgumentException when the stretch begins before the end of the one before it, or leaves the bytes
     */
    public void replace(int start, int end, byte[] with) {
        if (start < last || end < start || end > to) {
            throw new IllegalArgumentException("a replacement of [" + start + ", " + end + ") does not fit behind "
                    + last + " and before " + to + "; replace in ascending order and without overlap");
        }
        int at = 2 * replacements.size();
        if (at == bounds.length) {
            bounds = Arrays.copyOf(bounds, at * 2);
        }
        bounds[at] = start;
        bounds[at + 1] = end;
        replacements.add(with);
        last = end;
        length += with.length - ((long) end - start);
    }

    /** Whether nothing is to be replaced. */
    public boolean isEmpty() {
        return replacements.isEmpty();
    }

    /**
     * The bytes with all replacements, in a new array.
     *
     * @throws IllegalStateException when they would be more than an array can hold
     */
    public byte[] toBytes() {
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("the replaced text would have " + length + " bytes; an array holds less");
        }
        byte[] out = new byte[(int) length];
        int copied = 0;
        int at = 0;
        for (int i = 0; i < replacements.size(); i++) {
            int kept = bounds[2 * i] - copied;
            System.arraycopy(text, copied, out, at, kept);
            at += kept;
            byte[] with = replacements.get(i);
            System.arraycopy(with, 0, out, at, with.length);
            at += with.length;
            copied = bounds[2 * i + 1];
        }
        System.arraycopy(text, copied, out, at, to - copied);
        return out;
    }
}
