package io.awsmasker.blind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The same version of the rules finds the same. What is found in the texts of this package, in the catalogue's
 * examples and in variations of both is kept as digests beside the version; when it changes and the version does not, somebody forgot to raise it.
 */
class RulesVersionTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "blind", "findings.txt");
    private static final String COMMAND = "./mvnw test -Dtest=RulesVersionTest -Dmasker.write-findings";
    private static final int DIGITS = 16;
    private static final int VARIATIONS = 30;

    private final Detector detector = new Detector();

    @Test
    void whatIsFoundChangesWithTheVersionOnly() throws IOException {
        Map<String, String> texts = texts();
        Map<String, String> found = new LinkedHashMap<>();
        texts.forEach((digest, text) -> found.put(digest, digest(findings(text))));
        List<String> golden = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of();
        if (golden.contains(Rules.USUAL.version())) {
            assertEquals(
                    List.of(),
                    changed(golden, found).stream().map(texts::get).toList(),
                    "in these texts or variations of them something else is found than before by the same version "
                            + Rules.USUAL.version() + ": raise RECOGNISERS in Rules, then " + COMMAND);
        }
        List<String> current = new ArrayList<>(List.of(Rules.USUAL.version()));
        found.forEach((text, findings) -> current.add(text + " " + findings));
        if (System.getProperty("masker.write-findings") != null) {
            Files.write(GOLDEN, current);
        }
        assertTrue(
                Files.exists(GOLDEN) && current.equals(Files.readAllLines(GOLDEN)),
                GOLDEN + " is not of the version " + Rules.USUAL.version() + " and these texts: " + COMMAND);
    }

    /** The digests of the texts that were known and in which something else is found now. */
    private static List<String> changed(List<String> golden, Map<String, String> found) {
        return golden.stream()
                .filter(line -> line.contains(" "))
                .map(line -> List.of(line.split(" ", -1)))
                .filter(line -> found.containsKey(line.get(0)) && !line.get(1).equals(found.get(line.get(0))))
                .map(line -> line.get(0))
                .toList();
    }

    /** By their digests all texts of this package and the examples of the catalogue, so that new ones change none of the others. */
    private static Map<String, String> texts() {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("cli.txt", "infra.txt", "logs.txt", "prose.txt", "harmless.txt")) {
            Template.of(file)
                    .forEach(template -> texts.add(template.fill(new Random(1)).text()));
        }
        for (IdentifierType type : IdentifierType.values()) {
            texts.addAll(type.examples());
            texts.addAll(type.counterExamples());
        }
        return texts.stream()
                .distinct()
                .collect(Collectors.toMap(
                        RulesVersionTest::digest, text -> text, (one, same) -> one, LinkedHashMap::new));
    }

    private String findings(String text) {
        return Variations.of(text, VARIATIONS).stream().map(this::findingsIn).collect(Collectors.joining("\n"));
    }

    private String findingsIn(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return detector.find(List.of(new Passage(bytes, 0, bytes.length, null))).get(0).stream()
                .map(finding -> finding.type().tokenClass() + " "
                        + new String(bytes, finding.start(), finding.end() - finding.start(), UTF_8))
                .collect(Collectors.joining(", "));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
