package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.CustomSearch;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the user's own: what their patterns take, and what is said of those that cannot be used. */
class CustomRuleTest {
    private static final List<String> CLASSES = List.of("EC2", "PROJ");

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            PRJ-[0-9]{6}      ~ PRJ-123456, (PRJ-000000) PRJ-12345 PRJ-1234567 xPRJ-123456 ~ PRJ-123456 PRJ-000000
            PRJ-\\d{2,3}      ~ PRJ-1 PRJ-12 PRJ-123 PRJ-1234                              ~ PRJ-12 PRJ-123
            (?i)acme-[a-z]+   ~ Acme-Foo ACME-b acme-                                      ~ Acme-Foo ACME-b
            (?:one|three)-x   ~ one-x two-x three-x                                        ~ one-x three-x
            ab[^c]\\.d?e      ~ abx.de aby.e abc.de abxxe                                  ~ abx.de aby.e
            a\\w+-z           ~ abc_d-z a-z                                                ~ abc_d-z
            Müller[äöü]+      ~ Mülleräö Müller                                            ~ Mülleräö
            Zoë.x             ~ ZoëÄx Zoëxx Zoë\\x                                         ~ ZoëÄx Zoëxx
            foo(-bar)*        ~ foo-bar-bar-baz foo                                        ~ foo-bar-bar foo
            """)
    void patternsTakeWholeWords(String pattern, String text, String found) {
        assertEquals("", CustomRule.patternFault(pattern, CLASSES));
        assertEquals(List.of(found.split(" ", -1)), found(pattern, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            PRJ-[0-9          ~ character 5: this class is
            PRJ-(ab           ~ character 5: this group is not closed
            PRJ-ab)           ~ character 7: this ) closes no group
            *PRJ              ~ character 1: there is nothing to repeat before *
            PRJ**             ~ character 5: there is nothing to repeat
            PRJ{2,1}          ~ character 9: a repeat is written
            PRJ{x}            ~ character 5: a repeat needs a number
            PRJ{999}          ~ a repeat needs a number from 0 to 255
            ^PRJ              ~ character 1: ^ is not needed
            PRJ\\b            ~ character 4: known are
            PRJ(?=x)          ~ only (?: is known
            PRJ"x             ~ character 4: a quotation mark
            PRJ[z-a]          ~ a range goes upwards
            [0-9]+            ~ fewer than 3 characters
            x{0}              ~ fewer than 3 characters
            x{200}x{57}       ~ more than 256 bytes
            [A-Z]+_[0-9]+     ~ takes tokens of the gateway, such as PROJ_001
            (a|b)*a(a|b){40}  ~ needs too many states
            (a{255}){255}     ~ too long with its repeats
            """)
    void aBadPatternIsNamedByPlaceAndReason(String pattern, String fault) {
        String said = CustomRule.patternFault(pattern, CLASSES);

        assertTrue(said.contains(fault), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "EC2_001", "ec2_001", "PROJ_4711", "say \"hello\"", "back\\slash", "two\nlines"})
    void aBadValueIsRefused(String value) {
        assertTrue(!CustomRule.valueFault(value, CLASSES).isEmpty());
    }

    @Test
    void aValueThatIsLongerThanAnyMatchIsRefused() {
        assertEquals("", CustomRule.valueFault("x".repeat(256), CLASSES));
        assertTrue(CustomRule.valueFault("x".repeat(257), CLASSES).contains("more than 256 bytes"));
    }

    @Test
    void theLongestOfSeveralRulesCounts() {
        Detector detector = detector(
                new CustomRule("a", "AAA", List.of("acme", "Globex Corp"), null, Policy.MASK),
                new CustomRule("b", "BBB", List.of(), "acme-[0-9]+", Policy.MASK),
                new CustomRule("c", "CCC", List.of("nothing"), null, Policy.OFF));
        String text = "acme acme-7 acmeous Globex Corp nothing";

        assertEquals(
                List.of("AAA acme", "BBB acme-7", "AAA Globex Corp"),
                detector.find(List.of(Texts.passage(text, null))).get(0).stream()
                        .map(f -> Texts.name(Texts.passage(text, null), f))
                        .toList());
    }

    @Test
    void aNameIsFoundInLargeAndSmallLettersAndWithMoreBlanks() {
        Detector detector =
                detector(new CustomRule("a", "AAA", List.of("acme", "Globex Corp", "Zoë-Å1"), null, Policy.MASK));
        Passage passage = Texts.passage("ACME Acme aCme acmes globex  CORP GlobexCorp ZOË-å1 zoë-å2", null);

        assertEquals(
                List.of("ACME", "Acme", "aCme", "globex  CORP", "ZOË-å1"),
                detector.find(List.of(passage)).get(0).stream()
                        .map(f -> Texts.value(passage, f))
                        .toList());
    }

    @Test
    void aRuleOfTheUsersOwnAndTheCatalogueMakeOneFinding() {
        Detector detector = detector(new CustomRule("a", "AAA", List.of("acme"), null, Policy.MASK));
        String text = "s3://acme-logs-7/x s3://acme/y --bucket acme";
        Passage passage = Texts.passage(text, null);

        assertEquals(
                List.of("BUCKET acme-logs-7", "AAA acme", "AAA acme"),
                detector.find(List.of(passage)).get(0).stream()
                        .map(f -> Texts.name(passage, f))
                        .toList());
    }

    /** Against java.util.regex, which is slow and believed. */
    @Test
    void takesWhatAReferenceTakes() {
        List<String> parts =
                List.of("a", "b", "[ab]", "[^a]", "(a|bc)", "(?:b|c)?", "c+", "a*", ".", "b{2,3}", "-", "\\d");
        Cases.run(2_000, random -> {
            StringBuilder pattern = new StringBuilder("ab");
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                pattern.append(parts.get(random.nextInt(parts.size())));
            }
            for (int i = 0; i < 60; i++) {
                text.append("aabbcc1- ".charAt(random.nextInt(9)));
            }
            if (CustomRule.patternFault(pattern.toString(), CLASSES).isEmpty()) {
                assertEquals(
                        reference(pattern.toString(), text.toString()),
                        found(pattern.toString(), text.toString()),
                        pattern + " in " + text);
            }
        });
    }

    private static List<String> reference(String pattern, String text) {
        Pattern reference = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            boolean before = start == 0 || !word(text.charAt(start - 1));
            int end = text.length();
            while (before && end > start) {
                boolean after = end == text.length() || !word(text.charAt(end));
                if (after && reference.matcher(text.substring(start, end)).matches()) {
                    found.add(text.substring(start, end));
                    start = end - 1;
                    before = false;
                }
                end--;
            }
        }
        return found;
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static List<String> found(String pattern, String text) {
        CustomSearch search = new CustomSearch(List.of(new CustomRule("r", "RRR", List.of(), pattern, Policy.MASK)));
        byte[] bytes = text.getBytes(UTF_8);
        Passage passage = new Passage(bytes, 0, bytes.length, null);
        return search.find(passage, AllowList.NONE).stream()
                .map(f -> Texts.value(passage, f))
                .toList();
    }

    private static Detector detector(CustomRule... rules) {
        return new Detector(new Rules(Map.of(), AllowList.NONE, List.of(rules), true));
    }
}
