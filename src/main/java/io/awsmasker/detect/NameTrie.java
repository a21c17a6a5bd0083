package io.awsmasker.detect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of byte strings with a type each, as a trie whose edges lie in one open hash table. */
final class NameTrie {
    private static final int SCATTER = 0x9E3779B1;

    private long[] edges = new long[64];
    private @Nullable IdentifierType[] types = new IdentifierType[32];
    private int nodes = 1;

    boolean isEmpty() {
        return nodes == 1;
    }

    /** Adds {@code [start, end)} of {@code text}; the type of the first addition stays. */
    void put(byte[] text, int start, int end, IdentifierType type) {
        int node = 0;
        for (int i = start; i < end; i++) {
            int next = next(node, text[i]);
            node = next < 0 ? add(node, text[i]) : next;
        }
        if (types[node] == null) {
            types[node] = type;
        }
    }

    /** The node behind {@code node} for this byte, or -1. */
    int next(int node, byte b) {
        int key = key(node, b);
        int slot = slot(key);
        while (edges[slot] != 0) {
            if ((int) (edges[slot] >>> 32) == key) {
                return (int) edges[slot];
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return -1;
    }

    @Nullable
    IdentifierType type(int node) {
        return types[node];
    }

    private int add(int node, byte b) {
        if (nodes * 2 > edges.length) {
            long[] old = edges;
            edges = new long[old.length * 2];
            for (long edge : old) {
                if (edge != 0) {
                    insert(edge);
                }
            }
        }
        if (nodes == types.length) {
            types = Arrays.copyOf(types, nodes * 2);
        }
        insert((long) key(node, b) << 32 | nodes);
        return nodes++;
    }

    private void insert(long edge) {
        int slot = slot((int) (edge >>> 32));
        while (edges[slot] != 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = edge;
    }

    private static int key(int node, byte b) {
        return node << 8 | (b & 0xff);
    }

    private int slot(int key) {
        int mixed = key * SCATTER;
        return (mixed ^ mixed >>> 15) & (edges.length - 1);
    }
}
