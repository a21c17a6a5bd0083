package io.awsmasker.gateway.settings;

import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.mask.TokenClasses;
import io.awsmasker.redis.Lookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Reads {@code masker.custom.NAME.token}, {@code .pattern}, {@code .values} and {@code .policy}. As an environment variable
 * NAME is in capitals with underscores, which are read as hyphens.
 */
public final class CustomRulesReader {
    private static final String CUSTOM = "masker.custom.";
    private static final Pattern KEY = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)[.-](token|pattern|values|policy)");
    private static final Map<String, Policy> POLICIES =
            Map.of("mask", Policy.MASK, "redact", Policy.REDACT, "block", Policy.BLOCK, "off", Policy.OFF);

    private final Config config;
    private final Lookup settings;
    private final List<String> problems;

    CustomRulesReader(Config config, Lookup settings) {
        this.config = config;
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** The classes of tokens that the user's own rules make; what is wrong with the rules is noted in the settings. */
    public static Set<String> classes(Config config, Lookup settings) {
        return new CustomRulesReader(config, settings)
                .read().stream().map(CustomRule::tokenClass).collect(Collectors.toSet());
    }

    /** The parts of a list with commas between, or of one with a name for each. */
    static List<String> values(String name, Config config, Lookup settings) {
        Optional<String> whole = settings.text(name);
        return whole.isEmpty() && config.getConfigValue(name).getRawValue() != null
                ? List.of()
                : config.getOptionalValues(name, String.class).orElse(List.of());
    }

    /** The rules that have no fault, in the order of their names; every fault is added to the problems. */
    List<CustomRule> read() {
        Set<String> names = names();
        Set<String> classes = new HashSet<>(TokenClasses.builtIn());
        List<CustomRule> rules = new ArrayList<>();
        for (String name : names) {
            text(name, "token").ifPresent(token -> {
                String fault = !TokenClasses.isWellFormed(token)
                        ? "not 2 to " + TokenClasses.LONGEST
                                + " capitals and digits, a capital first; write it like PROJ"
                        : classes.add(token) ? "" : "already taken; choose another word";
                if (!fault.isEmpty()) {
                    problems.add(CUSTOM + name + ".token: " + fault);
                }
            });
        }
        for (String name : names) {
            rules.add(rule(name, classes));
        }
        return rules;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String property : SettingNames.under(CUSTOM, config)) {
            Matcher key = KEY.matcher(property);
            if (key.matches()) {
                names.add(key.group(1));
            } else {
                problems.add(CUSTOM + property + ": unknown; write " + CUSTOM
                        + "NAME.token, .pattern, .values or .policy, NAME in small letters, digits and hyphens");
            }
        }
        return names;
    }

    private CustomRule rule(String name, Set<String> classes) {
        String key = CUSTOM + name;
        String token = text(name, "token").orElse("");
        Optional<String> pattern = text(name, "pattern");
        List<String> values = values(key + ".values", config, settings);
        boolean searches = pattern.isPresent() || !values.isEmpty();
        if (token.isEmpty()) {
            String set = pattern.isPresent() ? "pattern" : searches ? "values" : "policy";
            settings.missing(key + ".token", required(key, set) + "to the word that its tokens begin with, like PROJ");
        }
        if (!searches) {
            String set = token.isEmpty() ? "policy" : "token";
            settings.missing(key + ".pattern", required(key, set) + "or " + key + ".values");
        }
        pattern.map(text -> CustomRule.patternFault(text, classes))
                .filter(fault -> !fault.isEmpty())
                .ifPresent(fault -> problems.add(key + ".pattern: " + fault));
        for (int i = 0; i < values.size(); i++) {
            String fault = CustomRule.valueFault(values.get(i), classes);
            if (!fault.isEmpty()) {
                problems.add(key + ".values: value " + (i + 1) + " " + fault + "; correct or remove it");
            }
        }
        Policy policy = POLICIES.get(text(name, "policy").orElse("mask").toLowerCase(Locale.ROOT));
        if (policy == null) {
            problems.add(key + ".policy: unknown policy; set it to mask, redact, block or off");
        }
        return new CustomRule(name, token, values, pattern.orElse(null), policy == null ? Policy.MASK : policy);
    }

    private static String required(String key, String set) {
        return "is required when " + key + "." + set + " is set; set it ";
    }

    private Optional<String> text(String name, String part) {
        return settings.text(CUSTOM + name + "." + part);
    }
}
