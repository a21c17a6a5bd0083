package io.awsmasker.detect;

/**
 * What stands where a secret would and is none: words that documents write there, and the ways in which programs, shells and
 * templates say where it comes from. A mark alone says nothing, since generators of passwords use them all.
 */
final class Placeholders {
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_FORMAT = 4;

    private static final WordTable WORDS = new WordTable(
            Words.set(
                    "password passwd pass secret token string null none true false changeit required optional "
                            + "undefined redacted hidden value awssecretaccesskey awssecretkey secretaccesskey secretkey "
                            + "awssessiontoken sessiontoken accesstoken apikey clientsecret username yourpassword object function options option argument arguments flag parameter prompt"));

    private static final WordTable ARN = new WordTable(Words.set("arn"));

    /** With which YAML, templates and shells begin what is no text without quotes. */
    private static final Marks BARE_STARTS = Marks.of("<${*!&(%[@");

    private static final Marks BRACKETS = Marks.of("()[]{}<>");
    private static final Marks CLOSING = Marks.of(")]}>");

    private Placeholders() {}

    /** Whether it is a word that stands for a secret in examples. */
    static boolean word(byte[] text, int start, int end) {
        if (end - start >= 4 && ARN.contains(text, start, start + 3) && text[start + 3] == ':') {
            return true;
        }
        if (end - start > LONGEST_WORD) {
            return false;
        }
        byte[] letters = new byte[LONGEST_WORD];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (Bytes.is(text[i], Bytes.LETTER)) {
                letters[length++] = text[i];
            } else if (text[i] != '-' && text[i] != '_') {
                return false;
            }
        }
        return WORDS.contains(letters, 0, length);
    }

    /**
     * Whether it says where the secret comes from.
     *
     * @param quoted whether it is surely a text; else each of these marks has a meaning of its own in front
     */
    static boolean expression(byte[] text, int start, int end, boolean quoted) {
        if (start >= end || !BARE_STARTS.has(text[start])) {
            return false;
        }
        return !quoted
                || switch (text[start]) {
                    case '<' -> closes(text, end, '>');
                    case '{' -> closes(text, end, '}');
                    case '[' -> closes(text, end, ']');
                    case '(' -> closes(text, end, ')');
                    case '$' -> variable(text, start + 1, end);
                    case '%' -> format(text, start + 1, end);
                    case '*' -> run(text, start, end);
                    default -> Bytes.runEnd(text, start + 1, end, Bytes.LETTER) == end;
                };
    }

    /** Whether the mark stands at the end or directly behind it. */
    private static boolean closes(byte[] text, int end, char mark) {
        return text[end - 1] == mark || (end < text.length && text[end] == mark);
    }

    /** {@code ${x}}, {@code $(x)}, {@code $env:x} and a name in one case, as what is made by chance hardly ever is. */
    private static boolean variable(byte[] text, int at, int end) {
        if (at >= end || text[at] == '{' || text[at] == '(' || Bytes.at(text, at, end, "env:")) {
            return true;
        }
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = at; i < end; i++) {
            upper |= Bytes.is(text[i], Bytes.UPPER);
            lower |= Bytes.is(text[i], Bytes.LOWER);
            digit |= Bytes.is(text[i], Bytes.DIGIT);
            if (!Bytes.is(text[i], Bytes.HOST) && text[i] != '$') {
                return false;
            }
        }
        return !(upper && lower && digit);
    }

    /** {@code %s}, {@code %(x)s}, {@code %{x}} and {@code %X%}. */
    private static boolean format(byte[] text, int at, int end) {
        return end - at < LONGEST_FORMAT || text[at] == '(' || text[at] == '{' || text[end - 1] == '%';
    }

    /**
     * Whether brackets or dollar signs inside make it an expression: a call, an index, a type or a text that is put together.
     *
     * @param quoted whether it is surely a text; else only what looks made by chance is one
     */
    static boolean code(byte[] text, int start, int end, boolean quoted) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            upper |= Bytes.is(text[i], Bytes.UPPER);
            lower |= Bytes.is(text[i], Bytes.LOWER);
            digit |= Bytes.is(text[i], Bytes.DIGIT);
            boolean next = i + 1 < end;
            if (next && (text[i] == '$' || text[i] == '{') && (text[i + 1] == '{' || text[i + 1] == '(')) {
                return true;
            }
        }
        boolean closed = BRACKETS.has(text[end - 1]) || (end < text.length && CLOSING.has(text[end]));
        return !quoted && (closed || !(upper && lower && digit));
    }

    private static boolean run(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != text[start]) {
                return false;
            }
        }
        return true;
    }
}
