package io.awsmasker.deploy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.awsmasker.detect.Family;
import io.awsmasker.redis.RedisSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every setting that the program reads: the members of its configuration interfaces, whatever the redis room asks for in any
 * mode, the names that the gateway room writes out, the families, and the names in {@code application.properties}.
 */
final class ReadSettings {
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%\\w+\\.)?((?:masker|quarkus)\\.[\\w.-]+)=");
    private static final Pattern OLD_NAME = Pattern.compile("\\$\\{([A-Z_]+):");

    private static final Pattern LITERAL = Pattern.compile("\"(masker(?:\\.[a-z-]+)+)\"");
    private static final Pattern CUSTOM =
            Pattern.compile("masker\\.custom\\..+|MASKER_CUSTOM_[A-Z0-9_]+_(?:TOKEN|PATTERN|VALUES|POLICY)");

    private static final Set<String> NAMES = find();

    private ReadSettings() {}

    /** Whether it is a setting of a rule of the user's own, whose name is free. */
    static boolean isOfCustomRule(String name) {
        return CUSTOM.matcher(name).matches();
    }

    /** The names of properties, and of environment variables that are no properties. */
    static Set<String> names() {
        return NAMES;
    }

    private static Set<String> find() {
        Set<String> names = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.awsmasker").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(type ->
                                members(type.getAnnotation(ConfigMapping.class).prefix(), type, names));
        redis(names);
        rules(names);
        String properties = Project.text("src/main/resources/application.properties");
        PROPERTY.matcher(properties).results().forEach(found -> names.add(found.group(1)));
        OLD_NAME.matcher(properties).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The same names as environment variables. */
    static Set<String> variables() {
        return names().stream().map(ReadSettings::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static void members(String prefix, Class<?> type, Set<String> names) {
        for (Method member : type.getMethods()) {
            WithName named = member.getAnnotation(WithName.class);
            String name = prefix + "."
                    + (named != null
                            ? named.value()
                            : member.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
            if (member.getReturnType().isInterface()
                    && member.getReturnType().getName().startsWith("io.awsmasker.")) {
                members(name, member.getReturnType(), names);
            } else {
                names.add(name);
            }
        }
    }

    private static void rules(Set<String> names) {
        for (String file : Project.files("src/main/java/io/awsmasker/gateway", ".java")) {
            LITERAL.matcher(Project.text(file)).results().forEach(found -> names.add(found.group(1)));
        }
        for (Family family : Family.values()) {
            names.add("masker.mask." + family.switchName());
            names.add("MASK_" + family.name());
        }
    }

    private static void redis(Set<String> names) {
        List<Map<String, String>> modes = List.of(
                Map.of(),
                Map.of("masker.redis.type", "managed", "masker.redis.cluster-mode", "true"),
                Map.of("masker.redis.type", "managed", "masker.redis.iam.enabled", "true"));
        for (Map<String, String> mode : modes) {
            try {
                RedisSettings.from(name -> {
                    names.add(name);
                    return Optional.ofNullable(mode.get(name));
                });
            } catch (IllegalArgumentException incomplete) {
                // What it asked for was noted.
            }
        }
    }
}
