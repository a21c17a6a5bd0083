package io.awsmasker.detect;

import static io.awsmasker.detect.MadeUp.NAME;
import static io.awsmasker.detect.MadeUp.assertFound;
import static io.awsmasker.detect.MadeUp.name;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every word of every column of the catalogue, tried in texts made up for it with a name made up for the type: the name is
 * found there and is of the type in whose entry the word stands.
 */
class CatalogueContextTest {
    @ParameterizedTest
    @EnumSource
    void isFoundUnderEachOfItsKeys(IdentifierType type) {
        String value = name(type);
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

    @ParameterizedTest
    @EnumSource
    void isFoundUnderEachOfItsVagueKeysIfHyphensJoinItsWords(IdentifierType type) {
        assertFound(type, Column.VAGUE, "lantern-quay", entry -> {
            String key = entry.replace("*", "");
            return List.of(
                    "{\"" + key + "\": \"lantern-quay\"}",
                    "{\\\"" + key + "\\\":[\\\"lantern-quay\\\"]}",
                    key.toUpperCase(Locale.ROOT) + "=lantern-quay\n",
                    key + "s:\n  - lantern-quay\n",
                    "{\"name\": \"" + key + "\", \"value\": \"lantern-quay\"}");
        });
        for (String entry : type.grammar().words(Column.VAGUE)) {
            String key = entry.replace("*", "");
            for (String value : List.of("lantern", "lantern_quay", "lanternQuay", "-lantern", "--x-y", "a - b")) {
                String text = "{\"" + key + "\": \"" + value + "\"}";
                assertEquals(List.of(), Texts.found(text), text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundInEachOfItsHolders(IdentifierType type) {
        String value = name(type);
        assertFound(type, Column.HOLDER, value, entry -> {
            String key = entry.replace("*", "");
            return List.of(
                    "{\"" + key + "\": {\"name\": \"" + value + "\"}}",
                    "{\"" + key + "\": [{\"Size\": 7, \"Name\": \"" + value + "\"}]}",
                    "{\\\"" + key + "\\\":{\\\"Name\\\":\\\"" + value + "\\\"}}");
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
        String name = name(type);
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
        assertFalse(owners.isEmpty());
        assertEquals(List.of(), twice);
    }
}
