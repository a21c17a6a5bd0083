package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mapping.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Turns findings and token literals into what will be replaced, so that every replacement can be undone exactly. */
final class Hits {
    private final Rules rules;
    private final TokenGrammar grammar;

    Hits(Rules rules, TokenGrammar grammar) {
        this.rules = rules;
        this.grammar = grammar;
    }

    /** The hits of one passage in ascending order, with a gap between any two. */
    List<Hit> of(Maskable maskable, List<Finding> findings) {
        Passage passage = maskable.passage();
        List<Hit> hits = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            hits.add(hit(passage, finding));
        }
        if (!maskable.tokensStand()) {
            addLiterals(passage, findings, hits);
        }
        return hits.size() < 2 ? hits : withGaps(passage.text(), hits);
    }

    private Hit hit(Passage passage, Finding finding) {
        Policy policy = rules.policy(finding.type());
        String value = new String(passage.text(), finding.start(), finding.end() - finding.start(), UTF_8);
        boolean restorable = policy != Policy.MASK || restorable(value, passage, finding);
        if (!restorable && !finding.type().secret()) {
            throw new MaskingException("an identifier of type " + finding.type().tokenClass()
                    + " holds a quote, a backslash or a control character");
        }
        boolean concealed = Detector.leavesNoTrace(passage, finding);
        return new Hit(
                finding.start(),
                finding.end(),
                finding.type().tokenClass(),
                value,
                concealed,
                policy != Policy.MASK || !restorable,
                policy == Policy.BLOCK ? finding.type().setting() : null);
    }

    /** An original goes back into JSON strings at any depth, which only works for text that JSON never escapes. */
    private static boolean restorable(String value, Passage passage, Finding finding) {
        if (plain(passage.text(), finding.start(), finding.end())) {
            return true;
        }
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
        return plain
                && Arrays.equals(
                        value.getBytes(UTF_8), Arrays.copyOfRange(passage.text(), finding.start(), finding.end()));
    }

    /** Whether all is ASCII that JSON never escapes, as in nearly every value. */
    private static boolean plain(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < ' ' || text[i] == '"' || text[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** One pass over both, since findings and tokens are in ascending order. */
    private void addLiterals(Passage passage, List<Finding> findings, List<Hit> hits) {
        int found = hits.size();
        int[] next = {0};
        grammar.find(passage.text(), passage.start(), passage.end(), (start, end) -> {
            while (next[0] < findings.size() && findings.get(next[0]).end() <= start) {
                next[0]++;
            }
            boolean covered = next[0] < findings.size() && findings.get(next[0]).start() < end;
            if (!covered) {
                if (hits.size() >= Masker.MOST_HITS) {
                    throw new TooManyIdentifiers(Masker.MOST_HITS);
                }
                String value = new String(passage.text(), start, end - start, UTF_8);
                hits.add(new Hit(start, end, Identifier.LITERAL, value, false, false, null));
            }
        });
        if (hits.size() > found && found > 0) {
            hits.sort(Comparator.comparingInt(Hit::start));
        }
    }

    private static List<Hit> withGaps(byte[] text, List<Hit> hits) {
        List<Hit> separated = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); ) {
            int next = i + 1;
            while (next < hits.size()
                    && hits.get(next).start() == hits.get(next - 1).end()) {
                next++;
            }
            separated.add(next == i + 1 ? hits.get(i) : Hit.joined(text, hits.subList(i, next)));
            i = next;
        }
        return separated;
    }
}
