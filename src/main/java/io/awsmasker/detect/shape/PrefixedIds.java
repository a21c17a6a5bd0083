package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.BackwardTrie;
import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Beside;
import io.awsmasker.detect.secret.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ids of the form {@code prefix-tail}, found from the hyphen: the prefix is read backwards through a trie, then the tail
 * is checked. The longest prefix wins, so {@code tgw-attach-0…} is one id and not an id inside another word.
 */
public final class PrefixedIds {
    private static final int SHORT_PREFIX = 3;

    private final BackwardTrie prefixes = new BackwardTrie();
    /** For each prefix by its number what may follow, and the type that each makes of it. */
    private final IdTail[][] tails;

    private final IdentifierType[][] types;

    /** How many letters and digits follow the hyphen at least; most hyphens have fewer behind them. */
    private final int fewest;

    public PrefixedIds() {
        Map<String, List<String>> all = new TreeMap<>();
        Map<String, List<IdentifierType>> owners = new TreeMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String id : type.grammar().ids()) {
                int space = id.indexOf(' ');
                String prefix = id.substring(0, space);
                all.computeIfAbsent(prefix, p -> new ArrayList<>()).add(id.substring(space + 1));
                owners.computeIfAbsent(prefix, p -> new ArrayList<>()).add(type);
            }
        }
        tails = new IdTail[all.size() + 1][];
        types = new IdentifierType[all.size() + 1][];
        int number = 0;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, List<String>> entry : all.entrySet()) {
            prefixes.put(entry.getKey(), ++number);
            tails[number] = entry.getValue().stream().map(IdTail::new).toArray(IdTail[]::new);
            for (IdTail each : tails[number]) {
                least = Math.min(least, each.fewest());
            }
            types[number] = owners.getOrDefault(entry.getKey(), List.of()).toArray(IdentifierType[]::new);
        }
        fewest = least;
    }

    /** Adds the id whose last hyphen stands at {@code dash}; returns its end, or 0. Reads a bounded number of bytes. */
    public int find(byte[] text, int from, int dash, int to, Candidates found) {
        return find(text, from, dash, dash + 1, to, found);
    }

    /** The same for a hyphen that is written in {@code [dash, tail)}, as HTML can write it. */
    public int find(byte[] text, int from, int dash, int tail, int to, Candidates found) {
        if (Bytes.runEnd(text, tail, Math.min(to, tail + fewest), Bytes.ALNUM) - tail < fewest) {
            return 0;
        }
        int best = -1;
        int bestEnd = 0;
        IdentifierType bestType = IdentifierType.RES;
        int node = 0;
        for (int i = dash - 1; i >= from; i--) {
            node = prefixes.step(node, text[i]);
            if (node == 0) {
                break;
            }
            int id = prefixes.id(node);
            boolean glued = i > from && text[i - 1] == '_';
            if (id == 0 || !(glued || Boundary.before(text, from, i))) {
                continue;
            }
            boolean anyCase = dash - i >= SHORT_PREFIX;
            if (!anyCase && Bytes.is(text[i], Bytes.UPPER)) {
                continue;
            }
            IdTail[] possible = tails[id];
            for (int k = 0; k < possible.length; k++) {
                int end = possible[k].end(text, tail, to, anyCase);
                if (end > 0 && (!glued || possible[k].joins(text, tail, end))) {
                    best = i;
                    bestEnd = end;
                    bestType = types[id][k];
                }
            }
        }
        if (best >= 0) {
            found.shape(bestType, best, bestEnd);
            if (text[tail] == 'A') {
                Credentials.atLetterA(text, from, tail, to, found); // reading goes on behind the id
            }
            if (bestType != IdentifierType.AMI) {
                Beside.find(text, from, best, bestEnd, to, bestType, found);
            }
        }
        return bestEnd;
    }
}
