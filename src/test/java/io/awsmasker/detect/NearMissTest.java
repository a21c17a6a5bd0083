package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.Grammar.Value;
import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nearly has the shape of a type is not one of that type: too short, too long, or glued to letters. It is made from
 * the catalogue for every type whose grammar fixes these; names, paths and passwords may have any length.
 */
class NearMissTest {
    /** Of these the grammar fixes the length: what is shorter or longer than the made-up one is none. */
    private static final Set<Value> FIXED = EnumSet.of(Value.ACCOUNT, Value.AGENTID, Value.CANONICAL, Value.CLIENT);

    private static final Set<IdForm> FORMS = typesWithIds()
            .flatMap(type -> type.grammar().ids().stream())
            .flatMap(entry -> IdForm.of(entry).stream())
            .collect(Collectors.toSet());

    @ParameterizedTest
    @MethodSource("typesWithIds")
    void noIdIsFoundInWhatIsTooShortTooLongOrGlued(IdentifierType type) {
        List<String> wrong = type.grammar().ids().stream()
                .flatMap(entry -> IdForm.of(entry).stream())
                .flatMap(NearMissTest::nearMisses)
                .filter(text -> isFound(type, text))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource(
            value = Value.class,
            names = {"ACCOUNT", "AGENTID", "CANONICAL", "CLIENT", "APIID", "DISTRIBUTION", "PRINCIPAL", "ZONE"})
    void noKeyMakesAnIdOfWhatIsTooShortTooLongOrGlued(Value shape) {
        for (IdentifierType type : typesOf(shape)) {
            String value = MadeUp.name(type);
            assertTrue(isFound(type, keyed(type, value)), keyed(type, value));
            Stream<String> glued = Stream.of("Qz" + value, value + "Qz");
            Stream<String> lengths = FIXED.contains(shape) ? lengths(value) : Stream.of();
            Stream.concat(glued, lengths)
                    .map(text -> keyed(type, text))
                    .forEach(text -> assertFalse(isFound(type, text), text));
        }
    }

    /** They begin with what names them and have a least length only, so that more behind them belongs to them. */
    @ParameterizedTest
    @CsvSource({"AKID", "IAMID", "SESSIONTOKEN", "JWT", "APIKEY", "STRIPE"})
    void noKeyIsFoundBehindALetter(IdentifierType type) {
        List<String> keys = type.examples().stream()
                .filter(example -> example.matches("[\\w.=/+-]+"))
                .toList();
        assertFalse(keys.isEmpty());
        keys.forEach(key -> assertFalse(isFound(type, "qz" + key), key));
    }

    private static Stream<IdentifierType> typesWithIds() {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> !type.grammar().ids().isEmpty());
    }

    private static List<IdentifierType> typesOf(Value shape) {
        List<IdentifierType> types = Arrays.stream(IdentifierType.values())
                .filter(type -> type.grammar().value() == shape)
                .toList();
        assertFalse(types.isEmpty(), shape.name());
        return types;
    }

    private static String keyed(IdentifierType type, String value) {
        return "{\"" + type.grammar().keys().get(0).replace("*", "") + "\": \"" + value + "\"}";
    }

    private static Stream<String> nearMisses(IdForm form) {
        String id = form.id();
        String letters = form.alphabet() == 'N' || form.alphabet() == 'H' ? "qz" : "QZ";
        Stream<String> glued = Stream.of("qz" + id, "QZ" + id, id + letters);
        return Stream.concat(glued, lengths(id).filter(text -> !isAllowed(form, text.length() - id.length())));
    }

    /** Whether so much more or less makes another form of the same prefix, or of a prefix at its end as rtb is of r-rtb. */
    private static boolean isAllowed(IdForm form, int more) {
        if (form.alphabet() == 'o') {
            return more > 0; // Units have a least length only.
        }
        return FORMS.contains(form.with(more)) || FORMS.contains(form.with(more).withoutFirstWord());
    }

    /** One character less and one more. */
    private static Stream<String> lengths(String id) {
        return Stream.of(id.substring(0, id.length() - 1), id + id.charAt(id.length() - 3));
    }

    private static boolean isFound(IdentifierType type, String text) {
        return Texts.findings(text).stream().anyMatch(finding -> finding.type() == type);
    }
}
