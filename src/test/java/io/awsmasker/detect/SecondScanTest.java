package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.failsecure.Leak;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.testing.Cases;
import io.awsmasker.testing.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The two scans beside each other: the second knows every prefix of the catalogue or is excused by name, and it never
 * blocks what the first leaves.
 */
class SecondScanTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);

    /** How many tails of each entry are tried between neighbours: 400 in the build. */
    private static final int TAILS = Math.max(1, CASES / 25);

    private static final String SHORT_HASH =
            "eight hex digits behind one or two letters are also a short hash behind a word";
    private static final String OWN_NAME = "a name that somebody gave can look so";
    private static final String OWN_UUID =
            "programs join such words with a UUID of their own, also where nothing is masked, as in metadata.user_id";
    private static final String NEVER_SEEN = "the service writes 17 hex digits, whatever its model allows";

    /** What the second scan leaves to the first, and why. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry("i h8", SHORT_HASH),
            Map.entry("r h8", SHORT_HASH),
            Map.entry("sg h8", SHORT_HASH),
            Map.entry("pl h8", SHORT_HASH),
            Map.entry("fl h8", SHORT_HASH),
            Map.entry("fs h8", SHORT_HASH),
            Map.entry("t h10", OWN_NAME),
            Map.entry("g h10", OWN_NAME),
            Map.entry("prod n13", OWN_NAME),
            Map.entry("prodview n13", OWN_NAME),
            Map.entry("port n13", OWN_NAME),
            Map.entry("pa n13", OWN_NAME),
            Map.entry("pp n13", OWN_NAME),
            Map.entry("srv n16", OWN_NAME),
            Map.entry("ns n16", OWN_NAME),
            Map.entry("job h32", OWN_UUID),
            Map.entry("queue h32", OWN_UUID),
            Map.entry("worker h32", OWN_UUID),
            Map.entry("fleet h32", OWN_UUID),
            Map.entry("ws u", OWN_UUID),
            Map.entry("b u", OWN_UUID),
            Map.entry("c u", OWN_UUID),
            Map.entry("o n11-32", "organisations have ten letters and digits, more of them are a name"),
            Map.entry("j N10-11", "clusters have twelve to fourteen, others are part numbers and the like"),
            Map.entry("j N15-16", "as for ten and eleven"),
            Map.entry("fsap h8-16", NEVER_SEEN),
            Map.entry("fsap h33-40", NEVER_SEEN));

    private static final List<Integer> LENGTHS =
            List.of(8, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 17, 18, 20, 24, 25, 26, 27, 28, 31, 32, 32, 33);

    private static final List<String> NEIGHBOURS = Stream.concat(
                    IntStream.range(' ', 0x7f).mapToObj(Character::toString),
                    Stream.of("¦¦¦¦é¦%2F¦%2D¦\\n¦\\\\n¦\\t¦\\u002d¦\u001b[32m¦--¦-a¦a-¦é-¦&amp;".split("¦", -1)))
            .toList();

    /** Neighbours that cannot take the first letters of a region for themselves. */
    private static final List<String> UNESCAPED =
            List.of("", " ", "/", "\"", "-", ".", ":", "x", "7", "_", "=", "(", "é");

    private static final List<String> REGION_WORDS =
            List.of("eu us ap cn eusc de gov isob the my new web x prod west east central southeast north one pod"
                    .split(" ", -1));

    private static final List<String> ALPHABETS = List.of(
            "0123456789",
            "0123456789abcdef",
            "0123456789ABCDEF",
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
            "abcdefABCDEF0123456789");

    @Test
    void theSecondScanKnowsEveryIdOfTheCatalogueOrIsExcused() {
        Set<String> excused = new TreeSet<>();
        EXCUSED.keySet().forEach(entry -> IdForm.of(entry).forEach(form -> excused.add(form.toString())));
        Set<String> unknown = new TreeSet<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().ids()) {
                for (IdForm form : IdForm.of(entry)) {
                    String id = form.id();
                    assertEquals(List.of(type.tokenClass() + " " + id), Texts.found(id), entry);
                    Optional<Leak> leak = check("see " + id + ".");
                    leak.ifPresentOrElse(
                            found -> assertEquals(
                                    type.tokenClass(), found.kind(), id + ": its switch would not exempt it"),
                            () -> unknown.add(form.toString()));
                }
            }
        }
        Set<String> found = new TreeSet<>(excused);
        found.removeAll(unknown);
        unknown.removeAll(excused);
        assertEquals(Set.of(), unknown, "put these into ProofPrefixes, or say here why they are too weak for it");
        assertEquals(Set.of(), found, "the second scan finds these, no excuse is needed");
    }

    @Test
    void theSecondScanFindsNothingThatTheFirstLeaves() {
        int[] found = {0};
        List<String> left = new ArrayList<>();
        Cases.run(
                TAILS,
                random -> entries().forEach(entry -> {
                    String prefix = random.nextInt(8) == 0 ? prefix(entry).toUpperCase(Locale.ROOT) : prefix(entry);
                    String text =
                            oneOf(random, NEIGHBOURS) + prefix + "-" + tail(random, entry) + oneOf(random, NEIGHBOURS);
                    found[0] += check(text).isPresent() ? 1 : 0;
                    check(Texts.masked(text)).ifPresent(leak -> left.add(text + " became " + Texts.masked(text)));
                }));
        assertEquals(List.of(), left, () -> String.join("\n", left));
        assertTrue(found[0] > 10 * TAILS, found[0] + " texts had something to find");
    }

    @Test
    void theSecondScanTakesNothingElseForARegion() {
        int[] found = {0};
        Cases.run(4 * CASES, random -> {
            String region = Stream.generate(() -> oneOf(random, REGION_WORDS))
                    .limit(1 + random.nextInt(4))
                    .collect(Collectors.joining("-", "", "-" + (1 + random.nextInt(12))));
            String rest = random.nextBoolean() ? ":" + new UUID(random.nextLong(), random.nextLong()) : "_5gJ1G9Pph";
            String text = oneOf(random, UNESCAPED) + region + rest + oneOf(random, NEIGHBOURS);
            found[0] += check(text).isPresent() ? 1 : 0;
            String masked = Texts.masked(text);
            assertEquals(Optional.empty(), check(masked), () -> text + " became " + masked);
        });
        assertTrue(found[0] > CASES / 20, found[0] + " texts had something to find");
    }

    @Test
    void theSecondScanFindsNothingInTheMaskedCorpus() {
        for (Corpus.Case one : Corpus.cases()) {
            assertEquals(Optional.empty(), check(Texts.masked(one.text())), one.id());
        }
    }

    private static Stream<String> entries() {
        return Arrays.stream(IdentifierType.values()).flatMap(type -> type.grammar().ids().stream());
    }

    /** A tail of any form, often one of the entry's own. */
    private static String tail(Random random, String entry) {
        String alphabet = oneOf(random, ALPHABETS);
        return switch (random.nextInt(8)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> run(random, alphabet, 4) + "-" + run(random, alphabet, 8);
            case 2 -> run(random, alphabet, 4 + random.nextInt(37));
            case 3 -> run(random, alphabet, oneOf(random, LENGTHS));
            default -> run(random, oneOf(random, IdForm.of(entry)).tail());
        };
    }

    /** As the sample, with its characters in another order. */
    private static String run(Random random, String sample) {
        return sample.contains("-") ? sample : run(random, sample, sample.length());
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String prefix(String entry) {
        return entry.substring(0, entry.indexOf(' '));
    }

    private static String run(Random random, String alphabet, int length) {
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < length; i++) {
            run.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return run.toString();
    }

    private static Optional<Leak> check(String text) {
        byte[] body = text.getBytes(UTF_8);
        return new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 0, body.length);
    }
}
