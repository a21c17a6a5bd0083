package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.json.JsonIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule lets a value with an identifier pass unseen, but the one whose value was checked before it was chosen. */
class RuleTest {
    private static final Rule UNTOUCHED = new Rule.Untouched();
    private static final List<Rule> RULES = List.of(
            Rule.PASS,
            Rule.OPAQUE,
            Rule.TEXT,
            Rule.MODEL_TEXT,
            new Rule.McpServer(),
            new Rule.McpTools(),
            new Rule.Credential(),
            new Rule.Schema(),
            new Rule.Owned(null),
            new Rule.Owned(Place.CONTAINER),
            new Rule.Into(Place.BLOCK),
            new Rule.Into(Place.CREDIT_TOKEN),
            Rule.unreadable("no reason"),
            Rule.around("no reason"),
            UNTOUCHED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"10.46.121.9\"",
                "[\"10.46.121.9\"]",
                "[[{\"type\":\"text\",\"text\":\"10.46.121.9\"}]]",
                "{\"lantern\":\"10.46.121.9\"}",
                "{\"type\":\"text\",\"text\":\"10.46.121.9\"}",
                "{\"10.46.121.9\":null}",
                "{\"id\":{\"a\":[\"10.46.121.9\"]}}",
                "730184925610"
            })
    void everyRuleCollectsOrRefusesWhatIsThere(String value) {
        List<Rule> unseen = RULES.stream().filter(rule -> !sees(rule, value)).toList();
        assertEquals(List.of(UNTOUCHED), unseen);
    }

    @Test
    void allRulesAreTried() {
        assertEquals(
                Set.of(Rule.class.getPermittedSubclasses()),
                RULES.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    /** Whether the value is refused or the identifier stands in what is to be searched. */
    private static boolean sees(Rule rule, String value) {
        byte[] json = value.getBytes(UTF_8);
        JsonIndex index = JsonIndex.parse(json, 0, json.length, 64);
        try {
            return RequestWalk.of(index, Origin.BODY, rule, ContentPolicy.STRICT).spots().stream()
                    .anyMatch(RuleTest::holdsIt);
        } catch (RefusedContent refused) {
            return true;
        }
    }

    private static boolean holdsIt(Spot spot) {
        byte[] text = Arrays.copyOfRange(
                spot.maskable().passage().text(),
                spot.maskable().passage().start(),
                spot.maskable().passage().end());
        return new String(text, UTF_8).matches("(?s).*(10\\.46\\.121\\.9|730184925610).*");
    }
}
