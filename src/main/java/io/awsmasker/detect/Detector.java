package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds AWS identifiers in texts. First every passage is scanned on its own; then the names that context revealed are
 * looked for in all passages of the call, because a bucket that is a bucket in one place is one in the next sentence.
 * Immutable and safe for use by many threads; the time is linear in the length of the passages.
 */
public final class Detector {
    private final Tables tables = new Tables();
    private final boolean[] enabled = new boolean[IdentifierType.values().length];

    /** A detector with all families on. */
    public Detector() {
        this(EnumSet.allOf(Family.class));
    }

    /** A detector that finds only types of these families. */
    public Detector(Collection<Family> enabled) {
        for (IdentifierType type : IdentifierType.values()) {
            this.enabled[type.ordinal()] = enabled.contains(type.family());
        }
    }

    /** Returns for each passage its findings, in ascending order and never overlapping. */
    public List<List<Finding>> find(List<Passage> passages) {
        List<Candidates> candidates = new ArrayList<>(passages.size());
        Memory memory = new Memory();
        for (Passage passage : passages) {
            Candidates found = new Candidates(passage, enabled);
            new Scan(tables, passage, found).run();
            found.settle(memory, true);
            candidates.add(found);
        }
        List<List<Finding>> findings = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            Candidates found = candidates.get(i);
            if (!memory.isEmpty()) {
                int size = found.size();
                memory.find(passages.get(i), found);
                if (found.size() > size) {
                    found.settle(memory, false);
                }
            }
            findings.add(found.findings());
        }
        return findings;
    }

    /**
     * Whether a found value stands at no word boundary of any passage of the call once all findings are replaced, so that
     * nothing but a fault can leave it there. Not so for ordinary words, which may be a part of another.
     */
    public static boolean leavesNoTrace(Passage passage, Finding finding) {
        return Memory.leavesNoTrace(passage.text(), finding.start(), finding.end());
    }
}
