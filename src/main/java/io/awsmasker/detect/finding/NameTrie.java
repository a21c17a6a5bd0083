package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of names with a type each, as a trie whose edges are pieces of a name: a piece ends in front of each byte that is
 * no word character, the only places where a name may end in a text. So a name costs as many steps as it has words. Edges
 * lie in one open hash table and are compared byte by byte, so that no collision can hide a name.
 */
final class NameTrie {
    static final int ROOT = 0;

    private static final int SCATTER = 0x9E3779B1;

    private static final int FEW = 32;

    /** As long as there is only the root, nothing is written: most texts reveal no name. */
    private static final int[] EMPTY = {0};

    private static final long[] NO_SLOTS = {0};

    /** A node and in front of it its hash, so that a glance tells most others. */
    private long[] slots = NO_SLOTS;

    private int[] hashes = EMPTY;
    private int[] parents = EMPTY;
    private int[] pieceEnds = EMPTY;
    private @Nullable IdentifierType[] types = {};
    private boolean[] extended = {};
    private byte[] pieces = {};
    private int nodes = 1;

    boolean isEmpty() {
        return nodes == 1;
    }

    /** Adds {@code [start, end)} of {@code text}; the type of the first addition stays. Returns the name's node. */
    int put(byte[] text, int start, int end, IdentifierType type) {
        int node = ROOT;
        int at = start;
        while (at < end) {
            int pieceEnd = Bytes.runEnd(text, at + 1, end, Bytes.WORD);
            int hash = hash(node, text, at, pieceEnd);
            int next = find(node, hash, text, at, pieceEnd);
            node = next < 0 ? add(node, hash, text, at, pieceEnd) : next;
            at = pieceEnd;
        }
        if (types[node] == null) {
            types[node] = type;
        }
        return node;
    }

    /** The node behind {@code node} for the piece {@code [start, end)}, or -1. */
    int next(int node, byte[] text, int start, int end) {
        return find(node, hash(node, text, start, end), text, start, end);
    }

    /** The type of the name that ends at this node, or null. */
    @Nullable
    IdentifierType type(int node) {
        return types[node];
    }

    /** Whether a longer name begins with the one of this node. */
    boolean extended(int node) {
        return extended[node];
    }

    private int find(int node, int hash, byte[] text, int start, int end) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int candidate = (int) slots[slot];
            if ((int) (slots[slot] >>> Integer.SIZE) == hash
                    && parents[candidate] == node
                    && Arrays.equals(text, start, end, pieces, pieceEnds[candidate - 1], pieceEnds[candidate])) {
                return candidate;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private int add(int node, int hash, byte[] text, int start, int end) {
        if (nodes == parents.length) {
            grow();
        }
        int from = pieceEnds[nodes - 1];
        int to = from + end - start;
        if (to > pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(to, Math.max(FEW * 4, pieces.length * 2)));
        }
        System.arraycopy(text, start, pieces, from, end - start);
        hashes[nodes] = hash;
        parents[nodes] = node;
        pieceEnds[nodes] = to;
        extended[node] = true;
        insert(nodes);
        return nodes++;
    }

    private void grow() {
        int most = Math.max(FEW, nodes * 2);
        hashes = Arrays.copyOf(hashes, most);
        parents = Arrays.copyOf(parents, most);
        pieceEnds = Arrays.copyOf(pieceEnds, most);
        types = Arrays.copyOf(types, most);
        extended = Arrays.copyOf(extended, most);
        slots = new long[most * 2];
        for (int node = 1; node < nodes; node++) {
            insert(node);
        }
    }

    private void insert(int node) {
        int slot = hashes[node] & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (long) hashes[node] << Integer.SIZE | node;
    }

    private static int hash(int node, byte[] text, int start, int end) {
        int hash = node * SCATTER;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text[i];
        }
        hash *= SCATTER;
        return hash ^ hash >>> 15;
    }
}
