package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Secrets under a key that says so. The value need not be plain: quoted, it goes to the quote that closes it. */
final class Secrets {
    private static final int LONGEST = 8192;
    private static final int LONGEST_WORD = 24;
    private static final int MOST_SPACES = 3;

    private static final Set<String> PLACEHOLDERS = Words.set(
            "password passwd pass secret token string null none true false changeit required optional "
                    + "undefined redacted hidden username yourpassword object function options option argument arguments flag parameter prompt");

    private Secrets() {}

    /**
     * Proposes the secret that begins at {@code start}.
     *
     * @param escapes how many backslashes stand in front of the opening quote, or -1 if there is none
     * @param sure whether an option says that the value is one, so that letters alone can be a secret too
     * @return the offset behind the value and its closing quote, or -1
     */
    static int read(
            byte[] text,
            int start,
            int to,
            int escapes,
            byte quote,
            boolean sure,
            IdentifierType type,
            Candidates found) {
        int close = scanned(text, start, to, escapes, quote);
        if (close < to && (escapes >= 0 ? text[close] != quote : !endsBare(text[close]))) {
            return -1;
        }
        int end = close - (escapes > 0 ? Math.min(escapes, close - start) : 0);
        if (accepts(text, start, end, escapes >= 0 || sure, type)) {
            found.name(type, start, end);
        }
        return escapes < 0 ? end : close + 1;
    }

    /** Proposes a whole passage that stands under a secret's key. */
    static void propose(byte[] text, int start, int end, IdentifierType type, Candidates found) {
        if (end - start <= LONGEST && accepts(text, start, end, true, type)) {
            found.name(type, start, end);
        }
    }

    /** Where the reading of a secret stops: at its closing quote or delimiter, or where no secret can go on. */
    static int scanned(byte[] text, int start, int to, int escapes, byte quote) {
        int limit = Math.min(to, start + LONGEST);
        int end = start;
        int slashes = 0;
        int spaces = 0;
        while (end < limit && !(escapes >= 0 ? text[end] == quote && slashes <= escapes : endsBare(text[end]))) {
            slashes = text[end] == '\\' ? slashes + 1 : 0;
            spaces += text[end] == ' ' ? 1 : 0;
            if (text[end] == '\n' || spaces > MOST_SPACES) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean accepts(byte[] text, int start, int end, boolean quoted, IdentifierType type) {
        int length = end - start;
        if (type == IdentifierType.CVV) {
            return (length == 3 || length == 4) && Bytes.runEnd(text, start, end, Bytes.DIGIT) == end;
        }
        if (length < 4
                || "<${*!&(%[@".indexOf(text[start]) >= 0
                || Words.constant(text, start, end)
                || Bytes.at(text, start, end, "http")
                || placeholder(text, start, end)) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        int marks = 0;
        int code = 0;
        int spaces = 0;
        for (int i = start; i < end; i++) {
            digits += Bytes.is(text[i], Bytes.DIGIT) ? 1 : 0;
            letters += Bytes.is(text[i], Bytes.LETTER) ? 1 : 0;
            marks += "!#%^&*+=~?/@-".indexOf(text[i]) >= 0 ? 1 : 0;
            spaces += text[i] == ' ' ? 1 : 0;
            code += "()[]{}<>$".indexOf(text[i]) >= 0 ? 1 : 0;
        }
        if (spaces > 0 && digits == 0) {
            return false;
        }
        if (type == IdentifierType.PASSWORD) {
            return quoted ? letters + digits + marks > 0 : code == 0 && digits + marks > 0 && length >= 6;
        }
        if (type == IdentifierType.SIG && (start == 0 || text[start - 1] != '=')) {
            return false;
        }
        boolean aws = quoted && (type == IdentifierType.SECRETKEY || type == IdentifierType.SESSIONTOKEN);
        return code == 0 && letters > 0 && (aws ? length >= 8 : length >= 16 && digits > 0);
    }

    /** Whether it is a word that stands for a secret in examples. */
    static boolean placeholder(byte[] text, int start, int end) {
        if (end - start > LONGEST_WORD) {
            return false;
        }
        String word = new String(text, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.contains(word.replace("-", "").replace("_", "")) || word.startsWith("arn:");
    }

    private static boolean endsBare(byte b) {
        return (b <= ' ' && b >= 0) || "\"'\\,;`&)|<>".indexOf(b) >= 0;
    }
}
