package io.awsmasker.detect.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values that are nobody's secret and are never masked: constants of documentation, a tenant's public names. An entry is
 * a value as it would be masked, or the beginning or end of one with a {@code *} for the rest.
 */
public final class AllowList {
    /** Allows nothing. */
    public static final AllowList NONE = new AllowList(List.of());

    private static final int SHORTEST = 3;

    private final Set<String> values = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<String> entries;

    /**
     * A list of entries that have no {@link #fault}.
     *
     * @throws IllegalArgumentException if one has
     */
    public AllowList(Collection<String> entries) {
        this.entries = entries.stream().sorted().distinct().toList();
        for (String entry : this.entries) {
            if (!fault(entry).isEmpty()) {
                throw new IllegalArgumentException(fault(entry));
            }
            if (entry.endsWith("*")) {
                beginnings.add(entry.substring(0, entry.length() - 1));
            } else if (entry.startsWith("*")) {
                ends.add(entry.substring(1));
            } else {
                values.add(entry);
            }
        }
    }

    /** What is wrong with an entry, or an empty text. */
    public static String fault(String entry) {
        long stars = entry.chars().filter(c -> c == '*').count();
        boolean outside = entry.startsWith("*") || entry.endsWith("*");
        if (stars > 1 || (stars == 1 && !outside)) {
            return "has a * that is neither its first nor its last character, or more than one";
        }
        return entry.length() - stars < SHORTEST ? "has fewer than " + SHORTEST + " characters beside the *" : "";
    }

    /** The entries in alphabetical order. */
    public List<String> entries() {
        return entries;
    }

    /** Whether {@code [start, end)} as a whole is allowed. */
    public boolean covers(byte[] text, int start, int end) {
        if (entries.isEmpty()) {
            return false;
        }
        String value = new String(text, start, end - start, UTF_8);
        return values.contains(value)
                || beginnings.stream().anyMatch(value::startsWith)
                || ends.stream().anyMatch(value::endsWith);
    }
}
