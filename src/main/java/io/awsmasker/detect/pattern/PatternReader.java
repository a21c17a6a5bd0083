package io.awsmasker.detect.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.pattern.PatternGraph.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a regular expression of the kind that takes linear time: characters, classes, groups, choices, repeats. No text
 * that it takes holds a quotation mark, a backslash or a control character, because those change their form inside JSON.
 */
public final class PatternReader {
    private static final int MOST_REPEATS = 255;
    private static final String SPECIAL = "()|*+?{}[].^$\\";
    private static final ByteSet DIGITS = ByteSet.range('0', '9');
    private static final ByteSet WORDS =
            DIGITS.with(ByteSet.range('a', 'z')).with(ByteSet.range('A', 'Z')).with(ByteSet.of('_'));
    private static final ByteSet PLAIN =
            ByteSet.range(' ', '~').without(ByteSet.of('"')).without(ByteSet.of('\\'));

    /** Any character beyond ASCII, as UTF-8 writes it. */
    private static final Part BEYOND = PatternGraph.choice(List.of(
            utf8(ByteSet.range(0xC2, 0xDF), 1),
            utf8(ByteSet.range(0xE0, 0xEF).without(ByteSet.of(0xED)), 2),
            PatternGraph.sequence(List.of(set(ByteSet.of(0xED)), set(ByteSet.range(0x80, 0x9F)), tail())),
            utf8(ByteSet.range(0xF0, 0xF4), 3)));

    private final String pattern;
    private final boolean anyCase;
    private int at;

    private PatternReader(String pattern) {
        this.pattern = pattern;
        this.anyCase = pattern.startsWith("(?i)");
        this.at = anyCase ? 4 : 0;
    }

    /**
     * The pattern as a part of a graph.
     *
     * @throws PatternException if it is none
     */
    public static Part read(String pattern) {
        PatternReader reader = new PatternReader(pattern);
        Part part = reader.choice();
        if (reader.at < pattern.length()) {
            throw reader.fault("this ) closes no group; write \\) for the character");
        }
        return part;
    }

    /** A name, as people write it: in large and small letters, and with more than one blank where it has one. */
    public static Part name(String name) {
        List<Part> parts = new ArrayList<>();
        name.codePoints().forEach(point -> {
            if (point == ' ') {
                parts.add(PatternGraph.repeat(set(ByteSet.of(' ')), 1, -1));
            } else {
                List<Part> cases = Stream.of(point, Character.toLowerCase(point), Character.toUpperCase(point))
                        .distinct()
                        .map(c -> literal(Character.toString(c)))
                        .toList();
                parts.add(cases.size() == 1 ? cases.get(0) : PatternGraph.choice(cases));
            }
        });
        return PatternGraph.sequence(parts);
    }

    private static Part literal(String text) {
        List<Part> parts = new ArrayList<>();
        for (byte b : text.getBytes(UTF_8)) {
            parts.add(set(ByteSet.of(b & 0xff)));
        }
        return PatternGraph.sequence(parts);
    }

