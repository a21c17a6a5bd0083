package io.awsmasker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A record that is a key of a map spells out {@code hashCode} and {@code equals}: those that the compiler makes are
 * interpreted in a native executable, hundreds of times for a request, and no test of behaviour would tell.
 */
class RecordKeysTest {
    private static final Set<String> HASHED = Set.of("Map", "Set", "ConcurrentHashMap", "LinkedHashMap", "Cache");

    @Test
    void recordsThatAreKeysHashThemselves() {
        Set<JavaClass> keys = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.awsmasker")
                .forEach(type -> type.getFields().stream()
                        .flatMap(RecordKeysTest::key)
                        .filter(JavaClass::isRecord)
                        .forEach(keys::add));

        assertTrue(keys.size() >= 5, keys.toString());
        Set<String> made = new TreeSet<>();
        for (JavaClass key : keys) {
            boolean own = key.getMethod("hashCode").getFieldAccesses().size() > 0
                    && key.getMethod("equals", Object.class).getFieldAccesses().size() > 0;
            if (!own) {
                made.add(key.getName());
            }
        }
        assertEquals(Set.of(), made);
    }

    private static Stream<JavaClass> key(JavaField field) {
        return field.getType() instanceof JavaParameterizedType type
                        && HASHED.contains(type.toErasure().getSimpleName())
                ? Stream.of(type.getActualTypeArguments().get(0).toErasure())
                : Stream.empty();
    }
}
