package io.awsmasker.detect;

import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts in, readable findings out: what the tests of this room have in common. */
final class Texts {
    static final Detector DETECTOR = new Detector();

    private Texts() {}

    static Passage passage(String text, @Nullable String key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Passage(bytes, 0, bytes.length, key);
    }

    static List<Finding> findings(String text) {
        return DETECTOR.find(List.of(passage(text, null))).get(0);
    }

    /** The findings as {@code TYPE value}. */
    static List<String> found(String text) {
        return found(text, null);
    }

    static List<String> found(String text, @Nullable String key) {
        Passage passage = passage(text, key);
        return DETECTOR.find(List.of(passage)).get(0).stream()
                .map(f -> name(passage, f))
                .toList();
    }

    static String name(Passage passage, Finding finding) {
        return finding.type().tokenClass() + " " + value(passage, finding);
    }

    static String value(Passage passage, Finding finding) {
        return new String(passage.text(), finding.start(), finding.end() - finding.start(), StandardCharsets.UTF_8);
    }

    /** The text with every finding replaced by {@code <TYPE>}. */
    static String masked(String text) {
        Passage passage = passage(text, null);
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (Finding finding : DETECTOR.find(List.of(passage)).get(0)) {
            masked.append(new String(passage.text(), at, finding.start() - at, StandardCharsets.UTF_8));
            masked.append('<').append(finding.type().tokenClass()).append('>');
            at = finding.end();
        }
        return masked.append(new String(passage.text(), at, passage.end() - at, StandardCharsets.UTF_8))
                .toString();
    }
}
