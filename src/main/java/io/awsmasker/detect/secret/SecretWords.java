package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.Variables;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that follow a word for them without a separator of data: {@code the password for prod is x}, {@code ENV
 * DB_PASSWORD x}, {@code login ana password x}, {@code aws configure set aws_secret_access_key x}. Found from the
 * {@code w} of password and the {@code k} of key and token, which are rare enough to be anchors.
 */
public final class SecretWords {
    private static final Marks BLANKS = Marks.of(" \n\t");
    private static final Marks ENDS = Marks.of("\"'`;,)<>\\");
    private static final Marks STOPS = Marks.of(".:!?");
    private static final Marks SIGNS = Marks.of("!#^&*+=~?$%");
    private static final int FAR = 64;
    private static final int MOST_FILLERS = 5;
    private static final int LONGEST = 128;

    /** What stands directly in front of the value in a sentence. */
    private static final WordTable LINKS =
            new WordTable(Words.set("is was to as equals now currently still just be it's"));

    /** Values of passwords' properties that have a digit. */
    private static final WordTable METHODS = new WordTable(
            Words.set("base64 sha1 sha256 sha384 sha512 md5 argon2 argon2i argon2id pbkdf2 sha-256 sha-512 sha-1 "
                    + "oauth2 oauth2.0 utf-8 utf8 ntlmv2 x509 ed25519 rs256 hs256 es256 tls1.2 tls1.3 ipv4 ipv6"));

    private final Keys keys;

    public SecretWords(Keys keys) {
        this.keys = keys;
    }

    /** Adds the secret behind the word one of whose letters stands at {@code at}. */
    public void find(byte[] text, int from, int at, int to, Candidates found) {
        int end = wordEnd(text, from, at, to);
        if (end < 0 || end >= to || !BLANKS.has(text[end])) {
            return;
        }
        if (Logins.ofNetrc(text, from, end, to, found)) {
            return;
        }
        IdentifierType type = type(text, from, at, end);
        if (type != null) {
            follow(text, end, Math.min(to, end + FAR), to, type, found);
        }
    }

    /** Where the word for a secret ends of which {@code text[at]} is a part, or -1. */
    private static int wordEnd(byte[] text, int from, int at, int to) {
        int end = -1;
        if ((text[at] | 32) == 'w') {
            if (at - 1 >= from && (text[at - 1] | 32) == 'p' && same(text, at + 1, to, "d")) {
                end = at + 2;
            } else if (at - 4 >= from && same(text, at - 4, to, "pass")) {
                end = same(text, at, to, "word") || same(text, at, to, "wort")
                        ? at + 4
                        : same(text, at, to, "wd") ? at + 2 : -1;
            }
        } else if (same(text, at, to, "key")) {
            end = at + 3;
        } else if (at - 2 >= from && same(text, at - 2, to, "token")) {
            end = at + 3;
        }
        return end >= 0 && Boundary.after(text, end, to) ? end : -1;
    }

    private @Nullable IdentifierType type(byte[] text, int from, int at, int end) {
        if ((text[at] | 32) == 'w') {
            return IdentifierType.PASSWORD;
        }
        IdentifierType type = keys.find(text, from, end);
        if (type != null) {
            return type.secret() ? type : null;
        }
        if (keys.harmless(text, from, end)) {
            return null;
        }
        int word = end - 3;
        boolean named = word - 4 >= from
                && (same(text, word - 4, end, "api ") || (word - 7 >= from && same(text, word - 7, end, "secret ")));
        return named || (text[end - 1] | 32) == 'n' ? IdentifierType.APIKEY : null;
    }

    /** Reads the words behind, as far as the value; only words of the sentence may stand between. */
    private void follow(byte[] text, int at, int limit, int to, IdentifierType type, Candidates found) {
        boolean direct = true;
        boolean linked = false;
        int fillers = 0;
        int i = at;
        while (i < limit && fillers <= MOST_FILLERS) {
            while (i < limit && (text[i] == ' ' || text[i] == '\t')) {
                i++;
            }
            int end = i;
            while (end < Math.min(to, i + LONGEST) && text[end] > ' ') {
                end++;
            }
            if (end == i || end == i + LONGEST) {
                return;
            }
            int letters = Bytes.runEnd(text, i, end, Bytes.LETTER | Bytes.UPPER);
            boolean arrow = "=:->".indexOf(text[i]) >= 0 && end - i <= 2;
            if (!arrow && letters < end && !(letters > i && text[letters] == '\'' && end - letters <= 2)) {
                value(text, i, end, direct, linked, type, found);
                return;
            }
            linked = arrow || LINKS.contains(text, i, end);
            direct = false;
            fillers++;
            i = end;
        }
    }

    private void value(
            byte[] text, int at, int stop, boolean direct, boolean linked, IdentifierType type, Candidates found) {
        boolean quoted = "\"'`".indexOf(text[at]) >= 0;
        int start = quoted ? at + 1 : at;
        int end = start;
        while (end < stop && !(quoted ? text[end] == text[at] : ENDS.has(text[end]))) {
            end++;
        }
        if (quoted && (end == stop || (!direct && !linked))) {
            return;
        }
        while (!quoted && end > start && STOPS.has(text[end - 1])) {
            end--;
        }
        int fewest = type == IdentifierType.PASSWORD ? (quoted || linked ? 5 : 8) : 16;
        boolean whole = quoted || end == stop || ".,;:!?)\"'`".indexOf(text[end]) >= 0;
        boolean called = type != IdentifierType.PASSWORD && Variables.called(text, start, end);
        boolean named = !quoted && (called || Attributes.is(keys, type, text, start, end));
        if (whole && (direct || linked) && end - start >= fewest && !named && secret(text, start, end)) {
            found.name(type, start, end);
        }
    }

    private static boolean secret(byte[] text, int start, int end) {
        int digits = 0;
        int letters = 0;
        int marks = 0;
        for (int i = start; i < end; i++) {
            digits += Bytes.is(text[i], Bytes.DIGIT) ? 1 : 0;
            letters += Bytes.is(text[i], Bytes.LETTER) ? 1 : 0;
            marks += SIGNS.has(text[i]) ? 1 : 0;
            if (text[i] == '(' || text[i] == '{' || text[i] == '[' || text[i] == '\\') {
                return false;
            }
        }
        return letters > 0
                && digits + marks > 0
                && "<${%/-.*@:".indexOf(text[start]) < 0
                && !Bytes.at(text, start, end, "arn:")
                && !Bytes.at(text, start, end, "http")
                && !METHODS.contains(text, start, end)
                && !METHODS.contains(text, start, Bytes.runEnd(text, start, end, Bytes.ALNUM))
                && !Regions.isLong(text, start, end);
    }

    private static boolean same(byte[] text, int at, int to, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= to || (text[at + i] | 32) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
