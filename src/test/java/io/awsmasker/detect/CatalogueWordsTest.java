package io.awsmasker.detect;

import static io.awsmasker.detect.MadeUp.NAME;
import static io.awsmasker.detect.MadeUp.assertFound;
import static io.awsmasker.detect.MadeUp.name;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The words of the catalogue that tell a type only together with what stands around them, in a sentence, a command, a program
 * or a link: each is tried as {@link CatalogueContextTest} tries keys and ARNs.
 */
class CatalogueWordsTest {
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
                boolean front = !entry.endsWith("??") && (digit || !entry.endsWith("?"));
                boolean behind = entry.startsWith("**") || (digit && entry.startsWith("*"));
                expected.put("why is the " + kind + " " + name + " so slow?", front ? hit : List.of());
                expected.put("a " + kind + " named '" + name + "' is there", front ? hit : List.of());
                expected.put("why is the " + name + " " + kind + " so slow?", behind ? hit : List.of());
                if (front) { // else a key of the same word may tell it
                    expected.put("why is the " + kind + " `" + name + "` so slow?", hit);
                }
                expected.put("why is the `" + name + "` " + kind + " so slow?", front ? hit : List.of());
            }
        }
        expected.keySet().forEach(text -> found.put(text, Texts.found(text)));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundBehindEachOfItsKindsInMessagesOfErrors(IdentifierType type) {
        String operation = "An error occurred (Refused) when calling the DeleteThing operation: ";
        String value = name(type);
        for (String entry : type.grammar().words(Column.KIND)) {
            String kind = Kind.word(entry);
            String creating = "Error: creating " + kind + " (" + value + "): Refused";
            if (entry.startsWith("~")) {
                assertEquals(List.of(), Texts.found(creating));
                continue;
            }
            assertFound(
                    type,
                    List.of(entry),
                    value,
                    word -> List.of(
                            creating,
                            operation + "The " + kind + " with name " + value + " cannot be found.",
                            operation + kind + " " + value + " not found",
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
        String value = name(type);
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
        String value = name(type);
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
        String value = name(type).contains("/") ? NAME : name(type);
        assertFound(
                type,
                Column.CONSOLE,
                value,
                word -> List.of(
                        console + "/" + word + "/" + value,
                        console + word + ":" + value,
                        "see **" + console + "/" + word + "/" + value + "**.",
                        "(" + console + "x?" + word + "=" + value + ")"));
    }
}
