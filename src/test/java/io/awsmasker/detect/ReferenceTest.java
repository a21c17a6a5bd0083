package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.Reference.Match;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.scan.Recognisers;
import io.awsmasker.detect.scan.Scan;
import io.awsmasker.testing.AwsCliJson;
import io.awsmasker.testing.Cases;
import io.awsmasker.testing.Corpus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fast scanner proposes exactly the shapes that the slow, obvious reading of the catalogue finds: places and types. */
class ReferenceTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);
    private static final Reference REFERENCE = new Reference();
    private static final Recognisers TABLES = new Recognisers();
    private static final Set<IdentifierType> ALL = EnumSet.allOf(IdentifierType.class);

    private static final List<String> GLUE = List.of(
            " ",
            " ",
            "",
            "-",
            "_",
            ".",
            ":",
            "/",
            "\"",
            "\\\"",
            "\\n",
            "\\u001b[32m",
            "\u001b[0;1m",
            "%3A",
            "%2F",
            "\\u003e",
            "\\x3e",
            "\\f",
            ",",
            "\n",
            "é",
            "x",
            "A",
            "0",
            "7",
            "f",
            "=",
            "(",
            "[",
            "{",
            "--",
            "@",
            "\\",
            "%",
            "\\x1b[1m",
            "+");

    @Test
    void findsWhatTheReferenceFindsInGeneratedTexts() {
        List<String> pieces = pieces();
        Cases.run(CASES, random -> assertSame(text(random, pieces)));
    }

    @Test
    void findsWhatTheReferenceFindsInAnswersOfTheCli() {
        assertTrue(REFERENCE.matches(AwsCliJson.bytes(100_000, 1)).size() > 200);
        assertSame(AwsCliJson.bytes(100_000, 1));
    }

    @Test
    void findsWhatTheReferenceFindsInTheCorpus() {
        Corpus.cases().forEach(one -> assertSame(one.text().getBytes(UTF_8)));
    }

    private static void assertSame(byte[] text) {
        Proposed proposed = new Proposed(new Passage(text, 0, text.length, null));
        assertEquals(REFERENCE.matches(text), proposed.matches, () -> new String(text, UTF_8));
    }

    /** Ids of every prefix with right and wrong tails, and what stands in the catalogue as examples. */
    private static List<String> pieces() {
        Random random = new Random(1);
        List<String> pieces = new ArrayList<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String id : type.grammar().ids()) {
                String prefix = id.substring(0, id.indexOf(' '));
                for (int length : new int[] {8, 9, 10, 12, 16, 17, 18, 25, 32}) {
                    pieces.add(prefix + "-" + letters(random, "0123456789abcdef", length));
                }
                pieces.add(prefix.toUpperCase(Locale.ROOT) + "-" + letters(random, "0123456789ABCDEF", 17));
                pieces.add(prefix + "-" + letters(random, "ABCXYZ0123456789", 9 + random.nextInt(18)));
                pieces.add(prefix + "-20260314");
                pieces.add(prefix + "-347e694e-33ba-4edf-b6e8-abb3cee520ce");
                pieces.add(prefix + "-" + letters(random, "abcxyz0189", 4) + "-" + letters(random, "abcxyz0189", 8));
                pieces.add(prefix);
            }
            type.examples().stream()
                    .filter(example -> !example.contains("BEGIN"))
                    .forEach(pieces::add);
        }
        for (String key : List.of("AKIA", "ASIA", "AROA", "AIDA", "AIPA")) {
            for (int length = 11; length < 19; length++) {
                pieces.add(key + letters(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length));
                pieces.add(key + letters(random, "ABCDEFGH", length));
            }
        }
        return pieces;
    }

    private static String letters(Random random, String alphabet, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private static byte[] text(Random random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(GLUE.get(random.nextInt(GLUE.size())));
            String piece = pieces.get(random.nextInt(pieces.size()));
            boolean cut = random.nextInt(8) == 0;
            text.append(cut ? piece.substring(random.nextInt(piece.length())) : piece);
        }
        return text.append(GLUE.get(random.nextInt(GLUE.size()))).toString().getBytes(UTF_8);
    }

    /** Takes the proposals before they are settled, where overlapping ones still stand beside each other. */
    private static final class Proposed extends Candidates {
        private final Set<Match> matches = new TreeSet<>();

        Proposed(Passage passage) {
            super(passage, ALL, AllowList.NONE);
            Scan.read(TABLES, passage, this);
        }

        @Override
        public void shape(IdentifierType type, int start, int end) {
            if (Reference.knows(type)) {
                matches.add(new Match(start, end, type));
            }
        }
    }
}
