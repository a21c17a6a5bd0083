package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names made up for the types of the catalogue, and texts in which one of them must be found. */
final class MadeUp {
    static final String NAME = "orders-7f2";
    private static final Map<Grammar.Value, String> VALUES = Map.ofEntries(
            Map.entry(Grammar.Value.NAME, NAME),
            Map.entry(Grammar.Value.PATH, "shop/orders-7f2"),
            Map.entry(Grammar.Value.ABSOLUTE, "/shop/orders-7f2"),
            Map.entry(Grammar.Value.BUCKET, NAME),
            Map.entry(Grammar.Value.ID, "AKIA46EZ6H5JU24Z5GDH"),
            Map.entry(Grammar.Value.PREFIXED, "r-x7f2a"),
            Map.entry(Grammar.Value.PRINCIPAL, "A2QUAY0T5OIU1V"),
            Map.entry(Grammar.Value.CANONICAL, "0a1b2c3d".repeat(8)),
            Map.entry(Grammar.Value.ACCOUNT, "897355541743"),
            Map.entry(Grammar.Value.UUID, "7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f"),
            Map.entry(Grammar.Value.ZONE, "Z1OX3WQ7EXMPL"),
            Map.entry(Grammar.Value.CLIENT, "3quay7lant4mussel9harbour2"),
            Map.entry(Grammar.Value.DISTRIBUTION, "E1OX3WQ7EXMPL"),
            Map.entry(Grammar.Value.APIID, "062x5dwatk"),
            Map.entry(Grammar.Value.AGENTID, "QUAY7L2M9X"),
            Map.entry(Grammar.Value.SECRET, "s3cr3t-Pw9Kx4Npf7LmQ2"),
            Map.entry(Grammar.Value.CVV, "123"));

    private MadeUp() {}

    /** A name that can be one of the type. */
    static String name(IdentifierType type) {
        return VALUES.getOrDefault(type.grammar().value(), NAME);
    }

    /** Every text made for each of the type's words in the column shows the value as one of the type. */
    static void assertFound(IdentifierType type, Column column, String value, Function<String, List<String>> texts) {
        assertFound(type, type.grammar().words(column), value, texts);
    }

    /** Every text made for each of the entries shows it so. */
    static void assertFound(
            IdentifierType type, List<String> entries, String value, Function<String, List<String>> texts) {
        List<String> missed = new ArrayList<>();
        for (String entry : entries) {
            for (String text : texts.apply(entry)) {
                if (!Texts.found(text).contains(type.tokenClass() + " " + value)) {
                    missed.add(entry + " in " + text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), missed, () -> String.join("\n", missed));
    }
}
