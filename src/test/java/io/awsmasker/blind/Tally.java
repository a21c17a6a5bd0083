package io.awsmasker.blind;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Counts what the detector finds of labelled texts: an identifier counts only when no byte of it is left. */
final class Tally {
    private static final Detector DETECTOR = new Detector();

    private final List<String> leaks = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private int labels;
    private int found;
    private int touching;
    private long bytes;
    private long overMasked;

    void add(Labelled labelled) {
        byte[] text = labelled.text().getBytes(StandardCharsets.UTF_8);
        List<Finding> findings =
                DETECTOR.find(List.of(new Passage(text, 0, text.length, null))).get(0);
        bytes += text.length;
        overMasked += overMasked(labelled, findings);
        for (Label label : labelled.labels()) {
            boolean hidden = covered(label, findings);
            labels++;
            found += hidden ? 1 : 0;
            if (!hidden) {
                leaks.add(label.kind() + " in: " + around(labelled.text(), label.start(), label.end()));
            }
        }
        for (Finding finding : findings) {
            boolean touches = labelled.labels().stream()
                    .anyMatch(label -> finding.start() < label.end() && label.start() < finding.end());
            touching += touches ? 1 : 0;
            if (!touches) {
                alarms.add(finding.type() + " in: " + around(labelled.text(), finding.start(), finding.end()));
            }
        }
    }

    /** How many bytes are in a finding and in no label. */
    private static int overMasked(Labelled labelled, List<Finding> findings) {
        BitSet over = new BitSet();
        findings.forEach(finding -> over.set(finding.start(), finding.end()));
        labelled.labels().forEach(label -> over.clear(label.start(), label.end()));
        return over.cardinality();
    }

    private static boolean covered(Label label, List<Finding> findings) {
        int at = label.start();
        for (Finding finding : findings) {
            at = finding.start() <= at && finding.end() > at ? finding.end() : at;
        }
        return at >= label.end();
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 30), Math.min(start, text.length())) + "["
                + text.substring(Math.min(start, text.length()), Math.min(end, text.length())) + "]"
                + text.substring(Math.min(end, text.length()), Math.min(text.length(), end + 10));
    }

    double recall() {
        return (double) found / labels;
    }

    double precision() {
        return (double) touching / (touching + alarms.size());
    }

    /** Bytes masked that are part of no identifier, per byte of text: what Claude could have seen and does not. */
    double overMasking() {
        return (double) overMasked / bytes;
    }

    List<String> leaks() {
        return leaks;
    }

    List<String> alarms() {
        return alarms;
    }

    @Override
    public String toString() {
        return "recall " + recall() + " of " + labels + ", precision " + precision() + ", over-masked " + overMasked
                + " of "
                + bytes + " bytes, leaks "
                + leaks.stream().distinct().limit(25).toList() + ", alarms "
                + alarms.stream().distinct().limit(25).toList();
    }
}
