package io.awsmasker.mask;

import io.awsmasker.detect.finding.Finding;
import io.awsmasker.mapping.Identifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What stands in some passages and has no token yet. */
public final class Detected {
    private final List<List<Hit>> hits;
    private final List<List<Finding>> late;
    private final Collection<Identifier> identifiers;

    Detected(List<List<Hit>> hits, List<List<Finding>> late) {
        this.hits = hits;
        this.late = late;
        this.identifiers = distinct(Set.of());
    }

    List<List<Hit>> hits() {
        return hits;
    }

    /** How many places are to be replaced. */
    public int places() {
        return hits.stream().mapToInt(List::size).sum();
    }

    /** How many values stand in these places. */
    public int values() {
        return identifiers.size();
    }

    /** What needs a token, without what stands in the passages of these numbers only. */
    Collection<Identifier> identifiers(Set<Integer> without) {
        return without.isEmpty() ? identifiers : distinct(without);
    }

    private Collection<Identifier> distinct(Set<Integer> without) {
        Map<String, Identifier> byValue = new LinkedHashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            for (Hit hit : hits.get(i)) {
                if (!hit.redacted() && !without.contains(i)) {
                    byValue.computeIfAbsent(hit.value(), value -> hit.identifier());
                }
            }
        }
        return byValue.values();
    }

    /** Whether anything in the passage of this number is to be replaced. */
    public boolean any(int passage) {
        return !hits.get(passage).isEmpty();
    }

    /** The names in this passage that stay, because they had left before a later turn revealed them. */
    public List<Finding> late(int passage) {
        return late.get(passage);
    }

    /** The setting that forbids something in the passage of this number to be sent at all, if one does. */
    public Optional<String> blockedBy(int passage) {
        return hits.get(passage).stream()
                .map(Hit::blockedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
