package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which an entry of the catalogue says that its type is found, tried with a value made up for the entry. */
class CatalogueContextTest {
    private static final String NAME = "orders-7f2";
    private static final Map<Grammar.Value, String> VALUES = Map.ofEntries(
            Map.entry(Grammar.Value.NAME, NAME),
            Map.entry(Grammar.Value.PATH, "shop/orders-7f2"),
            Map.entry(Grammar.Value.ABSOLUTE, "/shop/orders-7f2"),
            Map.entry(Grammar.Value.BUCKET, NAME),
            Map.entry(Grammar.Value.ID, "AKIA46EZ6H5JU24Z5GDH"),
            Map.entry(Grammar.Value.PREFIXED, "r-x7f2a"),
            Map.entry(Grammar.Value.CANONICAL, "0a1b2c3d".repeat(8)),
            Map.entry(Grammar.Value.ACCOUNT, "897355541743"),
            Map.entry(Grammar.Value.UUID, "7c1d3f60-52a4-4b6e-9f0d-2a1b3c4d5e6f"),
            Map.entry(Grammar.Value.ZONE, "Z1OX3WQ7EXMPL"),
            Map.entry(Grammar.Value.DISTRIBUTION, "E1OX3WQ7EXMPL"),
            Map.entry(Grammar.Value.APIID, "062x5dwatk"),
            Map.entry(Grammar.Value.SECRET, "s3cr3t-Pw9Kx4Npf7LmQ2"),
            Map.entry(Grammar.Value.CVV, "123"));

    @ParameterizedTest
    @EnumSource
    void isFoundUnderEachOfItsKeys(IdentifierType type) {
        List<String> missed = new ArrayList<>();
        for (String entry : type.grammar().keys()) {
            String key = entry.replace("*", "");
            String value = VALUES.getOrDefault(type.grammar().value(), NAME);
            List<String> texts = new ArrayList<>(
                    type == IdentifierType.SIG
                            ? inLink(key, value)
                            : List.of(
                                    "{\"" + key + "\": \"" + value + "\"}",
                                    "{\\\"" + key + "\\\":\\\"" + value + "\\\"}",
                                    key + ": \"" + value + "\"",
                                    "--" + key + " " + value,
                                    key.toUpperCase(Locale.ROOT) + "=" + value + "\n"));
            if (entry.startsWith("*") && type != IdentifierType.SIG) {
                texts.add("{\"Source_" + key + "\": \"" + value + "\"}");
            }
            for (String text : texts) {
                if (!Texts.found(text).contains(type.tokenClass() + " " + value)) {
                    missed.add(text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    /** A signature is one only behind an equals sign: every JSON web key and every webhook has a member of that name. */
    private static List<String> inLink(String key, String value) {
        return List.of("https://example.com/x?" + key + "=" + value, "a=1&" + key + "=" + value + "&b=2");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsArns(IdentifierType type) {
        List<String> missed = new ArrayList<>();
        for (String entry : type.grammar().arns()) {
            for (String partition : List.of("aws", "aws-cn", "aws-us-gov")) {
                String arn = arn(partition, entry);
                for (String text :
                        List.of(arn, "\"Resource\": \"" + arn + "\"", "(" + arn + ")", arn.replace(":", "%3A"))) {
                    if (Texts.found(text).stream().noneMatch(found -> found.endsWith(" " + NAME))) {
                        missed.add(entry + " in " + text + " -> " + Texts.found(text));
                    }
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    private static String arn(String partition, String entry) {
        String service = entry.substring(0, entry.indexOf(':'));
        String part = entry.substring(entry.indexOf(':') + 1);
        boolean second = part.endsWith("/2");
        String kind = part.replace("/1", "").replace("/2", "");
        String before =
                "arn:" + partition + ":" + (service.equals("*") ? "newservice" : service) + ":eu-west-1:897355541743:";
        if (Set.of("sqs", "sns", "execute-api", "codecommit").contains(service)) {
            return before + NAME;
        }
        if (service.equals("s3")) {
            return "arn:" + partition + ":s3:::" + NAME;
        }
        return before + (kind.equals("*") ? "thing" : kind) + (second ? "/first-3" : "") + "/" + NAME;
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsHosts(IdentifierType type) {
        List<String> missed = new ArrayList<>();
        for (String label : type.grammar().hosts()) {
            for (String region : List.of("eu-west-1", "us-gov-west-1")) {
                String text = "https://" + NAME + "." + label + "." + region + ".amazonaws.com/";
                if (Texts.found(text).stream().noneMatch(found -> found.contains(NAME))) {
                    missed.add(text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByEachOfItsPrefixes(IdentifierType type) {
        List<String> missed = new ArrayList<>();
        for (String entry : type.grammar().ids()) {
            String prefix = entry.substring(0, entry.indexOf(' '));
            String tail = tail(entry.substring(entry.indexOf(' ') + 1));
            String id = prefix + "-" + tail;
            for (String text : List.of(id, "(" + id + ")", "x-" + id, "\"" + id + "\"", id + ".internal", "\\n" + id)) {
                if (Texts.found(text).stream().noneMatch(found -> found.contains(id))) {
                    missed.add(entry + ": " + text + " -> " + Texts.found(text));
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    /** A tail of the first length that the entry allows, with a digit in it. */
    private static String tail(String form) {
        if (form.equals("u")) {
            return "57be6023-cd70-4a13-be62-c55217b68bab";
        }
        if (form.equals("o")) {
            return "i6kn-edmn6mud";
        }
        int length = Integer.parseInt(form.substring(1).split("[/d-]", -1)[0]);
        String random = "0d3fa91b7c24e6805f1a9b3c7d2e4f60";
        String letters = form.charAt(0) == 'N' || form.charAt(0) == 'n' ? "0d3xk91b7q24e6805z1a9b3c7w2e4f60" : random;
        String tail = letters.substring(0, length);
        return form.charAt(0) == 'N' || form.charAt(0) == 'H' ? tail.toUpperCase(Locale.ROOT) : tail;
    }

    /** A type that nothing finds but code must show by an example what the code finds. */
    @Test
    void everyTypeThatIsFoundByItsFormHasAnExample() {
        for (IdentifierType type : IdentifierType.values()) {
            Grammar grammar = type.grammar();
            boolean byEntry = !grammar.keys().isEmpty()
                    || !grammar.arns().isEmpty()
                    || !grammar.hosts().isEmpty();
            assertTrue(byEntry || !grammar.examples().isEmpty(), type.tokenClass());
        }
    }
}
