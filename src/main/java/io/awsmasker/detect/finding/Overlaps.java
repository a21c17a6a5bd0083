package io.awsmasker.detect.finding;

import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts findings of several sources together: where two of them overlap they become one that covers both, with the type of
 * the one whose policy is the stricter, of two alike the wider, and of two as wide the user's own.
 */
public final class Overlaps {
    private Overlaps() {}

    /** The findings in ascending order, none overlapping another. */
    public static List<Finding> joined(List<Finding> some, List<Finding> others, Rules rules) {
        if (others.isEmpty()) {
            return some;
        }
        List<Finding> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingInt(Finding::start));
        List<Finding> joined = new ArrayList<>(all.size());
        Finding strongest = all.get(0);
        int start = strongest.start();
        int end = strongest.end();
        for (Finding finding : all.subList(1, all.size())) {
            if (finding.start() >= end) {
                joined.add(new Finding(strongest.type(), start, end));
                strongest = finding;
                start = finding.start();
                end = finding.end();
            } else {
                strongest = stronger(finding, strongest, rules) ? finding : strongest;
                end = Math.max(end, finding.end());
            }
        }
        joined.add(new Finding(strongest.type(), start, end));
        return joined;
    }

    private static boolean stronger(Finding finding, Finding than, Rules rules) {
        int stricter = rules.policy(finding.type()).compareTo(rules.policy(than.type()));
        int wider = finding.end() - finding.start() - (than.end() - than.start());
        return stricter > 0 || (stricter == 0 && (wider > 0 || (wider == 0 && finding.type() instanceof CustomRule)));
    }
}
