package io.awsmasker.blind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.failsecure.OutgoingProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The second scan alone, without the first before it, on the catalogue's ids. */
class SecondScanTest {
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

    /** Whether most fillings are found; the others have a tail without a digit or without a letter, and may be a word or a date. */
    private static boolean isKnown(String pattern) {
        Samples samples = new Samples(new Random(1));
        int found = 0;
        for (int n = 0; n < FILLINGS; n++) {
            byte[] body = ("{\"text\":\"see " + samples.id(pattern) + " please\"}").getBytes(StandardCharsets.UTF_8);
            found += OutgoingProof.check(body, 0, body.length, List.of()).isPresent() ? 1 : 0;
        }
        return found > FILLINGS / 2;
    }
}
