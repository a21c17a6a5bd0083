package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                (`io.awsmasker.detect.IdentifierType`), and checked by every build. Do not edit.

                Version of the rules without any settings: `%s`.

                Each family has a setting, `masker.mask.FAMILY` (`MASKER_MASK_FAMILY` in the environment, with underscores):
                `mask` (or `true`), `redact`, `block`, `off` (or `false`). `secrets` can be `redact`, `mask` or `block`.

                How a type is found:

                - **id**: a prefix and a tail, found anywhere. `h8/17` is 8 or 17 hexadecimal digits, `n` letters and digits, `N` in
                  capitals, `u` a UUID; a final `d` means that at least one digit must be there.
                - **key**: a value under a key, an option, a column or a tag of that name, however it is written
                  (`DBInstanceIdentifier`, `db_instance_identifier`, `--db-instance-identifier`); with `*` also longer names that end so.
                - **ARN**: that part of an ARN, as `service:kind`.
                - **host**: the customer's labels in front of that label of an AWS endpoint.
                - **form**: by what it looks like, with code of its own; the examples show it.

                Besides, names are found by words around them that no entry lists: in sentences (`the bucket acme-raw-7`) and messages
                of errors, behind the options of `aws` and `eksctl`, in calls of SDKs, types and states of Terraform, links to the
                console, connection strings, columns of tables and of CSV.

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
        add(ways, "id", grammar.ids());
        add(ways, "key", grammar.keys());
        add(ways, "ARN", grammar.arns());
        add(ways, "host", grammar.hosts());
        return ways.isEmpty() ? "form" : String.join("; ", ways);
    }

    private static void add(List<String> ways, String way, List<String> entries) {
        if (!entries.isEmpty()) {
            ways.add(way + " " + codes(entries));
        }
    }

    private static String codes(List<String> texts) {
        return texts.stream()
                .map(text -> "`" + text.replace("\n", "⏎").replace("|", "\\|") + "`")
                .collect(Collectors.joining(", "));
    }
}
