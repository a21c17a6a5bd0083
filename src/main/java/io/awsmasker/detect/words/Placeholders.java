package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;

/**
 * What stands where a secret would and is none: words that documents write there, and the ways in which programs, shells and
 * templates say where it comes from. A mark alone says nothing, since generators of passwords use them all.
 */
public final class Placeholders {
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_FORMAT = 4;

    private static final WordTable WORDS = new WordTable(
            Words.set(
                    "password passwd pass secret token string null none true false changeit required optional "
                            + "undefined redacted hidden value nullable sometimes confirmed awssecretaccesskey awssecretkey secretaccesskey secretkey "
                            + "awssessiontoken sessiontoken accesstoken apikey clientsecret username yourpassword object function options option argument arguments flag parameter prompt"));

    /** With which cmdlets of PowerShell begin that give a secret. */
    private static final WordTable VERBS =
            new WordTable(Words.set("convertfrom convertto get import invoke new read select unprotect"));

    private static final String POINTS = "...";

    /** How many bytes of a secret tell nothing of it. */
    private static final int LONGEST_BEGINNING = 4;

    private static final WordTable ARN = new WordTable(Words.set("arn"));

    /** With which YAML, templates and shells begin what is no text without quotes. */
    private static final Marks BARE_STARTS = Marks.of("<${*!&(%[@:");

    private static final Marks BRACKETS = Marks.of("()[]{}<>");
    private static final Marks OPENING = Marks.of("([{<");
    private static final int LONGEST_SCHEME = 12;

    /** From which on what is made by chance need not mix large and small letters. */
    private static final int LONG = 20;

    private Placeholders() {}

