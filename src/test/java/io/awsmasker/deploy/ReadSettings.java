package io.awsmasker.deploy;

import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.InvalidSettings;
import io.awsmasker.gateway.settings.SettingNames;
import io.awsmasker.testing.NotedSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every setting that the program reads: what it asks its configuration for in any mode, and what stands in its own properties. */
final class ReadSettings {
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%\\w+\\.)?((?:masker|quarkus)\\.[\\w.-]+)=");

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
        Set<String> names = new TreeSet<>(SettingNames.all());
        for (Map<String, String> mode : List.of(
                Map.<String, String>of(),
                Map.of("masker.redis.type", "managed", "masker.redis.cluster-mode", "true"),
                Map.of("masker.redis.type", "managed", "masker.redis.iam.enabled", "true"))) {
            try {
                GatewaySettings.read(new SmallRyeConfigBuilder()
                        .withSources(new NotedSettings(mode, names))
                        .build());
            } catch (InvalidSettings incomplete) {
                // What it asked for was noted.
            }
        }
        String properties = Project.text("src/main/resources/application.properties");
        PROPERTY.matcher(properties).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The same names as environment variables. */
    static Set<String> variables() {
        return names().stream().map(ReadSettings::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
