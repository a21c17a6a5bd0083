package io.awsmasker.gateway;

import io.awsmasker.detect.AllowList;
import io.awsmasker.detect.CustomRule;
import io.awsmasker.detect.Detector;
import io.awsmasker.detect.Family;
import io.awsmasker.detect.PatternException;
import io.awsmasker.detect.Policy;
import io.awsmasker.detect.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Turns {@code masker.mask.*}, {@code masker.allow}, {@code masker.custom.*} and {@code masker.preserve-structure} into
 * {@link Rules}. A misspelt name would silently change what leaves, so that every name must be known; it goes on after a
 * fault to report all of them at once, and repeats no value.
 */
final class RulesReader {
    private static final String MASK = "masker.mask.";
    private static final String ALLOW = "masker.allow";
    private static final String STRUCTURE = "masker.preserve-structure";
    private static final String LEGACY = "MASK_";
    private static final Map<String, Policy> POLICIES = Map.of(
            "mask",
            Policy.MASK,
            "redact",
            Policy.REDACT,
            "block",
            Policy.BLOCK,
            "off",
            Policy.OFF,
            "true",
            Policy.MASK,
            "false",
            Policy.OFF);
    private static final Map<String, Policy> SECRET_POLICIES =
            Map.of("redact", Policy.REDACT, "mask", Policy.MASK, "block", Policy.BLOCK);

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    private RulesReader(Config config) {
        this.config = config;
    }

    /**
     * Reads the rules.
     *
     * @throws InvalidSettings naming every problem
     */
    static Rules read(Config config) {
        return new RulesReader(config).read();
    }

    private Rules read() {
        Map<Family, Policy> policies = policies();
        AllowList allowed = allowed();
        boolean structure = structure();
        List<CustomRule> custom = new CustomRulesReader(config, problems).read();
        Rules rules = new Rules(policies, allowed, custom, structure);
        if (problems.isEmpty()) {
            try {
                return new Detector(rules).rules();
            } catch (PatternException e) {
                problems.add("masker.custom: all rules together: " + e.getMessage());
            }
        }
        throw new InvalidSettings(problems);
    }

    private Map<Family, Policy> policies() {
        Map<Family, Policy> policies = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            String key = MASK + family.switchName();
            String legacy = LEGACY + family.name();
            Optional<String> text = text(key);
            String source = text.isPresent() ? key : key + " (from " + legacy + ")";
            text.or(() -> text(legacy)).ifPresent(value -> {
                Map<String, Policy> known = family == Family.SECRETS ? SECRET_POLICIES : POLICIES;
                Policy policy = known.get(value.toLowerCase(Locale.ROOT));
                if (policy == null) {
                    problems.add(source + ": unknown policy; set it to "
                            + (family == Family.SECRETS
                                    ? "redact, mask or block"
                                    : "mask (or true), redact, block or off (or false)"));
                } else {
                    policies.put(family, policy);
                }
            });
        }
        unknownFamilies();
        return policies;
    }

    private void unknownFamilies() {
        Set<String> families =
                Arrays.stream(Family.values()).map(Family::switchName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = namesUnder(MASK, config);
        unknown.removeAll(families);
        if (!unknown.isEmpty()) {
            problems.add(MASK + String.join(", " + MASK, unknown) + ": no such family; the families are "
                    + String.join(" ", families));
        }
    }

    private AllowList allowed() {
        List<String> entries = config.getOptionalValues(ALLOW, String.class).orElse(List.of());
        for (int i = 0; i < entries.size(); i++) {
            String fault = AllowList.fault(entries.get(i));
            if (!fault.isEmpty()) {
                problems.add(ALLOW + ": entry " + (i + 1) + " " + fault
                        + "; write a whole value, or its beginning or end and one *");
            }
        }
        return problems.stream().anyMatch(problem -> problem.startsWith(ALLOW))
                ? AllowList.NONE
                : new AllowList(entries);
    }

    private boolean structure() {
        String value = text(STRUCTURE).orElse("true");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problems.add(STRUCTURE + ": neither true nor false; set it to one of them");
        }
        return !value.equalsIgnoreCase("false");
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * What is set under a prefix, each without it. Of an environment variable nobody can tell which underscores are hyphens,
     * so that all are read as hyphens; the name with dots that the configuration makes of it besides is left out.
     */
    static Set<String> namesUnder(String prefix, Config config) {
        Set<String> all = new TreeSet<>();
        config.getPropertyNames().forEach(all::add);
        String variables = variable(prefix);
        Set<String> names = new TreeSet<>();
        for (String name : all) {
            if (name.startsWith(variables)) {
                names.add(name.substring(variables.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
            } else if (name.startsWith(prefix) && !all.contains(variable(name))) {
                names.add(name.substring(prefix.length()));
            }
        }
        return names;
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