    private Part choice() {
        List<Part> parts = new ArrayList<>(List.of(sequence()));
        while (next('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : PatternGraph.choice(parts);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return PatternGraph.sequence(parts);
    }

    private Part repeated(Part part) {
        if (next('*')) {
            return PatternGraph.repeat(part, 0, -1);
        }
        if (next('+')) {
            return PatternGraph.repeat(part, 1, -1);
        }
        if (next('?')) {
            return PatternGraph.repeat(part, 0, 1);
        }
        if (!next('{')) {
            return part;
        }
        int least = number();
        int most = least;
        if (next(',')) {
            most = at < pattern.length() && pattern.charAt(at) == '}' ? -1 : number();
        }
        if (!next('}') || (most >= 0 && most < least)) {
            throw fault("a repeat is written {3}, {3,} or {3,6}; write \\{ for the character");
        }
        return PatternGraph.repeat(part, least, most);
    }

    private int number() {
        int start = at;
        int number = 0;
        while (at < pattern.length() && Character.isDigit(pattern.charAt(at)) && number <= MOST_REPEATS) {
            number = number * 10 + Character.digit(pattern.charAt(at++), 10);
        }
        if (start == at || number > MOST_REPEATS) {
            throw fault("a repeat needs a number from 0 to " + MOST_REPEATS);
        }
        return number;
    }

    private Part atom() {
        char c = pattern.charAt(at);
        switch (c) {
            case '(' -> {
                int open = at++;
                if (next('?') && !next(':')) {
                    throw fault("of the groups that begin with (? only (?: is known, and (?i) at the very beginning");
                }
                Part inner = choice();
                if (!next(')')) {
                    at = open;
                    throw fault("this group is not closed; write \\( for the character");
                }
                return inner;
            }
            case '[' -> {
                return charClass();
            }
            case '.' -> {
                at++;
                return PatternGraph.choice(List.of(set(PLAIN), BEYOND));
            }
            case '*', '+', '?', '{' ->
                throw fault("there is nothing to repeat before " + c + "; write \\" + c + " for the character");
            case '^', '$' ->
                throw fault(c + " is not needed, whole words are found; write \\" + c + " for the character");
            case '\\' -> {
                return set(cased(escape()));
            }
            default -> {
                int point = plain();
                return point < 0x80 ? set(cased(ByteSet.of(point))) : literal(Character.toString(point));
            }
        }
    }

    private Part charClass() {
        int open = at++;
        boolean negated = next('^');
        ByteSet members = PatternGraph.NOTHING;
        List<Part> beyond = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.charAt(at) == '\\') {
                members = members.with(escape());
                continue;
            }
            int first = plain();
            boolean range = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            if (range) {
                at++;
                int last = plain();
                if (last < first || last > '~') {
                    throw fault("a range goes upwards, from one ASCII character to another");
                }
                members = members.with(ByteSet.range(first, last));
            } else if (first < 0x80) {
                members = members.with(ByteSet.of(first));
            } else {
                beyond.add(literal(Character.toString(first)));
            }
        }
        if (!next(']') || at - open == 2 || (negated && !beyond.isEmpty())) {
            at = open;
            throw fault("this class is empty, not closed, or excludes a character beyond ASCII; write \\[ for the"
                    + " character");
        }
        ByteSet cased = cased(members);
        beyond.add(set(negated ? PLAIN.without(cased) : cased));
        if (negated) {
            beyond.add(BEYOND);
        }
        return PatternGraph.choice(beyond);
    }

    private ByteSet escape() {
        char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
        if (c == 'd' || c == 'w') {
            at += 2;
            return c == 'd' ? DIGITS : WORDS;
        }
        if (c == '\\' || c == '"' || (SPECIAL + "-/ @#&~<>:;,=!'%`").indexOf(c) < 0) {
            throw fault(
                    "known are \\d, \\w and a backslash before a sign such as . ( [ -; not before letters, quotation"
                            + " marks and itself");
        }
        at += 2;
        return ByteSet.of(c);
    }

    private int plain() {
        int point = pattern.codePointAt(at);
        if (point < ' ' || point == '"' || point == '\\' || point == 0x7f || (point >= 0xD800 && point <= 0xDFFF)) {
            throw fault("a quotation mark, a backslash or a control character cannot be a part of a name");
        }
        at += Character.charCount(point);
        return point;
    }

    private ByteSet cased(ByteSet set) {
        return anyCase ? set.anyCase() : set;
    }

    private boolean next(char c) {
        boolean here = at < pattern.length() && pattern.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private PatternException fault(String fault) {
        return new PatternException(at, fault);
    }

    private static Part set(ByteSet set) {
        return (graph, from) -> graph.bytes(from, set);
    }

    private static Part tail() {
        return set(ByteSet.range(0x80, 0xBF));
    }

    private static Part utf8(ByteSet head, int tails) {
        return PatternGraph.sequence(List.of(set(head), PatternGraph.repeat(tail(), tails, tails)));
    }
}
