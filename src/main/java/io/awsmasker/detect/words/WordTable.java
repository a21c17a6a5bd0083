package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fixed set of short ASCII words that is asked about bytes of a text, in any case and without making a string of them. */
public final class WordTable {
    private static final int LONGEST = 20;
    private static final int SCATTER = 0x9E3779B1;

    private final byte[] @Nullable [] slots;

    /** For each first byte the lengths of the words that begin with it, as bits: most questions end here. */
    private final int[] lengths = new int[256];

    /** @param words in small letters */
    public WordTable(Set<String> words) {
        slots = new byte[Integer.highestOneBit(words.size()) * 4][];
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("longer than " + LONGEST + " letters: " + word);
            }
            int slot = slot(bytes, 0, bytes.length);
            while (slots[slot] != null) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = bytes;
            lengths[bytes[0]] |= 1 << bytes.length;
        }
    }

    public boolean contains(byte[] text, int start, int end) {
        return find(text, start, end) >= 0;
    }

    /** A number below {@link #size()} that is the word's own, or -1. */
    int find(byte[] text, int start, int end) {
        int length = end - start;
        if (length > LONGEST || length <= 0 || (lengths[small(text[start]) & 0xff] >>> length & 1) == 0) {
            return -1;
        }
        int slot = slot(text, start, end);
        byte[] word = slots[slot];
        while (word != null) {
            if (same(word, text, start, end)) {
                return slot;
            }
            slot = (slot + 1) & (slots.length - 1);
            word = slots[slot];
        }
        return -1;
    }

    int size() {
        return slots.length;
    }

    private static boolean same(byte[] word, byte[] text, int start, int end) {
        if (word.length != end - start) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (small(text[start + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(byte[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + small(text[i]);
        }
        hash *= SCATTER;
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }

    private static int small(byte b) {
        return Bytes.is(b, Bytes.UPPER) ? b | 32 : b;
    }
}
