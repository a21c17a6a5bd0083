package io.awsmasker.detect.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.awsmasker.detect.catalogue.Grammar.Column;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The columns of an entry are all in what the version of the rules is made of. */
class GrammarTest {
    private static final Set<String> WITHOUT_COLUMN = Set.of("examples", "counterExamples");

    /** The calls of the chain that fill a column with words. */
    static Stream<Method> columns() {
        return Arrays.stream(Grammar.class.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class}))
                .filter(method -> !WITHOUT_COLUMN.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aChangedWordChangesTheVersion(Method column) throws ReflectiveOperationException {
        assertEquals(version(column, "one"), version(column, "one"));
        assertNotEquals(version(column, "one"), version(column, "two"));
    }

    @Test
    void theSameWordInAnotherColumnChangesTheVersion() throws ReflectiveOperationException {
        Set<Column> filled = EnumSet.noneOf(Column.class);
        List<String> versions = new ArrayList<>();
        for (Method method : columns().toList()) {
            Grammar grammar = with(method, "one");
            EnumSet.allOf(Column.class).stream()
                    .filter(column -> !grammar.words(column).isEmpty())
                    .forEach(filled::add);
            versions.add(version(method, "one"));
        }
        assertEquals(EnumSet.allOf(Column.class), filled);
        assertEquals(versions.size(), Set.copyOf(versions).size());
    }

    @Test
    void whatAValueLooksLikeAndWhetherItIsSecretChangeTheVersion() {
        assertEquals(
                3,
                Stream.of(
                                Grammar.by(),
                                Grammar.by().value(Grammar.Value.PATH),
                                Grammar.by().secret())
                        .map(grammar -> Rules.USUAL.version(List.of(grammar)))
                        .distinct()
                        .count());
    }

    private static String version(Method column, String word) throws ReflectiveOperationException {
        return Rules.USUAL.version(List.of(with(column, word)));
    }

    private static Grammar with(Method column, String word) throws InvocationTargetException, IllegalAccessException {
        return (Grammar) column.invoke(Grammar.by(), (Object) new String[] {word});
    }
}
