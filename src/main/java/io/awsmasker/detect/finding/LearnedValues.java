package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.EightBytes;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the memory keeps each value, by the whole value: in an answer of AWS the same account or bucket stands a thousand
 * times and is taken apart once. Values stay where they were met and are compared byte by byte.
 */
final class LearnedValues {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** Another one each time, so that nobody can prepare values that all meet in one slot. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private static final int FEW = 16;
    private static final long[] NO_SLOTS = {0};

    /** The number of a value and one, and in front of that the hash of the value. */
    private long[] slots = NO_SLOTS;

    private byte[][] texts = {};
    private int[] starts = {};
    private int[] lengths = {};
    private int[] hashes = {};
    private int[] nodes = {};
    private int size;

    /** For {@link #node} and {@link #add} of these values only. */
    int hash(byte[] text, int start, int end) {
        long hash = seed + end - start;
        int i = start;
        while (i + EightBytes.SIZE <= end) {
            hash = (hash ^ EightBytes.at(text, i)) * SCATTER;
            hash ^= hash >>> Integer.SIZE;
            i += EightBytes.SIZE;
        }
        long rest = 0;
        while (i < end) {
            rest = (rest << Byte.SIZE) | (text[i++] & 0xff);
        }
        return (int) (((hash ^ rest) * SCATTER) >>> Integer.SIZE);
    }

    /** The node of the value, or -1 if it is new. */
    int node(int hash, byte[] text, int start, int end) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int value = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == hash
                    && lengths[value] == end - start
                    && Arrays.equals(text, start, end, texts[value], starts[value], starts[value] + end - start)) {
                return nodes[value];
            }
        }
        return -1;
    }

    void add(int hash, byte[] text, int start, int end, int node) {
        if (size == nodes.length) {
            grow(Math.max(FEW, size * 2));
        }
        texts[size] = text;
        starts[size] = start;
        lengths[size] = end - start;
        hashes[size] = hash;
        nodes[size] = node;
        insert(size++);
    }

    private void grow(int most) {
        texts = Arrays.copyOf(texts, most);
        starts = Arrays.copyOf(starts, most);
        lengths = Arrays.copyOf(lengths, most);
        hashes = Arrays.copyOf(hashes, most);
        nodes = Arrays.copyOf(nodes, most);
        slots = new long[most * 4];
        for (int value = 0; value < size; value++) {
            insert(value);
        }
    }

    private void insert(int value) {
        int mask = slots.length - 1;
        int slot = hashes[value] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (long) hashes[value] << Integer.SIZE | (value + 1);
    }
}
