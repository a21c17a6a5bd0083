package io.awsmasker.gateway.settings;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.pattern.PatternException;
import io.awsmasker.redis.Lookup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** The other ways to write a switch, as {@link Lookup#flag} reads it. */
    private static final Map<String, String> SWITCHES =
            Map.of("yes", "true", "on", "true", "1", "true", "no", "false", "0", "false");

    private static final Map<String, Policy> SECRET_POLICIES =
            Map.of("redact", Policy.REDACT, "mask", Policy.MASK, "block", Policy.BLOCK);

    private final Config config;
    private final Lookup settings;
    private final List<String> problems;

    private RulesReader(Config config, Lookup settings) {
        this.config = config;
        this.settings = settings;
        this.problems = settings.problems();
    }

    /** Reads the rules; nothing may be made of them when there are problems then. */
    static Rules read(Config config, Lookup settings) {
        return new RulesReader(config, settings).read();
    }

    private Rules read() {
        int before = problems.size();
        Map<Family, Policy> policies = policies();
        AllowList allowed = allowed();
        boolean structure = settings.flag("masker.preserve-structure", true);
        List<CustomRule> custom = new CustomRulesReader(config, settings).read();
        Rules rules = new Rules(policies, allowed, custom, structure);
        if (problems.size() == before) {
            try {
                return new Detector(rules).rules();
            } catch (PatternException e) {
                problems.add("masker.custom: all rules together: " + e.getMessage());
            }
        }
        return Rules.USUAL;
    }

    private Map<Family, Policy> policies() {
        Map<Family, Policy> policies = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            String key = MASK + family.switchName();
            String legacy = LEGACY + family.name();
            settings.text(key, legacy).ifPresent(value -> {
                Map<String, Policy> known = family == Family.SECRETS ? SECRET_POLICIES : POLICIES;
                String written = value.toLowerCase(Locale.ROOT);
                Policy policy = known.get(SWITCHES.getOrDefault(written, written));
                if (policy == null) {
                    settings.problem(
                            key,
                            "unknown policy; set it to "
                                    + (family == Family.SECRETS
                                            ? "redact, mask or block"
                                            : "mask (or true), redact, block or off (or false)"),
                            legacy);
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
        Set<String> unknown = SettingNames.under(MASK, config);
        unknown.removeAll(families);
        if (!unknown.isEmpty()) {
            problems.add(MASK + String.join(", " + MASK, unknown) + ": no such family; the families are "
                    + String.join(" ", families));
        }
    }

    private AllowList allowed() {
        List<String> entries = CustomRulesReader.values(ALLOW, config, settings);
        boolean usable = true;
        for (int i = 0; i < entries.size(); i++) {
            String fault = AllowList.fault(entries.get(i));
            if (!fault.isEmpty()) {
                usable = false;
                settings.problem(
                        ALLOW,
                        "entry " + (i + 1) + " " + fault + "; write a whole value, or its beginning or end and one *");
            }
        }
        return usable ? new AllowList(entries) : AllowList.NONE;
    }
}
