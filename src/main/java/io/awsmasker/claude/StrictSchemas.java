package io.awsmasker.claude;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds schemas that Claude must obey and cannot: one that takes an identifier of this request but not its token leaves the
 * model nothing to write but an invention, which the client would take for real. Such a request is refused with the path of
 * the keyword; every other schema goes out as it is. Clients write the patterns, so they are matched in linear time, and
 * what they cost together is bounded.
 */
final class StrictSchemas {
    /** In characters that a small pattern reads, some tens of nanoseconds each. */
    private static final int MOST_STEPS = 5_000_000;

    /** In atoms. */
    private static final int LARGEST_PATTERN = 5_000;

    /** The instructions of a pattern that cost as much as reading a character. */
    private static final int SMALL = 16;

    /** The words of JSON Schema that lead to a keyword; no other name is shown. */
    private static final Set<String> WORDS = Set.of(
            "properties",
            "items",
            "prefixItems",
            "additionalProperties",
            "anyOf",
            "allOf",
            "$defs",
            "definitions",
            "pattern",
            "format",
            "minLength",
            "maxLength");

    private static final Map<String, Pattern> FORMATS = Map.of(
            "ipv4", Pattern.compile("^\\d{1,3}(\\.\\d{1,3}){3}$"),
            "ipv6", Pattern.compile("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$"),
            "email", Pattern.compile("^[^@\\s]+@[^@\\s]+$"),
            "idn-email", Pattern.compile("^[^@\\s]+@[^@\\s]+$"),
            "hostname", Pattern.compile("^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$"),
            "idn-hostname", Pattern.compile("^[^\\s_]+$"),
            "uuid", Pattern.compile("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"));

    private final JsonIndex index;
    private final Origin origin;
    private final Map<String, String> originals;
    private final IntFunction<String> masked;
    private long steps;

    /**
     * @param originals token → original, as masked in this request
     * @param masked what is sent in the place of the string at a node
     */
    StrictSchemas(ReadRequest read, Map<String, String> originals, IntFunction<String> masked) {
        this.index = read.index();
        this.origin = read.origin();
        this.originals = originals;
        this.masked = masked;
    }

    /** @throws RefusedContent if the schema at this node takes an original but not its token */
    void check(int schema) {
        int end = index.after(schema);
        for (int node = schema; node < end && !originals.isEmpty(); node++) {
            Keyword before = index.kind(node) == Kind.KEY ? keyword(node, index::string) : null;
            Keyword after = before == null ? null : keyword(node, masked);
            if (before != null && after != null) {
                check(node, before, after);
            }
        }
    }

    private void check(int node, Keyword before, Keyword after) {
        for (Map.Entry<String, String> pair : originals.entrySet()) {
            step(1);
            if (before.takes(pair.getValue()) && !after.takes(pair.getKey())) {
                throw new RefusedContent(
                        RefusedContent.Kind.AROUND_THE_GATEWAY,
                        origin.path(index, node, StrictSchemas::isSchemaWord)
                                + " is refused: this keyword takes an identifier of the request but not the"
                                + " token that stands for it, so the model could only invent one; leave the"
                                + " keyword out, or check it after the answer");
            }
        }
    }

    private static boolean isSchemaWord(String word) {
        return WORDS.contains(word) || Place.isProtocolWord(word);
    }

    /** What a keyword demands of a text. */
    private interface Keyword {
        boolean takes(String text);
    }

    /** What the keyword demands, with the strings that these nodes have; null if it demands nothing that is known here. */
    private @Nullable Keyword keyword(int key, IntFunction<String> strings) {
        int value = key + 1;
        if (index.kind(value) == Kind.STRING && index.is(key, "pattern")) {
            return pattern(strings.apply(value));
        }
        if (index.kind(value) == Kind.STRING && index.is(key, "format")) {
            Pattern format = FORMATS.get(index.string(value));
            return format == null ? null : text -> found(format, text);
        }
        if (index.kind(value) == Kind.NUMBER && index.is(key, "minLength")) {
            double least = Double.parseDouble(index.string(value));
            return text -> text.codePointCount(0, text.length()) >= least;
        }
        if (index.kind(value) == Kind.NUMBER && index.is(key, "maxLength")) {
            double most = Double.parseDouble(index.string(value));
            return text -> text.codePointCount(0, text.length()) <= most;
        }
        return null;
    }

    /** A pattern that is too large or that nobody here understands is Claude's to refuse. */
    private @Nullable Keyword pattern(String regex) {
        if (PatternSize.of(regex) > LARGEST_PATTERN) {
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            step(pattern.programSize());
            return text -> found(pattern, text);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private boolean found(Pattern pattern, String text) {
        step(text.length() * (1L + pattern.programSize() / SMALL));
        return pattern.matcher(text).find();
    }

    private void step(long cost) {
        steps += cost;
        if (steps > MOST_STEPS) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    "the strict schemas take too long to check with this many identifiers; simplify their patterns");
        }
    }
}
