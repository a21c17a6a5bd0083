package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of the catalogue, tested by its own examples. */
class CatalogueTest {
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\w-])[0-9]{12}(?![\\w-])");

    @ParameterizedTest
    @EnumSource
    void findsTheExamplesOfTheType(IdentifierType type) {
        List<String> missed = new ArrayList<>();
        for (String example : type.examples()) {
            for (String text :
                    List.of(example, "see " + example + ", please", "{\"x\":\"" + example + "\"}", "\\n" + example)) {
                if (Texts.findings(text).stream().noneMatch(f -> f.type() == type)) {
                    missed.add(text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    @ParameterizedTest
    @MethodSource("typesWithCounterExamples")
    void leavesTheCounterExamplesOfTheType(IdentifierType type) {
        List<String> hit = new ArrayList<>();
        for (String example : type.counterExamples()) {
            for (String text : List.of(example, "see " + example + ", please", "{\"x\":\"" + example + "\"}")) {
                if (!Texts.found(text).isEmpty()) {
                    hit.add(text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), hit);
    }

    /** Counter-examples by hand are for what reads like the type; those that miss its shape are made in NearMissTest. */
    private static Stream<IdentifierType> typesWithCounterExamples() {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> !type.counterExamples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("prefixedIds")
    void findsPrefixedIdsWhole(IdentifierType type, String id) {
        assertEquals(List.of(type + " " + id), Texts.found("(" + id + ")"));
    }

    private static Stream<Arguments> prefixedIds() {
        return Arrays.stream(IdentifierType.values())
                .flatMap(type -> type.examples().stream()
                        .filter(example -> example.indexOf('.') < 0
                                && type.grammar().ids().stream()
                                        .anyMatch(entry -> example.startsWith(entry.split(" ", 2)[0] + "-")))
                        .map(example -> Arguments.of(type, example)));
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleHoldsOneIdentifierOfTheTypeAndNothingElseButAccounts(IdentifierType type) {
        for (String example : type.examples()) {
            List<String> accounts = type == IdentifierType.ACCOUNT ? List.of() : accounts(example);
            List<String> others = new ArrayList<>(Texts.found(example));
            others.removeAll(accounts);
            assertEquals(1, others.size(), () -> example + " -> " + others);
            assertTrue(others.get(0).startsWith(type.tokenClass() + " "), () -> example + " -> " + others);
            assertEquals(
                    accounts.size() + 1, Texts.found(example).size(), () -> example + " -> " + Texts.found(example));
        }
    }

    /** The accounts that stand on their own in a text, as they do in ARNs. */
    private static List<String> accounts(String text) {
        return ACCOUNT.matcher(text)
                .results()
                .map(match -> "ACCOUNT " + match.group())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAnExample(IdentifierType type) {
        assertFalse(type.examples().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyHasASwitchThatTurnsItsExamplesOff(Family family) {
        Detector without = new Detector(new Rules(Map.of(family, Policy.OFF), AllowList.NONE, List.of(), true));
        List<String> examples = EnumSet.allOf(IdentifierType.class).stream()
                .filter(type -> type.family() == family)
                .flatMap(type -> type.examples().stream())
                .toList();
        assertFalse(examples.isEmpty());
        for (String example : examples) {
            assertEquals(1, of(family, Texts.DETECTOR, example), example);
            assertEquals(0, of(family, without, example), example);
        }
    }

    /** How many identifiers of the family are found. */
    private static long of(Family family, Detector detector, String text) {
        return detector.find(List.of(Texts.passage(text, null))).get(0).stream()
                .filter(finding -> finding.type() instanceof IdentifierType type && type.family() == family)
                .count();
    }

    @Test
    void theSettingOfAFamilyIsItsNameWithHyphens() {
        assertEquals("ec2-instances", Family.EC2_INSTANCES.switchName());
    }

    @ParameterizedTest
    @EnumSource
    void tokenClassIsShortAndUpperCase(IdentifierType type) {
        assertTrue(type.tokenClass().matches("[A-Z][A-Z0-9]{1,23}"), type.tokenClass());
    }
}
