package io.awsmasker.claude;

import java.util.Arrays;

/**
 * The stretches of what leaves that need no proof: Claude itself wrote what stands there, or it had left in an earlier turn.
 * They are kept as places and not as bytes, so that what is proved can only be made of the very bytes that leave.
 */
final class Unproved {
    static final Unproved NONE = new Unproved();

    private int[] bounds = new int[0];
    private int size;

    /** Adds {@code [start, end)}; empty stretches are none. */
    void add(int start, int end) {
        if (end > start) {
            bounds = size == bounds.length ? Arrays.copyOf(bounds, Math.max(16, 2 * size)) : bounds;
            bounds[size++] = start;
            bounds[size++] = end;
        }
    }

    /** The same stretches of bytes that lack the first {@code bytes} of these. */
    Unproved behind(int bytes) {
        Unproved moved = new Unproved();
        for (int i = 0; i < size; i += 2) {
            moved.add(bounds[i] - bytes, bounds[i + 1] - bytes);
        }
        return moved;
    }

    /** The body with spaces for these stretches; the body itself if there is none. */
    byte[] blanked(byte[] body) {
        byte[] blanked = size == 0 ? body : body.clone();
        for (int i = 0; i < size; i += 2) {
            Arrays.fill(blanked, bounds[i], bounds[i + 1], (byte) ' ');
        }
        return blanked;
    }
}
