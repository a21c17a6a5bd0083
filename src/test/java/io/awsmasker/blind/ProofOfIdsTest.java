package io.awsmasker.blind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The second scan alone on the catalogue's ids, and behind the first one on texts, where it must have nothing to say. */
class ProofOfIdsTest {
    private static final String SHORT_HASH =
            "eight hex digits behind one or two letters are also a short hash behind a word";
    private static final String OWN_UUID = "programs join such words with a UUID of their own";

    private static final Map<String, String> EXCUSED = Map.of(
            "i-{h8}", SHORT_HASH,
            "r-{h8}", SHORT_HASH,
            "sg-{h8}", SHORT_HASH,
            "pl-{h8}", SHORT_HASH,
            "fl-{h8}", SHORT_HASH,
            "job-{h32}", OWN_UUID,
            "queue-{h32}", OWN_UUID,
            "worker-{h32}", OWN_UUID);

    private static final int FILLINGS = 64;
    private static final Detector DETECTOR = new Detector();

    @Test
    void knowsEveryIdOfTheListOrIsExcused() {
        assertEquals(
                new TreeSet<>(EXCUSED.keySet()),
                Ids.patterns().values().stream()
                        .flatMap(List::stream)
                        .filter(pattern -> !isKnown(pattern))
                        .collect(Collectors.toCollection(TreeSet::new)),
                "what the second scan does not know is not what it is excused from");
    }

    @Test
    void findsNothingInMaskedTextsHoweverDamaged() {
        for (Template template : Template.all()) {
            for (String text : Variations.of(template.fill(new Random(1)).text(), FILLINGS)) {
                byte[] masked = masked(text);
                assertEquals(
                        Optional.empty(),
                        new OutgoingProof(List.of(), ProofExemptions.NONE).check(masked, 0, masked.length),
                        text);
            }
        }
    }

    private static byte[] masked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream masked = new ByteArrayOutputStream();
        int at = 0;
        for (Finding finding : DETECTOR.find(List.of(new Passage(bytes, 0, bytes.length, null)))
                .get(0)) {
            masked.write(bytes, at, finding.start() - at);
            masked.writeBytes((finding.type().tokenClass() + "_001").getBytes(StandardCharsets.UTF_8));
            at = finding.end();
        }
        masked.write(bytes, at, bytes.length - at);
        return masked.toByteArray();
    }

    /** Whether most fillings are found; the others have a tail without a digit or without a letter, and may be a word or a date. */
    private static boolean isKnown(String pattern) {
        Samples samples = new Samples(new Random(1));
        int found = 0;
        for (int n = 0; n < FILLINGS; n++) {
            byte[] body = ("{\"text\":\"see " + samples.id(pattern) + " please\"}").getBytes(StandardCharsets.UTF_8);
            found += new OutgoingProof(List.of(), ProofExemptions.NONE)
                            .check(body, 0, body.length)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return found > FILLINGS / 2;
    }
}
