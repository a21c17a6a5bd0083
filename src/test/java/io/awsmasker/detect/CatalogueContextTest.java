package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.Grammar.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every word of every column of the catalogue, tried in texts made up for it with a name made up for the type: the name is
 * found there and is of the type in whose entry the word stands.
 */
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
        String value = value(type);
        assertFound(type, Column.KEY, value, entry -> {
            String key = entry.replace("*", "");
            if (type == IdentifierType.SIG) {
                return inLink(key, value);
            }
            List<String> texts = new ArrayList<>(List.of(
                    "{\"" + key + "\": \"" + value + "\"}",
                    "{\\\"" + key + "\\\":\\\"" + value + "\\\"}",
                    key + ": \"" + value + "\"",
                    "--" + key + " " + value,
                    key.toUpperCase(Locale.ROOT) + "=" + value + "\n"));
            if (entry.startsWith("*")) {
                texts.add("{\"Source_" + key + "\": \"" + value + "\"}");
            }
            return texts;
        });
    }

    /** A signature is one only behind an equals sign: every JSON web key and every webhook has a member of that name. */
    private static List<String> inLink(String key, String value) {
        return List.of("https://example.com/x?" + key + "=" + value, "a=1&" + key + "=" + value + "&b=2");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsArns(IdentifierType type) {
        assertFound(type, Column.ARN, NAME, entry -> {
            List<String> texts = new ArrayList<>();
            for (String partition : List.of("aws", "aws-cn", "aws-us-gov")) {
                String arn = arn(partition, entry);
                texts.addAll(List.of(arn, "\"Resource\": \"" + arn + "\"", "(" + arn + ")", arn.replace(":", "%3A")));
            }
            return texts;
        });
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
        return before + (kind.equals("*") ? "anything" : kind) + (second ? "/first-3" : "") + "/" + NAME;
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsHosts(IdentifierType type) {
        String name = value(type);
        assertFound(
                type,
                Column.HOST,
                name,
                label -> List.of(
                        "https://" + name + "." + label + ".eu-west-1.amazonaws.com/",
                        "https://" + name + "." + label + ".us-gov-west-1.amazonaws.com/",
                        name + "." + label + ".cn-north-1.amazonaws.com.cn"));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsDomains(IdentifierType type) {
        String name = type == IdentifierType.CFDNS ? "d0ky3019q5zyoc" : NAME;
        assertFound(
                type,
                Column.DOMAIN,
                name,
                suffix -> List.of("https://" + name + suffix + "/x", name + suffix, "(" + name + suffix + ")"));
    }

    /** Entries may share a prefix ({@code d-}, {@code s-}); then the tail tells which of them it is. */
    @ParameterizedTest
    @EnumSource
    void isFoundByEachOfItsPrefixes(IdentifierType type) {
        for (String entry : type.grammar().ids()) {
            String id = entry.substring(0, entry.indexOf(' ')) + "-" + tail(entry.substring(entry.indexOf(' ') + 1));
            assertFound(
                    type,
                    List.of(entry),
                    id,
                    word -> List.of(id, "(" + id + ")", "x-" + id, "\"" + id + "\"", id + ".internal", "\\n" + id));
        }
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

    /** The marks of a word count: where one is absent, the name that it would allow is none. */
    @ParameterizedTest
    @EnumSource
    void isFoundBesideEachOfItsKindsInSentences(IdentifierType type) {
        if (type.grammar().value() == Grammar.Value.ABSOLUTE) {
            return; // begins with a slash, which no word of a sentence does
        }
        Map<String, List<String>> expected = new HashMap<>();
        Map<String, List<String>> found = new HashMap<>();
        for (String entry : type.grammar().words(Column.KIND)) {
            String kind = Kind.word(entry);
            for (String name : List.of(NAME, "orders-blue")) {
                boolean digit = name.equals(NAME);
                List<String> hit = List.of(type.tokenClass() + " " + name);
                boolean front = digit || !entry.endsWith("?");
                boolean behind = entry.startsWith("**") || (digit && entry.startsWith("*"));
                expected.put("why is the " + kind + " " + name + " so slow?", front ? hit : List.of());
                expected.put("a " + kind + " named '" + name + "' is there", front ? hit : List.of());
                expected.put("why is the " + name + " " + kind + " so slow?", behind ? hit : List.of());
            }
        }
        expected.keySet().forEach(text -> found.put(text, Texts.found(text)));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundBehindEachOfItsKindsInMessagesOfErrors(IdentifierType type) {
        String operation = "An error occurred (Refused) when calling the DeleteThing operation: ";
        String value = value(type);
        for (String entry : type.grammar().words(Column.KIND)) {
            String kind = Kind.word(entry);
            assertFound(
                    type,
                    List.of(entry),
                    value,
                    word -> List.of(
                            operation + "The " + kind + " with name " + value + " cannot be found.",
                            operation + kind + " " + value + " not found",
                            "Error: creating " + kind + " (" + value + "): Refused",
                            "{\"message\": \"" + kind + " not found: " + value + "\"}"));
            String plain = operation + kind + " merlin not found";
            List<String> own = entry.endsWith("!") ? List.of(type.tokenClass() + " merlin") : List.of();
            assertEquals(own, Texts.found(plain), plain);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsCalls(IdentifierType type) {
        assertFound(type, Column.CALL, NAME, entry -> {
            int dot = entry.indexOf('.');
            String call = entry.substring(dot + 1) + "(\"" + NAME + "\")";
            return dot < 0
                    ? List.of("x = " + call, "client." + call + ".load()")
                    : List.of(
                            entry.substring(0, dot) + "." + call,
                            "boto3.resource('" + entry.substring(0, dot) + "')." + call);
        });
    }

    @ParameterizedTest
    @EnumSource
    void isFoundBehindEachOfItsOptions(IdentifierType type) {
        String value = value(type);
        assertFound(type, Column.OPTION, value, entry -> {
            int space = entry.indexOf(' ');
            String service = space < 0 ? entry : entry.substring(0, space);
            String command = service.equals("eksctl") ? service : "aws " + service;
            List<String> texts = new ArrayList<>();
            for (String option : space < 0 ? List.of("name", "names") : List.of(entry.substring(space + 1))) {
                texts.add(command + " do-it --" + option + " " + value);
                texts.add(command + " do-it --region eu-west-1 \\\n  --" + option + "=" + value + " --wait");
            }
            return texts;
        });
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsTypesOfTerraform(IdentifierType type) {
        String value = value(type);
        assertFound(
                type,
                Column.TERRAFORM,
                value,
                word -> List.of(
                        "resource \"aws_" + word + "\" \"main\" {\n  name = \"" + value + "\"\n}",
                        "aws_" + word + ".main: Creation complete after 1s [id=" + value + "]",
                        "terraform import aws_" + word + ".main " + value));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundBehindEachOfItsWordsInLinksToTheConsole(IdentifierType type) {
        String console = "https://eu-west-1.console.aws.amazon.com/x/home?region=eu-west-1#";
        String value = value(type).contains("/") ? NAME : value(type);
        assertFound(
                type,
                Column.CONSOLE,
                value,
                word -> List.of(
                        console + "/" + word + "/" + value,
                        console + word + ":" + value,
                        "(" + console + "x?" + word + "=" + value + ")"));
    }

    /** What stands in two entries belongs to whichever comes last, so that the other says something untrue. */
    @ParameterizedTest
    @EnumSource
    void noWordStandsInTwoEntries(Column column) {
        Map<String, IdentifierType> owners = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().words(column)) {
                String word = column == Column.KEY || column == Column.KIND
                        ? Kind.word(entry)
                        : column == Column.CALL ? entry.substring(entry.indexOf('.') + 1) : entry;
                IdentifierType other = owners.putIfAbsent(word, type);
                if (other != null && other != type) {
                    twice.add(word + " in " + other + " and " + type);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    private static String value(IdentifierType type) {
        return VALUES.getOrDefault(type.grammar().value(), NAME);
    }

    private static void assertFound(
            IdentifierType type, Column column, String value, Function<String, List<String>> texts) {
        assertFound(type, type.grammar().words(column), value, texts);
    }

    /** Every text made for each of the entries shows the value as one of the type. */
    private static void assertFound(
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
