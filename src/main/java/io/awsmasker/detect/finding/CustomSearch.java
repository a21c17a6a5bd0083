package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.pattern.PatternException;
import io.awsmasker.detect.pattern.PatternGraph;
import io.awsmasker.detect.pattern.PatternTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for everything that the user's own rules name, in one go. Only where a word begins a text is tried, and no
 * further than {@link CustomRule#LONGEST} bytes, so that the time is linear in the passage whatever the patterns are.
 */
public final class CustomSearch {
    private final List<CustomRule> rules;
    private final PatternTable table;
    private final boolean[] begins = new boolean[256];

    /**
     * A search for these rules, of which there is at least one.
     *
     * @throws PatternException if the rules cannot be searched for together
     */
    public CustomSearch(List<CustomRule> rules) {
        this.rules = List.copyOf(rules);
        PatternGraph graph = new PatternGraph();
        for (int i = 0; i < rules.size(); i++) {
            graph.pattern(rules.get(i).part(), i);
        }
        table = new PatternTable(graph);
        for (int b = 0; b < 256; b++) {
            begins[b] = table.next(PatternTable.START, (byte) b) != PatternTable.DEAD;
        }
    }

    /** What stands in a passage, in ascending order and never overlapping; at each place the longest. */
    public List<Finding> find(Passage passage, AllowList allowed) {
        byte[] text = passage.text();
        int from = passage.start();
        int to = passage.end();
        List<Finding> findings = new ArrayList<>();
        int i = from;
        while (i < to) {
            Finding finding = begins[text[i] & 0xff] && Boundary.before(text, from, i) ? longest(text, i, to) : null;
            if (finding == null) {
                i++;
                continue;
            }
            i = finding.end();
            if (!allowed.covers(text, finding.start(), finding.end())) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private @Nullable Finding longest(byte[] text, int start, int to) {
        int row = PatternTable.START;
        int limit = Math.min(to, start + CustomRule.LONGEST);
        Finding finding = null;
        for (int i = start; i < limit; i++) {
            row = table.next(row, text[i]);
            if (row == PatternTable.DEAD) {
                break;
            }
            int rule = table.accepted(row);
            if (rule >= 0 && Boundary.after(text, i + 1, to)) {
                finding = new Finding(rules.get(rule), start, i + 1);
            }
        }
        return finding;
    }
}
