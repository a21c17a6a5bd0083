package io.awsmasker.detect;

import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the catalogue down for people to read, from nothing but its entries. */
final class CatalogueDocument {
    private CatalogueDocument() {}

    static String markdown() {
        StringBuilder text = new StringBuilder("""
                # What is masked

                Written by `./mvnw test -Dtest=CatalogueDocumentTest -Dmasker.write-docs` from the catalogue
                (`io.awsmasker.detect.catalogue.IdentifierType`), and checked by every build. Do not edit.

                Version of the rules without any settings: `%s`.

                Each family has a setting, `masker.mask.FAMILY` (`MASKER_MASK_FAMILY` in the environment, with underscores):
                `mask` (or `true`), `redact`, `block`, `off` (or `false`). `secrets` can be `redact`, `mask` or `block`.

                How a type is found, by the column of the catalogue:

                - **id**: a prefix and a tail, found anywhere. `h8/17` is 8 or 17 hexadecimal digits, `n` letters and digits, `N` in
                  capitals, `u` a UUID; a final `d` means that at least one digit must be there.
                - **key**: a value under a key, an option, a column or a tag of that name, however it is written
                  (`DBInstanceIdentifier`, `db_instance_identifier`, `--db-instance-identifier`); with `*` also longer names that end so.
                - **arn**: that part of an ARN, as `service:kind`.
                - **host**: the customer's labels in front of that label of an AWS endpoint.
                - **domain**: the customer's labels in front of that domain.
                - **kind**: the name behind that word in a sentence (`the bucket acme-raw-7`) or a message of an error. In sentences
                  with `*` also a name with a digit in front of it, with `**` any name; beside a word with `?` a name has a digit, and
                  one with `??` tells nothing. In messages of errors a plain word behind one with `!` is a name too, and one with `~`
                  tells nothing.
                - **vague**: a key that programs have for other things too; only a name whose words hyphens join counts.
                - **holder**: a key of an object or a list; what stands in it as `Name` or `Id` counts.
                - **call**: the first argument of that call; `service.call` only if what it is called on names a service.
                - **option**: an option of the AWS CLI (or `eksctl`) that no key tells, as `service option`; `--name` and `--names` of
                  a service alone.
                - **terraform**: name and id of a resource of that type, without `aws_`.
                - **block**: name and id in a block of that word inside of such a resource; other blocks name nothing.
                - **console**: what stands behind that word in a link to the console.
                - **form**: by what it looks like, with code of its own; the examples show it.

                No entry lists what names no type: the words between a kind and a name (`named`, `is`), calls that only wrap a text, the
                parts of an ARN that are the same for every customer. `--name` of a service without an entry is a `RES`, and so is what
                commands of AWS, resources of Terraform and templates of CloudFormation call the `name` of anything.

                A name found once is masked wherever else it stands in the same request.

                """.formatted(Rules.USUAL.version()));
        byFamily().forEach((family, types) -> {
            text.append("## ")
                    .append(family)
                    .append("\n\n| token | found by | examples | not |\n| --- | --- | --- | --- |\n");
            types.forEach(type -> row(text, type));
            text.append('\n');
        });
        return text.toString().stripTrailing() + "\n";
    }

    private static Map<String, List<IdentifierType>> byFamily() {
        return Arrays.stream(IdentifierType.values())
                .collect(Collectors.groupingBy(type -> type.family().switchName(), TreeMap::new, Collectors.toList()));
    }

    private static void row(StringBuilder text, IdentifierType type) {
        text.append("| `").append(type.tokenClass()).append("_001` | ").append(ways(type));
        text.append(" | ").append(codes(type.examples()));
        text.append(" | ").append(codes(type.counterExamples())).append(" |\n");
    }

    private static String ways(IdentifierType type) {
        Grammar grammar = type.grammar();
        List<String> ways = new ArrayList<>();
        for (Column column : Column.values()) {
            List<String> words = grammar.words(column);
            if (!words.isEmpty()) {
                ways.add(column.name().toLowerCase(Locale.ROOT) + " " + codes(words));
            }
        }
        return ways.isEmpty() ? "form" : String.join("; ", ways);
    }

    private static String codes(List<String> texts) {
        return texts.stream()
                .map(text -> "`" + text.replace("\n", "⏎").replace("|", "\\|") + "`")
                .collect(Collectors.joining(", "));
    }
}
