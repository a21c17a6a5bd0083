package io.awsmasker.failsecure;

import java.util.List;

/**
 * The automaton of Aho and Corasick (1975), over words: it falls back only to suffixes that begin at a word boundary.
 * So whatever it has recognised started as a word, and values with a common beginning cost no more than one.
 *
 * <p>Built in time linear in the values' bytes (times at most 256), with 17 bytes of memory for each of them.
 */
final class ProofAutomaton {
    static final int ROOT = 0;
    private static final int NONE = 0;

    private final int[] firstChild;
    private final int[] sibling;
    private final int[] fallback;
    private final int[] length;
    private final byte[] label;
    private final int[] rootChild = new int[256];
    private int size = 1;

    ProofAutomaton(List<byte[]> values) {
        int most = 1;
        for (byte[] value : values) {
            most = Math.addExact(most, value.length);
        }
        firstChild = new int[most];
        sibling = new int[most];
        fallback = new int[most];
        length = new int[most];
        label = new byte[most];
        for (byte[] value : values) {
            insert(value);
        }
        linkFallbacks();
    }

    /** The state after the first byte of a word; ROOT when no value starts so. */
    int start(byte c) {
        return rootChild[c & 0xff];
    }

    /** The state after one more byte. ROOT means that the byte was not read: a value may still start with it. */
    int next(int state, byte c) {
        int from = state;
        while (from != ROOT) {
            int child = child(from, c);
            if (child != NONE) {
                return child;
            }
            from = fallback[from];
        }
        return ROOT;
    }

    /** How long the longest value is that ends in this state; 0 for none. */
    int lengthAt(int state) {
        return length[state];
    }

    private void insert(byte[] value) {
        int state = ROOT;
        for (byte c : value) {
            int child = state == ROOT ? start(c) : child(state, c);
            if (child == NONE) {
                child = size++;
                label[child] = c;
                sibling[child] = firstChild[state];
                firstChild[state] = child;
                if (state == ROOT) {
                    rootChild[c & 0xff] = child;
                }
            }
            state = child;
        }
        length[state] = value.length;
    }

    /** Breadth first, so that a shorter suffix is always linked before a longer one asks for it. */
    private void linkFallbacks() {
        int[] queue = new int[size];
        int queued = 1;
        for (int head = 0; head < queued; head++) {
            int state = queue[head];
            for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
                queue[queued++] = child;
                if (state == ROOT) {
                    continue;
                }
                int suffix = next(fallback[state], label[child]);
                if (suffix == ROOT && ProofBytes.isBoundary(label[state], label[child])) {
                    suffix = start(label[child]);
                }
                fallback[child] = suffix;
                if (length[child] == 0) {
                    length[child] = length[suffix];
                }
            }
        }
    }

    private int child(int state, byte c) {
        int child = firstChild[state];
        while (child != NONE && label[child] != c) {
            child = sibling[child];
        }
        return child;
    }
}