    /** Whether it is a word that stands for a secret in examples. */
    public static boolean word(byte[] text, int start, int end) {
        if (end - start >= 4 && ARN.contains(text, start, start + 3) && text[start + 3] == ':') {
            return true;
        }
        byte[] letters = new byte[LONGEST_WORD];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (length == LONGEST_WORD) {
                return false;
            }
            if (Bytes.is(text[i], Bytes.LETTER)) {
                letters[length++] = text[i];
            } else if (text[i] == '|' && rule(text, i + 1, end)) {
                break;
            } else if (text[i] != '-' && text[i] != '_') {
                return false;
            }
        }
        return WORDS.contains(letters, 0, length);
    }

    /** Whether points stand for what was left out behind a few bytes, {@code sk-...}. */
    public static boolean elided(byte[] text, int start, int end) {
        return end - start <= LONGEST_BEGINNING + POINTS.length() && Bytes.at(text, end - POINTS.length(), end, POINTS);
    }

    /** Whether PowerShell gets it there, {@code $password = Read-Host}: a verb and what it is about, in letters. */
    public static boolean cmdlet(byte[] text, int start, int end) {
        int verb = Bytes.runEnd(text, start, end, Bytes.LETTER);
        return verb + 1 < end
                && text[verb] == '-'
                && Bytes.is(text[start], Bytes.UPPER)
                && Bytes.is(text[verb + 1], Bytes.UPPER)
                && Bytes.runEnd(text, verb + 1, end, Bytes.LETTER) == end
                && VERBS.contains(text, start, verb);
    }

    /** Whether the name of a rule of forms follows, as in {@code required|string|min:8}. */
    private static boolean rule(byte[] text, int at, int end) {
        int stop = Bytes.runEnd(text, at, end, Bytes.LOWER);
        return stop - at >= 3 && (stop == end || text[stop] == '|' || text[stop] == ':');
    }

    /** Whether a value without quotes that begins so is none, because YAML and shells give each such mark a meaning. */
    public static boolean begins(byte first) {
        return BARE_STARTS.has(first);
    }

    /** Whether it says where the secret lies: {@code https://…}, {@code op://…}. */
    public static boolean address(byte[] text, int start, int end) {
        int scheme = Bytes.runEnd(text, start, Math.min(end, start + LONGEST_SCHEME), Bytes.LETTER);
        return Bytes.at(text, start, end, "http") || (scheme > start && Bytes.at(text, scheme, end, "://"));
    }

    /** Whether it is a path behind the name of a host, {@code ghcr.io/acme/auth:v1.2.3}; base64 holds no point. */
    public static boolean path(byte[] text, int start, int end) {
        int slash = Bytes.runEnd(text, start, end, Bytes.HOST);
        return slash < end && text[slash] == '/' && holds(text, start, slash, '.');
    }

    /** Whether it says where the secret comes from. */
    public static boolean expression(byte[] text, int start, int end) {
        return expression(text, start, end, (byte) 0);
    }

    /**
     * The same for a value behind which {@code behind} stands.
     *
     * @param behind the byte in front of which a value without quotes ends, else 0
     */
    public static boolean expression(byte[] text, int start, int end, byte behind) {
        if (end - start < 2) {
            return false;
        }
        return switch (text[start]) {
            case '<' -> text[end - 1] == '>' || behind == '>' || phrase(text, start, end, '>');
            case '{' -> text[end - 1] == '}' || behind == '}' || phrase(text, start, end, '}');
            case '[' -> text[end - 1] == ']' || behind == ']' || phrase(text, start, end, ']');
            case '(' -> text[end - 1] == ')' || behind == ')' || phrase(text, start, end, ')');
            case '$' -> variable(text, start + 1, end);
            case '%' -> format(text, start + 1, end);
            case '#' -> text[start + 1] == '{';
            case '_' -> text[start + 1] == '_' && text[end - 1] == '_';
            case '*' -> run(text, start, end);
            case '@' -> attribute(text, start + 1, end);
            case '!', '&' -> Bytes.runEnd(text, start + 1, end, Bytes.LETTER) == end;
            default -> false;
        };
    }

    /** Words in brackets, {@code <password> for x}, and the number of an argument, {@code {0}-x}. */
    private static boolean phrase(byte[] text, int start, int end, char close) {
        int i = start + 1;
        int digits = Bytes.runEnd(text, i, end, Bytes.DIGIT);
        if (digits > i && digits - i < LONGEST_FORMAT) {
            return digits < end && text[digits] == close;
        }
        while (i < end && (Bytes.is(text[i], Bytes.LETTER) || "-_ ".indexOf(text[i]) >= 0)) {
            i++;
        }
        return i - start > LONGEST_FORMAT && i < end && text[i] == close;
    }

    /** {@code @Value}, {@code @string/hint} and {@code @Microsoft.KeyVault(…)}. */
    private static boolean attribute(byte[] text, int at, int end) {
        int word = Bytes.runEnd(text, at, end, Bytes.LETTER);
        return word == end || (word - at > LONGEST_FORMAT && (text[word] == '/' || text[word] == '.'));
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
            if (!Bytes.is(text[i], Bytes.HOST) && text[i] != '$' && ":/@".indexOf(text[i]) < 0) {
                return false;
            }
        }
        return !(upper && lower && digit);
    }

    /** {@code %s}, {@code %(x)s}, {@code %{x}} and {@code %X%}. */
    private static boolean format(byte[] text, int at, int end) {
        if (end - at < LONGEST_FORMAT || text[at] == '(' || text[at] == '{' || text[end - 1] == '%') {
            return true;
        }
        return holds(text, at, end, '%') && !Bytes.is(text[at + 1], Bytes.WORD);
    }

    /**
     * Whether brackets or dollar signs inside make it an expression: a call, an index, a type or a text that is put together.
     *
     * @param behind the byte in front of which a value without quotes ends
     * @param quoted whether it is surely a text; else only what looks made by chance is one
     */
    public static boolean code(byte[] text, int start, int end, byte behind, boolean quoted) {
        int any = Bytes.any(text, start, end);
        boolean brackets = false;
        for (int i = start; i < end; i++) {
            brackets |= text[i] != '$' && BRACKETS.has(text[i]);
            boolean next = i + 1 < end;
            if (next && (text[i] == '$' || text[i] == '{') && (text[i + 1] == '{' || text[i + 1] == '(')) {
                return true;
            }
        }
        if (quoted) {
            return false;
        }
        byte last = text[end - 1];
        boolean call = holds(text, start, end, '(') && (behind == ')' || last == ')' || behind == ',');
        boolean index = holds(text, start, end, '[') && (behind == ']' || last == ']');
        boolean typed = holds(text, start, end, '<') && (behind == '>' || last == '>');
        boolean mixed = (any & Bytes.DIGIT) != 0 && (any & Bytes.LETTER) != 0;
        boolean bothCases = (any & Bytes.UPPER) != 0 && (any & Bytes.LOWER) != 0;
        boolean random = mixed && (!brackets || bothCases || end - start >= LONG);
        return call || index || typed || OPENING.has(last) || !random;
    }

    private static boolean holds(byte[] text, int start, int end, char mark) {
        for (int i = start; i < end; i++) {
            if (text[i] == mark) {
                return true;
            }
        }
        return false;
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
