package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Corpus;
import io.awsmasker.testing.Corpus.Case;
import io.awsmasker.testing.Corpus.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On texts that nobody here wrote: what must be found is, and hardly anything else; counted as spans. */
class CorpusScoreTest {
    private static final double LEAST_RECALL = 0.995;
    private static final double LEAST_PRECISION = 0.98;
    private static final double MOST_CHANGED_NEGATIVES = 0.01;

    /** Measured with the rules of version 5: 369 of 946,143 characters. */
    private static final double MOST_OVER_MASKING = 0.00045;

    @Test
    void findsWhatIsLabelledAndNothingElse() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int labels = 0;
        int right = 0;
        int negatives = 0;
        int changed = 0;
        long characters = 0;
        long overMasked = 0;
        for (Case one : Corpus.cases()) {
            List<Span> masked = masked(one.text());
            for (Span label : one.labels()) {
                labels++;
                if (masked.stream().noneMatch(label::touches)) {
                    missed.add(one.id() + " " + label);
                }
            }
            for (Span span : masked) {
                boolean labelled = one.labels().stream().anyMatch(span::touches);
                right += labelled ? 1 : 0;
                if (!labelled && one.optional().stream().noneMatch(span::touches)) {
                    wrong.add(one.id() + " " + span);
                }
            }
            characters += one.text().length();
            overMasked += overMasked(masked, one);
            negatives += one.labels().isEmpty() ? 1 : 0;
            changed += one.labels().isEmpty() && !masked.isEmpty() ? 1 : 0;
        }
        assertTrue(1 - (double) missed.size() / labels >= LEAST_RECALL, labels + " labels, missed " + missed);
        assertTrue((double) right / (right + wrong.size()) >= LEAST_PRECISION, right + " right, wrong " + wrong);
        assertTrue((double) changed / negatives <= MOST_CHANGED_NEGATIVES, changed + " of " + negatives);
        assertTrue((double) overMasked / characters <= MOST_OVER_MASKING, overMasked + " of " + characters);
    }

    /** How many characters are masked and neither labelled nor optional. */
    private static int overMasked(List<Span> masked, Case one) {
        BitSet over = new BitSet();
        masked.forEach(span -> over.set(span.start(), span.end()));
        one.labels().forEach(label -> over.clear(label.start(), label.end()));
        one.optional().forEach(span -> over.clear(span.start(), span.end()));
        return over.cardinality();
    }

    private static List<Span> masked(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Texts.DETECTOR.find(List.of(new Passage(bytes, 0, bytes.length, null))).get(0).stream()
                .map(finding -> new Span(characters(bytes, finding.start()), characters(bytes, finding.end())))
                .toList();
    }

    private static int characters(byte[] text, int bytes) {
        return new String(text, 0, bytes, UTF_8).length();
    }
}
