package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names found in one call, and their search in all its passages: a name found once is the same identifier wherever
 * it stands as a whole word. The search moves a window and learns from the pair of bytes at its end how far the
 * next name is away at least (Wu and Manber); where one may begin, the names are read from a trie, at most {@link #LONGEST} bytes far.
 */
final class Memory {
    private static final int LONGEST = 255;

    /** Shorter names are none: nobody could tell them from ordinary text elsewhere. */
    static final int SHORTEST = 3;

    private static final int SURE = 8;
    private static final int WIDEST = 8;
    private static final int PAIRS = 4096;

    private final NameTrie names = new NameTrie();
    private final List<byte[]> beginnings = new ArrayList<>();
    private int window = WIDEST;
    private byte[] skips = new byte[0];

    /** Remembers a value that was found: whatever is masked in one place must be masked in all. */
    void learn(byte[] text, int start, int end, IdentifierType type) {
        int length = end - start;
        if (length >= SHORTEST && length <= LONGEST && (!type.secret() || length >= SURE)) {
            names.put(text, start, end, type);
            skips = new byte[0];
            window = Math.min(window, length);
            beginnings.add(Arrays.copyOfRange(text, start, start + Math.min(length, WIDEST)));
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Proposes every occurrence of a remembered name in a passage. */
    void find(Passage passage, Candidates found) {
        byte[] text = passage.text();
        int from = passage.start();
        int to = passage.end();
        if (skips.length == 0) {
            skips = distances();
        }
        byte[] distances = skips;
        int last = window - 2;
        int i = from;
        while (i + window <= to) {
            int skip = distances[pair(text, i + last)];
            if (skip > 0) {
                i += skip;
            } else {
                i = Boundary.before(text, from, i) ? longest(text, i, to, found) : i + 1;
            }
        }
    }

    /** For each hashed pair of bytes at the end of the window, how far the window may move without passing a name. */
    private byte[] distances() {
        byte[] distances = new byte[PAIRS];
        Arrays.fill(distances, (byte) (window - 1));
        for (byte[] beginning : beginnings) {
            for (int i = 0; i < window - 1; i++) {
                int pair = pair(beginning, i);
                distances[pair] = (byte) Math.min(distances[pair], window - 2 - i);
            }
        }
        return distances;
    }

    private static int pair(byte[] text, int at) {
        return (text[at] << 5 ^ text[at + 1]) & (PAIRS - 1);
    }

    private int longest(byte[] text, int at, int to, Candidates found) {
        int node = 0;
        int end = -1;
        IdentifierType type = null;
        for (int i = at; i < to; i++) {
            node = names.next(node, text[i]);
            if (node < 0) {
                break;
            }
            IdentifierType here = names.type(node);
            if (here != null && Boundary.after(text, i + 1, to)) {
                end = i + 1;
                type = here;
            }
        }
        if (type == null) {
            return at + 1;
        }
        found.name(type, at, end);
        return end;
    }

    /** Whether a value that was found stands at no word boundary of any passage once all findings are replaced. */
    static boolean leavesNoTrace(byte[] text, int start, int end) {
        int length = end - start;
        return length >= SHORTEST
                && length <= LONGEST
                && Words.distinctive(text, start, end)
                && !Words.common(text, start, end);
    }
}
