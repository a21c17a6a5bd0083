package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds schemas that Claude must obey and cannot: one that takes an identifier of this request but not its token leaves the
 * model nothing to write but an invention, which the client would take for real. Such a request is refused with the path of
 * the keyword; every other schema goes out as it is.
 */
final class StrictSchemas {
    private static final int MOST_STEPS = 5_000_000;
    private static final Map<String, Pattern> FORMATS = Map.of(
            "ipv4", Pattern.compile("^\\d{1,3}(\\.\\d{1,3}){3}$"),
            "ipv6", Pattern.compile("^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$"),
            "email", Pattern.compile("^[^@\\s]+@[^@\\s]+$"),
            "idn-email", Pattern.compile("^[^@\\s]+@[^@\\s]+$"),
            "hostname", Pattern.compile("^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$"),
            "idn-hostname", Pattern.compile("^[^\\s_]+$"),
            "uuid", Pattern.compile("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"));

    private final JsonIndex index;
    private final Map<String, String> originals;
    private final IntFunction<String> masked;
    private int steps;

    /**
     * @param originals token → original, as masked in this request
     * @param masked what is sent in the place of the string at a node
     */
    StrictSchemas(JsonIndex index, Map<String, String> originals, IntFunction<String> masked) {
        this.index = index;
        this.originals = originals;
        this.masked = masked;
    }

    /** @throws RefusedContent if the schema at this node takes an original but not its token */
    void check(int schema) {
        int end = index.after(schema);
        for (int node = schema; node < end && !originals.isEmpty(); node++) {
            if (index.kind(node) == Kind.KEY) {
                Keyword before = keyword(node, false);
                Keyword after = keyword(node, true);
                for (Map.Entry<String, String> pair : originals.entrySet()) {
                    if (before.takes(pair.getValue()) && !after.takes(pair.getKey())) {
                        throw new RefusedContent(
                                RefusedContent.Kind.AROUND_THE_GATEWAY,
                                index.path(node, Place::isProtocolWord)
                                        + " is refused: this keyword takes an identifier of the request but not the"
                                        + " token that stands for it, so the model could only invent one; leave the"
                                        + " keyword out, or check it after the answer");
                    }
                }
            }
        }
    }

    /** What a keyword demands of a text. */
    private interface Keyword {
        boolean takes(String text);
    }

    private Keyword keyword(int key, boolean sent) {
        int value = key + 1;
        boolean string = index.kind(value) == Kind.STRING;
        if (string && index.is(key, "pattern")) {
            return pattern(sent ? masked.apply(value) : index.string(value));
        }
        Pattern format = string && index.is(key, "format") ? FORMATS.get(index.string(value)) : null;
        if (format != null) {
            return text -> found(format, text);
        }
        if (index.kind(value) == Kind.NUMBER && index.is(key, "minLength")) {
            double least = Double.parseDouble(index.string(value));
            return text -> text.codePointCount(0, text.length()) >= least;
        }
        if (index.kind(value) == Kind.NUMBER && index.is(key, "maxLength")) {
            double most = Double.parseDouble(index.string(value));
            return text -> text.codePointCount(0, text.length()) <= most;
        }
        return text -> true;
    }

    /** A pattern that nobody here understands is Claude's to refuse. */
    private Keyword pattern(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return text -> found(pattern, text);
        } catch (PatternSyntaxException e) {
            return text -> true;
        }
    }

    private boolean found(Pattern pattern, String text) {
        return pattern.matcher(new Counted(text)).find();
    }

    /** A text that can be read only so often, because a client's pattern may go astray on it. */
    private final class Counted implements CharSequence {
        private final CharSequence text;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int at) {
            if (++steps > MOST_STEPS) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        "the patterns of the strict schemas take too long to check; simplify them");
            }
            return text.charAt(at);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
