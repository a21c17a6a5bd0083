package io.awsmasker.detect.bytes;

import java.util.Arrays;

/**
 * A set of words that is read from their last byte to their first, as they are met in front of an anchor such as
 * {@code -} or {@code :}. Most texts differ from all words within a byte or two, so a look-up is short; its bound is the
 * longest word.
 */
public final class BackwardTrie {
    private static final int CODES = 40;
    private static final byte[] CODE = new byte[256];

    static {
        for (int i = 0; i < 26; i++) {
            CODE['a' + i] = (byte) (i + 1);
            CODE['A' + i] = (byte) (i + 1);
        }
        for (int i = 0; i < 10; i++) {
            CODE['0' + i] = (byte) (i + 27);
        }
        CODE['-'] = 37;
        CODE['.'] = 38;
        CODE['_'] = 39;
    }

    private short[] next = new short[CODES * 16];
    private short[] value = new short[16];
    private int nodes = 1;

    /** Adds a word; {@code id} must be positive. */
    public void put(String word, int id) {
        int node = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int edge = node * CODES + CODE[word.charAt(i)];
            if (next[edge] == 0) {
                if (nodes == value.length) {
                    next = Arrays.copyOf(next, next.length * 2);
                    value = Arrays.copyOf(value, value.length * 2);
                }
                next[edge] = (short) nodes++;
            }
            node = next[edge];
        }
        value[node] = (short) id;
    }

    /** The node behind {@code node} for a byte that is read without regard to case, or 0 if no word goes on so. */
    public int step(int node, byte b) {
        int code = CODE[b & 0xff];
        return code == 0 ? 0 : next[node * CODES + code] & 0xffff;
    }

    /** The id of the word that ends at this node, or 0. */
    public int id(int node) {
        return value[node] & 0xffff;
    }
}
