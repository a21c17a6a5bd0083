package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds AWS identifiers in texts. First every passage is scanned on its own; then the names that context revealed are
 * looked for in all passages of the call, because a bucket that is a bucket in one place is one in the next sentence.
 * Immutable and safe for use by many threads; the time is linear in the length of the passages.
 */
public final class Detector {
    private final Tables tables = new Tables();
    private final Set<IdentifierType> enabled = EnumSet.allOf(IdentifierType.class);
    private final Rules rules;
    private final @Nullable CustomSearch custom;

    /** A detector with the usual rules. */
    public Detector() {
        this(Rules.USUAL);
    }

    /**
     * A detector with these rules.
     *
     * @throws PatternException if the user's own rules cannot be searched for together
     */
    public Detector(Rules rules) {
        this.rules = rules;
        enabled.removeIf(type -> rules.off().contains(type.family()));
        List<CustomRule> own = rules.custom().stream()
                .filter(rule -> rule.policy() != Policy.OFF)
                .toList();
        this.custom = own.isEmpty() ? null : new CustomSearch(own);
    }

    /** What is looked for here, and what is to become of it. */
    public Rules rules() {
        return rules;
    }

    /** Returns for each passage its findings, in ascending order and never overlapping. */
    public List<List<Finding>> find(List<Passage> passages) {
        List<Candidates> candidates = new ArrayList<>(passages.size());
        Memory memory = new Memory();
        for (Passage passage : passages) {
            Candidates found = new Candidates(passage, enabled, rules.allowed());
            new Scan(tables, passage, found).run();
            found.settle(memory);
            candidates.add(found);
        }
        List<List<Finding>> findings = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            Candidates found = candidates.get(i);
            if (!memory.isEmpty()) {
                int size = found.size();
                memory.find(passages.get(i), found);
                if (found.size() > size) {
                    found.settle(null);
                }
            }
            findings.add(found.findings());
        }
        if (custom != null || !rules.preserveStructure()) {
            for (int i = 0; i < passages.size(); i++) {
                findings.set(i, completed(passages.get(i), findings.get(i)));
            }
        }
        return findings;
    }

    private List<Finding> completed(Passage passage, List<Finding> findings) {
        List<Finding> all =
                custom == null ? findings : Overlaps.joined(findings, custom.find(passage, rules.allowed()), rules);
        return rules.preserveStructure() ? all : Structures.whole(passage, all, rules);
    }

    /**
     * Whether a found value stands at no word boundary of any passage of the call once all findings are replaced, so that
     * nothing but a fault can leave it there. Not so for ordinary words, which may be a part of another.
     */
    public static boolean leavesNoTrace(Passage passage, Finding finding) {
        return finding.type() instanceof CustomRule
                || Memory.leavesNoTrace(passage.text(), finding.start(), finding.end());
    }
}
