package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every entry of the catalogue, tested by its own examples. */
class CatalogueTest {
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
    @EnumSource
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

    @ParameterizedTest
    @EnumSource
    void findsPrefixedIdsWhole(IdentifierType type) {
        for (String example : type.examples()) {
            boolean id = type.grammar().ids().stream().anyMatch(i -> example.startsWith(i.split(" ", 2)[0] + "-"));
            if (id && example.indexOf('.') < 0) {
                assertEquals(List.of(type + " " + example), Texts.found("(" + example + ")"));
            }
        }
    }

    @Test
    void everyFamilyHasATypeAndASwitchThatWorks() {
        for (Family family : Family.values()) {
            List<IdentifierType> own = EnumSet.allOf(IdentifierType.class).stream()
                    .filter(t -> t.family() == family)
                    .toList();
            assertFalse(own.isEmpty(), family.switchName());
            Detector without = new Detector(new Rules(Map.of(family, Policy.OFF), AllowList.NONE, List.of(), true));
            for (IdentifierType type : own) {
                for (String example : type.examples()) {
                    assertTrue(without.find(List.of(Texts.passage(example, null))).get(0).stream()
                            .noneMatch(f -> own.contains(f.type())));
                }
            }
        }
        assertEquals("ec2-instances", Family.EC2_INSTANCES.switchName());
    }

    @ParameterizedTest
    @EnumSource
    void tokenClassIsShortAndUpperCase(IdentifierType type) {
        assertTrue(type.tokenClass().matches("[A-Z][A-Z0-9]{1,23}"), type.tokenClass());
    }
}
