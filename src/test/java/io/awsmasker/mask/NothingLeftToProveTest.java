package io.awsmasker.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.testing.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * P1: what the proof would find, masking has taken out, for every example of the catalogue beside every character. What is
 * left here is a request that the gateway refuses although its sender wrote nothing strange.
 */
class NothingLeftToProveTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);

    /** So many texts share a store of mappings, as requests of a tenant do. */
    private static final int TEXTS_OF_A_TENANT = 10_000;

    private static final List<String> EXAMPLES = Arrays.stream(IdentifierType.values())
            .flatMap(type -> type.examples().stream())
            .toList();

    private static final List<String> NEIGHBOURS = Stream.concat(
                    IntStream.range(' ', 0x7f).mapToObj(Character::toString),
                    Stream.of("", "\n", "\t", "é", "\u001b[32m", "%2F", "%20", "\\n", "\\u002d"))
            .toList();

    /**
     * Where masking still leaves what the proof finds, each with a text that shows it. A line goes with the recogniser's
     * fault; the whole map should.
     */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            // Host names of services glued by a letter to what stands in front of them.
            Map.entry(
                    "[A-Za-z0-9]\\.dkr\\.ecr\\.",
                    "eni-046ffdca2373f47585.760077694048.dkr.ecr.eu-west-1.amazonaws.com/shop/api"),
            // Host names whose first label holds an endpoint's id as well.
            Map.entry(
                    "vpce-\\S*\\.amazonaws\\.com",
                    "vpce-05e7f045LVorders.cluster-ro-cpyy99bbfum3.eu-west-1.rds.amazonaws.com"),
            // An ARN of a bucket glued to one of its host names.
            Map.entry("arn:aws:s3:::\\S*\\.amazonaws\\.com", "arn:aws:s3:::media-24a29s3.amazonaws.com/logs-619c"),
            // What the proof takes for a bucket: the end of a colour.
            Map.entry(
                    "\u001b\\[32m\\.s3\\.", "ledger-before-8\u001b[32m.s3.eu-west-1.amazonaws.com/exports-6268/a.csv"),
            // A path behind a letter, while the same path stands alone elsewhere.
            Map.entry("[A-Za-z0-9]/aws/rds/", "/aws/rds/instance/orders-7f/error\tN/aws/rds/instance/orders-7f/error"),
            // What the proof takes for the end of a colour, where the token in front ends as "033" does.
            Map.entry("[A-Za-z0-9]\\[[mKHJ]", "vpc-d43fecf5 vpc-d43fecf6 vpc-d43fecf7[m10.31.7.104"),
            // A secret key whose name is glued to a word.
            Map.entry("[A-Za-z]SecretAccessKey: ", "QWSecretAccessKey: 5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh_z"));

    private static final List<Pattern> KNOWN_FAULTS =
            KNOWN.keySet().stream().map(Pattern::compile).toList();

    private StringMasker masked = new StringMasker();

    @Test
    void besideEveryCharacterOnEitherSide() {
        List<String> left = new ArrayList<>();
        for (String example : EXAMPLES) {
            masked = new StringMasker();
            for (String neighbour : NEIGHBOURS) {
                collect(neighbour + example, left);
                collect(example + neighbour, left);
                collect(neighbour + example + neighbour, left);
                collect(example + " and " + neighbour + example + neighbour, left);
            }
        }
        assertEquals(List.of(), left, () -> String.join("\n", left));
    }

    @Test
    void gluedToEachOther() {
        List<String> left = new ArrayList<>();
        int[] cases = {0};
        Cases.run(CASES, random -> {
            masked = cases[0]++ % TEXTS_OF_A_TENANT == 0 ? new StringMasker() : masked;
            collect(glued(random), left);
        });
        assertEquals(List.of(), left, () -> String.join("\n", left));
    }

    @Test
    void everyKnownFaultIsStillThere() {
        KNOWN.forEach((pattern, text) -> {
            assertTrue(Pattern.compile(pattern).matcher(text).find(), text);
            assertTrue(
                    new StringMasker().leak(text).isPresent(),
                    () -> "take " + pattern + " out of KNOWN, it is mended: " + text);
        });
    }

    @Test
    void theProofAloneWouldFindMuchInTheseTexts() {
        long found = EXAMPLES.stream()
                .filter(example -> StringMasker.leakOf(example).isPresent())
                .count();
        assertTrue(found > EXAMPLES.size() / 2, found + " of " + EXAMPLES.size());
    }

    /** One to three examples with up to two characters around each. */
    private static String glued(Random random) {
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(3); more >= 0; more--) {
            text.append(neighbours(random)).append(EXAMPLES.get(random.nextInt(EXAMPLES.size())));
        }
        return text.append(neighbours(random)).toString();
    }

    private static String neighbours(Random random) {
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(3); more > 0; more--) {
            text.append(NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size())));
        }
        return text.toString();
    }

    private void collect(String text, List<String> left) {
        if (KNOWN_FAULTS.stream().noneMatch(known -> known.matcher(text).find())) {
            masked.leak(text).ifPresent(leak -> left.add(leak.kind() + " in " + text + " -> " + masked.mask(text)));
        }
    }
}
