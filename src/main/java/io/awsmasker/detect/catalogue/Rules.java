package io.awsmasker.detect.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is looked for and what becomes of it. The rules of a gateway never change while it runs; two gateways with the same
 * {@link #version} mask the same text to the same tokens.
 *
 * @param policies what becomes of each family; families that are not in it have the {@link #usual} policy
 * @param allowed values that are never masked
 * @param custom rules of the user's own
 * @param preserveStructure whether ARNs, URLs and CIDR blocks keep their shape and are masked part by part
 */
public record Rules(
        Map<Family, Policy> policies, AllowList allowed, List<CustomRule> custom, boolean preserveStructure) {
    /** Everything in the catalogue, as the gateway comes. */
    public static final Rules USUAL = new Rules(Map.of(), AllowList.NONE, List.of(), true);

    /**
     * Counts the changes of the recognisers that change what is found and cannot be seen in the catalogue's entries. Raise
     * it with every such change.
     */
    private static final int RECOGNISERS = 14;

    private static final int VERSION_DIGITS = 12;

    public Rules {
        policies = Map.copyOf(policies);
        custom = List.copyOf(custom);
    }

    /** The policy of a family for which nothing is set. */
    public static Policy usual(Family family) {
        return family == Family.SECRETS ? Policy.REDACT : Policy.MASK;
    }

    /** The classes of the tokens that are made without any rule of the user's own. */
    public static Set<String> builtInClasses() {
        Set<String> classes = new HashSet<>(Set.of(Structure.ARN, Structure.URL));
        Arrays.stream(IdentifierType.values()).map(IdentifierType::tokenClass).forEach(classes::add);
        return classes;
    }

    /** What becomes of findings of this type. */
    public Policy policy(FindingType type) {
        if (type instanceof IdentifierType identifier) {
            return policy(identifier.family());
        }
        if (type instanceof Part part) {
            return policy(part.whole());
        }
        return type instanceof CustomRule rule ? rule.policy() : ((Structure) type).policy();
    }

    /** What becomes of findings of this family. */
    public Policy policy(Family family) {
        return policies.getOrDefault(family, usual(family));
    }

    /** The families that are not looked for. */
    public Set<Family> off() {
        EnumSet<Family> off = EnumSet.allOf(Family.class);
        off.removeIf(family -> policy(family) != Policy.OFF);
        return off;
    }

    /** The families that are not simply masked, each with what becomes of it, by the names of their settings. */
    public Map<String, Policy> differing() {
        Map<String, Policy> differing = new TreeMap<>();
        for (Family family : Family.values()) {
            if (policy(family) != Policy.MASK) {
                differing.put(family.switchName(), policy(family));
            }
        }
        return differing;
    }

    /** The version: the same for the same catalogue and settings, in every process and on every machine. */
    public String version() {
        return version(Arrays.stream(IdentifierType.values())
                .map(type -> List.of(type, type.family(), type.grammar()))
                .toList());
    }

    /** The version that the rules have with these entries for a catalogue. */
    public String version(List<?> catalogue) {
        StringBuilder all = new StringBuilder(catalogue.toString());
        Map<Family, Policy> effective = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            effective.put(family, policy(family));
        }
        all.append(effective).append(allowed.entries()).append(custom).append(preserveStructure);
        return RECOGNISERS + "-"
                + HexFormat.of().formatHex(sha256(all.toString())).substring(0, VERSION_DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
