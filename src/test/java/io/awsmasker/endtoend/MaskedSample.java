package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Alignment;
import io.awsmasker.testing.Alignment.Replaced;
import io.awsmasker.testing.Question;
import io.awsmasker.testing.Received;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What must hold for a sample that has gone upstream. */
final class MaskedSample {
    private MaskedSample() {}

    /** No original arrived, every labelled part was replaced at its place, and nothing else was changed. */
    static void check(Sample sample, Received upstream) {
        String masked = new Question(new JsonObject(upstream.body())).lastUserText();
        List<String> left =
                sample.originals().stream().filter(masked::contains).sorted().toList();
        assertEquals(List.of(), left, sample.name() + ": originals upstream");
        List<Replaced> replaced = Alignment.of(sample.text(), masked);
        assertTrue(replaced.size() >= sample.originals().size() / 2, sample.name() + ": hardly anything was replaced");
        List<String> missed = sample.labels().stream()
                .filter(label -> replaced.stream().noneMatch(r -> r.start() < label.end() && label.start() < r.end()))
                .map(label -> label.type() + " at " + label.start() + ": "
                        + sample.text().substring(label.start(), label.end()))
                .toList();
        assertEquals(List.of(), missed, sample.name() + ": labelled parts that were not replaced");
    }
}
