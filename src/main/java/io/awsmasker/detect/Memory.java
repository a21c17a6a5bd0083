package io.awsmasker.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names found in one call, and their search in all its passages: a name found once is the same identifier wherever
 * it stands as a whole word. Names are looked up only where a word begins, by the hash of their first word, in a trie of
 * whole names; a look-up reads at most {@link #LONGEST} bytes.
 */
final class Memory {
    private static final int LONGEST = 255;
    private static final int SHORTEST = 4;
    private static final int SURE = 8;

    private static final class Node {
        private final Map<Byte, Node> next = new HashMap<>();
        private @Nullable IdentifierType type;
    }

    private final Node root = new Node();
    private final boolean[] firstPairs = new boolean[1 << 16];
    private boolean empty = true;

    /** Remembers what was found in a passage, as far as it is not an ordinary word. */
    void learn(byte[] text, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.type().propagates() && worth(text, finding)) {
                put(text, finding);
            }
        }
    }

    boolean isEmpty() {
        return empty;
    }

    /** Proposes every occurrence of a remembered name in a passage. */
    void find(Passage passage, Candidates found) {
        byte[] text = passage.text();
        int from = passage.start();
        int to = passage.end();
        int last = to - SHORTEST;
        int i = from;
        while (i <= last) {
            if (firstPairs[(text[i] & 0xff) << 8 | (text[i + 1] & 0xff)] && Boundary.before(text, from, i)) {
                i = longest(text, from, i, to, found);
            } else {
                i++;
            }
        }
    }

    private int longest(byte[] text, int from, int at, int to, Candidates found) {
        Node node = root;
        int end = -1;
        IdentifierType type = null;
        for (int i = at; i < to; i++) {
            Node next = node.next.get(text[i]);
            if (next == null) {
                break;
            }
            node = next;
            if (node.type != null && Boundary.after(text, i + 1, to) && free(text, from, at, i + 1, to)) {
                end = i + 1;
                type = node.type;
            }
        }
        if (type == null) {
            return at + 1;
        }
        found.name(type, at, end);
        return end;
    }

    /** A short name must not be a part of a hyphenated word. */
    private static boolean free(byte[] text, int from, int at, int end, int to) {
        boolean joined = (at > from && text[at - 1] == '-') || (end < to && text[end] == '-');
        return !joined || end - at >= SURE;
    }

    private static boolean worth(byte[] text, Finding finding) {
        int start = finding.start();
        int length = finding.end() - start;
        return length >= SHORTEST
                && length <= LONGEST
                && (finding.type().secret() || Words.distinctive(text, start, finding.end()))
                && !(finding.type().secret() && length < SURE)
                && !Words.reserved(text, start, finding.end());
    }

    private void put(byte[] text, Finding finding) {
        Node node = root;
        for (int i = finding.start(); i < finding.end(); i++) {
            node = node.next.computeIfAbsent(text[i], b -> new Node());
        }
        if (node.type == null) {
            node.type = finding.type();
        }
        firstPairs[(text[finding.start()] & 0xff) << 8 | (text[finding.start() + 1] & 0xff)] = true;
        empty = false;
    }
}
