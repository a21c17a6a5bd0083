package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.pattern.PatternException;
import io.awsmasker.detect.pattern.PatternGraph;
import io.awsmasker.detect.pattern.PatternReader;
import io.awsmasker.detect.pattern.PatternTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names and patterns of the user's own, found as whole words wherever they stand.
 *
 * @param name as in its setting, {@code masker.custom.NAME}
 * @param tokenClass a capital, then capitals and digits; no class of the catalogue
 * @param values names, found in large and small letters, or none
 * @param pattern a regular expression of the kind that {@link PatternReader} reads, or null
 * @param policy what becomes of what is found
 */
public record CustomRule(
        String name,
        String tokenClass,
        List<String> values,
        @Nullable String pattern,
        Policy policy) implements FindingType {
    /** Bytes of the longest text that is searched for. */
    public static final int LONGEST = 256;

    private static final int SHORTEST = 3;

    public CustomRule {
        values = List.copyOf(values);
    }

    @Override
    public String setting() {
        return "masker.custom." + name;
    }

    /**
     * What is wrong with a value, or an empty text.
     *
     * @param tokenClasses all classes of tokens that there are
     */
    public static String valueFault(String value, Iterable<String> tokenClasses) {
        if (value.codePoints().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || (c >= 0xD800 && c <= 0xDFFF))) {
            return "holds a quotation mark, a backslash or a control character, which a name cannot have";
        }
        return fault(PatternReader.name(value), tokenClasses);
    }

    /** What is wrong with a pattern, and at which character, or an empty text. */
    public static String patternFault(String pattern, Iterable<String> tokenClasses) {
        try {
            return fault(PatternReader.read(pattern), tokenClasses);
        } catch (PatternException e) {
            return e.getMessage();
        }
    }

    private static String fault(PatternGraph.Part part, Iterable<String> tokenClasses) {
        PatternTable table;
        try {
            PatternGraph graph = new PatternGraph();
            graph.pattern(part, 0);
            table = new PatternTable(graph);
        } catch (PatternException e) {
            return e.getMessage();
        }
        if (table.shortest() < SHORTEST || table.shortest() == Integer.MAX_VALUE) {
            return "takes texts of fewer than " + SHORTEST + " characters, or none at all";
        }
        if (table.shortest() > LONGEST) {
            return "takes only texts of more than " + LONGEST + " bytes, which nobody looks for; shorten it";
        }
        for (String tokenClass : tokenClasses) {
            if (table.takesTokenOf(tokenClass)) {
                return "takes tokens of the gateway, such as " + tokenClass
                        + "_001; choose another token, or write it more" + " exactly";
            }
        }
        return "";
    }

    /** All that the rule takes. */
    public PatternGraph.Part part() {
        List<PatternGraph.Part> parts =
                new ArrayList<>(values.stream().map(PatternReader::name).toList());
        if (pattern != null) {
            parts.add(PatternReader.read(pattern));
        }
        return PatternGraph.choice(parts);
    }
}
