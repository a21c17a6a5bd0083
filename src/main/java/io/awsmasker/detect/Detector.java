package io.awsmasker.detect;

import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Part;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.CustomSearch;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Found;
import io.awsmasker.detect.finding.Memory;
import io.awsmasker.detect.finding.Overlaps;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.finding.Structures;
import io.awsmasker.detect.pattern.PatternException;
import io.awsmasker.detect.scan.Recognisers;
import io.awsmasker.detect.scan.Scan;
import io.awsmasker.detect.scan.Wrappings;
import io.awsmasker.detect.wrapping.Signs;
import io.awsmasker.detect.wrapping.Unescaped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds AWS identifiers in texts. First every passage is scanned on its own; then the names that context revealed are
 * looked for in all passages of the call, because a bucket that is a bucket in one place is one in the next sentence.
 * Immutable and safe for use by many threads; the time is linear in the length of the passages.
 */
public final class Detector {
    private final Recognisers recognisers = new Recognisers();
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
        return find(passages, new int[passages.size()]).findings();
    }

    /**
     * The same for texts that were sent one after another: a name counts in the turn that revealed it and in all later
     * ones, so what is found in a turn never depends on what came after it.
     *
     * @param turns for each passage the number of its turn
     */
    public Found find(List<Passage> passages, int[] turns) {
        List<Passage> views = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            views.add(Unescaped.view(passage));
        }
        Found found = inViews(views, turns);
        return new Found(original(passages, views, found.findings()), original(passages, views, found.late()));
    }

    private static List<List<Finding>> original(
            List<Passage> passages, List<Passage> views, List<List<Finding>> findings) {
        for (int i = 0; i < findings.size(); i++) {
            findings.set(i, Unescaped.original(passages.get(i), views.get(i), findings.get(i)));
        }
        return findings;
    }

    private Found inViews(List<Passage> passages, int[] turns) {
        List<List<Finding>> findings = new ArrayList<>(Collections.nCopies(passages.size(), List.of()));
        Memory memory = new Memory();
        for (int[] turn : inOrder(turns)) {
            List<Candidates> candidates = new ArrayList<>(turn.length);
            for (int i : turn) {
                Candidates found = new Candidates(passages.get(i), enabled, rules.allowed());
                Signs signs = Scan.read(recognisers, passages.get(i), found);
                new Wrappings(recognisers, passages.get(i), signs, found).run();
                found.settle(memory);
                candidates.add(found);
            }
            for (int at = 0; at < turn.length; at++) {
                Passage passage = passages.get(turn[at]);
                findings.set(turn[at], completed(passage, remembered(passage, candidates.get(at), memory)));
            }
        }
        return new Found(findings, late(passages, turns, findings, memory));
    }

    /** The positions of the passages of each turn, turns in their order. */
    private static List<int[]> inOrder(int[] turns) {
        int[] one = new int[turns.length];
        boolean same = turns.length > 0;
        for (int i = 0; i < turns.length; i++) {
            one[i] = i;
            same &= turns[i] == turns[0];
        }
        return same ? List.of(one) : grouped(turns);
    }

    private static List<int[]> grouped(int[] turns) {
        long[] order = IntStream.range(0, turns.length)
                .mapToLong(i -> (long) turns[i] << 32 | i)
                .sorted()
                .toArray();
        List<int[]> groups = new ArrayList<>();
        for (int start = 0, end; start < order.length; start = end) {
            long turn = order[start] >> 32;
            end = start;
            while (end < order.length && order[end] >> 32 == turn) {
                end++;
            }
            groups.add(Arrays.stream(order, start, end)
                    .mapToInt(position -> (int) position)
                    .toArray());
        }
        return groups;
    }

    /** The names that stand in a turn and were revealed by a later one. */
    private List<List<Finding>> late(List<Passage> passages, int[] turns, List<List<Finding>> findings, Memory memory) {
        List<List<Finding>> late = new ArrayList<>(Collections.nCopies(passages.size(), List.of()));
        if (memory.isEmpty()) {
            return late;
        }
        int last = IntStream.of(turns).max().orElse(0);
        for (int i = 0; i < turns.length; i++) {
            if (turns[i] < last) {
                Candidates names = new Candidates(passages.get(i), enabled, rules.allowed());
                List<Finding> known = findings.get(i);
                late.set(
                        i,
                        remembered(passages.get(i), names, memory).stream()
                                .filter(name -> !Found.overlaps(known, name))
                                .toList());
            }
        }
        return late;
    }

    private static List<Finding> remembered(Passage passage, Candidates found, Memory memory) {
        int size = found.size();
        if (!memory.isEmpty()) {
            memory.find(passage, found);
        }
        if (found.size() > size) {
            found.settle(null);
        }
        return found.findings();
    }

    private List<Finding> completed(Passage passage, List<Finding> findings) {
        List<Finding> all =
                custom == null ? findings : Overlaps.joined(findings, custom.find(passage, rules.allowed()), rules);
        return rules.preserveStructure() ? all : Structures.whole(passage, all, rules);
    }

    /**
     * Whether a found value stands at no word boundary of any passage of the call once all findings are replaced, so that
     * nothing but a fault can leave it there. Not so for ordinary words, which may be a part of another, nor for what is
     * one.
     */
    public static boolean leavesNoTrace(Passage passage, Finding finding) {
        return finding.type() instanceof CustomRule
                || (!(finding.type() instanceof Part)
                        && Memory.leavesNoTrace(passage.text(), finding.start(), finding.end(), finding.type()));
    }
}
