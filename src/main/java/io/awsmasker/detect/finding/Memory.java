package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import io.awsmasker.detect.catalogue.FindingType;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.words.Words;

/**
 * The names found in one call, and their search in all its passages: a name found once is the same identifier wherever
 * it stands as a whole word. A name can only begin where a word begins; the first bytes there are looked up in a set of
 * bits that lets few others pass, and what passes is read from a trie, at most {@link #LONGEST} bytes far.
 */
public final class Memory {
    private static final int LONGEST = 255;

    /** Shorter names are none: nobody could tell them from ordinary text elsewhere. */
    static final int SHORTEST = 3;

    /** Of secrets: shorter ones and plain words stand in other places without being the secret, such as {@code postgres}. */
    private static final int SHORTEST_SECRET = 6;

    private static final int WINDOW = 64;

    private final NameTrie names = new NameTrie();
    private final Beginnings beginnings = new Beginnings();
    private final LearnedValues values = new LearnedValues();

    /**
     * Remembers a value that was found: whatever is masked in one place must be masked in all.
     *
     * @return a number for the value, or -1 if it cannot be told from ordinary text
     */
    int learn(byte[] text, int start, int end, IdentifierType type) {
        int length = end - start;
        if (length < SHORTEST
                || length > LONGEST
                || Words.service(text, start, end)
                || (!type.secret() && Words.ofTrade(text, start, end))
                || !telling(text, start, end, type)) {
            return -1;
        }
        int hash = values.hash(text, start, end);
        int known = values.node(hash, text, start, end);
        if (known >= 0) {
            return known;
        }
        beginnings.add(text, start, end);
        int node = names.put(text, start, end, type);
        values.add(hash, text, start, end, node);
        return node;
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Proposes every occurrence of a remembered name in a passage. */
    public void find(Passage passage, Candidates found) {
        beginnings.ready();
        new Search(passage, found).run();
    }

    /** Whether a value of this type is looked for elsewhere. */
    private static boolean telling(byte[] text, int start, int end, FindingType type) {
        return !type.secret() || (end - start >= SHORTEST_SECRET && !Words.plain(text, start, end));
    }

    /** Whether a value that was found stands at no word boundary of any passage once all findings are replaced. */
    public static boolean leavesNoTrace(byte[] text, int start, int end, FindingType type) {
        int length = end - start;
        return length >= SHORTEST
                && length <= LONGEST
                && telling(text, start, end, type)
                && Words.distinctive(text, start, end)
                && !Words.common(text, start, end)
                && !Words.service(text, start, end);
    }

    /** One passage on its way through. */
    private final class Search {
        private final byte[] text;
        private final int from;
        private final int to;
        private final Candidates found;
        private int floor;

        Search(Passage passage, Candidates found) {
            this.text = passage.text();
            this.from = passage.start();
            this.to = passage.end();
            this.found = found;
            this.floor = from;
        }

        void run() {
            boolean marked = beginnings.marked();
            int i = from;
            long carry = 0;
            while (i + EightBytes.SIZE <= to) {
                int size = Math.min(WINDOW, (to - i) & -EightBytes.SIZE);
                long starts = 0;
                for (int k = 0; k < size; k += EightBytes.SIZE) {
                    long bytes = EightBytes.at(text, i + k);
                    long words = EightBytes.words(bytes);
                    long marks = marked ? beginnings.marks(bytes) : 0;
                    starts |= EightBytes.packed((words | marks) & ~(words << Byte.SIZE | carry)) << k;
                    carry = words >>> (Long.SIZE - Byte.SIZE);
                }
                while (starts != 0) {
                    start(i + Long.numberOfTrailingZeros(starts));
                    starts &= starts - 1;
                }
                i += size;
            }
            while (i < to) {
                if (Boundary.before(text, from, i)) {
                    start(i);
                }
                i++;
            }
        }

        /** A word begins at {@code at}; what looks like its first letters may be the end of an escape in front of it. */
        private void start(int at) {
            look(at);
            if (at > from && Bytes.is(text[at - 1], Bytes.OPENS_ESCAPE)) {
                int last = Math.min(to - 1, at + Boundary.LONGEST_ESCAPE);
                for (int i = at + 1; i <= last && Bytes.is(text[i - 1], Bytes.WORD); i++) {
                    if (Boundary.before(text, from, i)) {
                        look(i);
                    }
                }
            }
        }

        private void look(int at) {
            if (at >= floor && beginnings.has(text, at)) {
                int end = found.end(at, names);
                floor = end > 0 ? end : longest(at);
            }
        }

        private int longest(int at) {
            int node = NameTrie.ROOT;
            int end = -1;
            IdentifierType type = null;
            int limit = Math.min(to, at + LONGEST + 1);
            int piece = at;
            while (piece < limit) {
                int pieceEnd = Bytes.runEnd(text, piece + 1, limit, Bytes.WORD);
                node = names.next(node, text, piece, pieceEnd);
                if (node < 0) {
                    break;
                }
                IdentifierType here = names.type(node);
                if (here != null && Boundary.after(text, pieceEnd, to)) {
                    end = pieceEnd;
                    type = here;
                }
                piece = pieceEnd;
            }
            if (type == null) {
                return at + 1;
            }
            found.again(type, at, end);
            return end;
        }
    }
}
