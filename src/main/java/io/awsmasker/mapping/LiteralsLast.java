package io.awsmasker.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a call's identifiers get their tokens: each value once, originals before literals, because a literal
 * may be the very token that an original of the same call is about to get.
 */
final class LiteralsLast {
    private LiteralsLast() {}

    static List<Identifier> of(Collection<Identifier> identifiers) {
        Map<String, Identifier> byValue = new LinkedHashMap<>();
        for (Identifier identifier : identifiers) {
            if (!identifier.isLiteral()) {
                byValue.putIfAbsent(identifier.value(), identifier);
            }
        }
        for (Identifier identifier : identifiers) {
            if (identifier.isLiteral()) {
                byValue.putIfAbsent(identifier.value(), identifier);
            }
        }
        return List.copyOf(byValue.values());
    }
}
