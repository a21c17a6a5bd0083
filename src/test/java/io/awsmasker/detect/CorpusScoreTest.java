package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Corpus;
import io.awsmasker.testing.Corpus.Case;
import io.awsmasker.testing.Corpus.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On texts that nobody here wrote: what must be found is, and hardly anything else; counted as spans. */
class CorpusScoreTest {
    private static final double LEAST_RECALL = 0.995;
    private static final double LEAST_PRECISION = 0.98;
    private static final double MOST_CHANGED_NEGATIVES = 0.01;

    @Test
    void findsWhatIsLabelledAndNothingElse() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int labels = 0;
        int right = 0;
        int negatives = 0;
        int changed = 0;
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
            negatives += one.labels().isEmpty() ? 1 : 0;
            changed += one.labels().isEmpty() && !masked.isEmpty() ? 1 : 0;
        }
        assertTrue(1 - (double) missed.size() / labels >= LEAST_RECALL, labels + " labels, missed " + missed);
        assertTrue((double) right / (right + wrong.size()) >= LEAST_PRECISION, right + " right, wrong " + wrong);
        assertTrue((double) changed / negatives <= MOST_CHANGED_NEGATIVES, changed + " of " + negatives);
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
