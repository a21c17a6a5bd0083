package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Masked values are found as whole words, and cost linear time whatever they are. */
class ProofOriginalsTest {
    private static final List<String> NAMES = List.of("orders-db", "müller", "/aws/lambda/pay", "10.31.7.62");

    @Test
    void wholeWordsOnly() {
        assertLeak(4, "see orders-db.");
        assertLeak(0, "orders-db");
        assertLeak(4, "pre-orders-db-2");
        assertLeak(2, "a \\u006frders-db");
        assertLeak(0, "m\\u00fcller");
        assertLeak(1, "\"\\/aws\\/lambda\\/pay\"");
        assertLeak(6, "x %2F %2Faws%2Flambda%2Fpay");
        assertLeak(4, "x\\\\norders-db");
        assertLeak(14, "\\u001b[1;32m\\torders-db");
        assertLeak(11, "\\\\u001b[32morders-db");
        for (String text : List.of(
                "xorders-db", "orders-db2", "orders_db", "_orders-db", "orders-db_", "Orders-db", "10.31.7.621")) {
            assertEquals(Optional.empty(), ProofSamples.check(text, NAMES), text);
        }
    }

    @Test
    void shortValuesAndTokensAreIgnored() {
        assertEquals(Optional.empty(), ProofSamples.check("a db EC2_001 abc", List.of("db", "abc", "EC2_001", "")));
        assertEquals(
                1,
                ProofSamples.check("a EC2_01 abc", List.of("EC2_01")).stream().count());
    }

    @Test
    void aShorterValueInsideALongerOneIsFound() {
        List<String> values = List.of("alpha-beta-gamma", "beta-gamma-delta", "gamma-delta", "eta-gamma");
        assertEquals(Optional.of(new Leak(Leak.ORIGINAL, 7)), ProofSamples.check("xalpha-beta-gamma-delta", values));
        assertEquals(Optional.empty(), ProofSamples.check("xalpha-beta-gammas", values));
    }

    @Test
    void agreesWithTheObviousSearch() {
        long seed = ProofSamples.seed();
        Random chance = new Random(seed);
        for (int n = 0; n < 20_000; n++) {
            List<String> values = new ArrayList<>();
            for (int k = chance.nextInt(6); k >= 0; k--) {
                values.add(ProofSamples.random(chance, "xy-", 4 + chance.nextInt(5)));
            }
            String text = ProofSamples.random(chance, "xy-", chance.nextInt(60));
            boolean expected = values.stream().anyMatch(value -> standsIn(text, value));
            boolean found = ProofSamples.check(text, values).isPresent();
            assertEquals(expected, found, () -> "seed " + seed + ": " + values + " in " + text);
        }
    }

    @Test
    void aThousandValuesEachOfThem() {
        Random chance = new Random(ProofSamples.seed());
        List<String> values = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            values.add("prod-" + ProofSamples.random(chance, ProofSamples.HEX, 12));
        }
        String text = "prod- prod-0 ".repeat(100);
        assertEquals(Optional.empty(), ProofSamples.check(text, values));
        for (String value : values) {
            assertEquals(Optional.of(new Leak(Leak.ORIGINAL, text.length())), ProofSamples.check(text + value, values));
        }
    }

    /** Would take hours if any of them were compared anew at each word. */
    @Test
    void hostileSetsEnd() {
        List<String> nested = new ArrayList<>();
        List<String> suffixes = new ArrayList<>();
        for (int n = 2; n < 2_000; n++) {
            nested.add("a-".repeat(n) + "b");
            suffixes.add("c-" + "a-".repeat(n) + "b");
        }
        byte[] body = "a-".repeat(4_000_000).getBytes(StandardCharsets.US_ASCII);
        assertEquals(Optional.empty(), new OutgoingProof(nested, ProofExemptions.NONE).check(body, 0, body.length));
        assertEquals(Optional.empty(), new OutgoingProof(suffixes, ProofExemptions.NONE).check(body, 0, body.length));
        assertEquals(
                Optional.empty(),
                new OutgoingProof(List.of("a-".repeat(1_000_000) + "b"), ProofExemptions.NONE)
                        .check(body, 0, body.length));
    }

    private static void assertLeak(int offset, String text) {
        assertEquals(Optional.of(new Leak(Leak.ORIGINAL, offset)), ProofSamples.check(text, NAMES), text);
    }

    private static boolean standsIn(String text, String value) {
        for (int i = text.indexOf(value); i >= 0; i = text.indexOf(value, i + 1)) {
            int end = i + value.length();
            boolean starts = i == 0 || text.charAt(i - 1) == '-' || value.charAt(0) == '-';
            boolean ends = end == text.length() || text.charAt(end) == '-' || text.charAt(end - 1) == '-';
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }
}
