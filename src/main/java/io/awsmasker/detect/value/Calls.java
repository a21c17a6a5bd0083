package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.words.WordMap;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names among the arguments of calls in programs: {@code aws.String("x")} around a value, {@code dynamodb.Table("x")},
 * {@code Bucket.fromBucketName(this, "Id", "x")}. The word of the call tells what its argument names, so that no key need
 * stand there. Reads a bounded way to either side of the opening bracket.
 */
public final class Calls {
    private static final int LONGEST_WORD = 48;
    private static final int LONGEST_ARGUMENT = 96;
    private static final int LONGEST_RECEIVER = 64;

    /** Functions that only hand a text on in another form. */
    private static final WordTable WRAPPERS = new WordTable(
            Words.set("string str ptr stringptr strptr stringvalue tostring some just s format sprintf secretstr"));

    /** What a call names by its first argument, of whatever it is called on or only of a service. */
    private record Named(IdentifierType type, boolean ofService) {}

    /** Calls of S3 whose second argument is the bucket. */
    private static final WordTable UPLOADS = new WordTable(Words.set("upload_file upload_fileobj"));

    private static final WordMap<Named> NAMED;
    private static final WordTable SERVICES;

    static {
        Map<String, Named> named = new HashMap<>();
        Set<String> services = new HashSet<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().words(Grammar.Column.CALL)) {
                int dot = entry.indexOf('.');
                named.put(entry.substring(dot + 1), new Named(type, dot > 0));
                if (dot > 0) {
                    services.add(entry.substring(0, dot));
                }
            }
        }
        NAMED = new WordMap<>(named);
        SERVICES = new WordTable(services);
    }

    /** What Python writes in front of a string. */
    private static final String PREFIXES = "ubrf";

    private Calls() {}

    /** Where the argument of the call begins that begins at {@code at} and only wraps a text, or {@code at}. */
    static int unwrapped(byte[] text, int at, int to) {
        if (at + 1 < to && quote(text[at + 1])) {
            return PREFIXES.indexOf(text[at]) >= 0 ? at + 1 : at;
        }
        int word = at;
        int end = at;
        int limit = Math.min(to, at + LONGEST_WORD);
        while (end < limit && (Bytes.is(text[end], Bytes.WORD) || text[end] == '.')) {
            word = text[end] == '.' ? end + 1 : word;
            end++;
        }
        boolean call = end > word && end + 1 < to && text[end] == '(' && quote(text[end + 1]);
        return call && WRAPPERS.contains(text, word, end) ? end + 1 : at;
    }

    /** The type of the quoted first argument behind the bracket at {@code open}, or null. */
    public static @Nullable IdentifierType first(byte[] text, int from, int open) {
        int word = wordStart(text, from, open);
        Named named = NAMED.find(text, word, open);
        if (named == null || !named.ofService()) {
            return named == null ? null : named.type();
        }
        return called(text, from, word) ? named.type() : null;
    }

    /** The type of the quoted second argument behind the bracket at {@code open}, or null. */
    static @Nullable IdentifierType second(byte[] text, int from, int open) {
        int word = wordStart(text, from, open);
        return UPLOADS.contains(text, word, open) && called(text, from, word) ? IdentifierType.BUCKET : null;
    }

    private static boolean called(byte[] text, int from, int word) {
        return word - 1 > from && text[word - 1] == '.' && onService(text, from, word - 1);
    }

    /** Whether the word that ends at {@code end} is a function of a template, as in Packer's {@code {{user `region`}}}. */
    public static boolean ofTemplate(byte[] text, int from, int end) {
        int word = wordStart(text, from, end);
        while (word > from && end - word < LONGEST_WORD && text[word - 1] == ' ') {
            word--;
        }
        return word - 2 >= from && text[word - 1] == '{' && text[word - 2] == '{';
    }

    /** Where the third argument of {@code fromBucketName(this, "Id", "x")} begins, whose bracket stands there, or -1. */
    public static int imported(byte[] text, int from, int open, int to) {
        byte last = text[open - 1];
        if ((last != 'e' && last != '2') || open + 1 >= to || !Bytes.is(text[open + 1], Bytes.LETTER)) {
            return -1;
        }
        if (!Bytes.at(text, wordStart(text, from, open), open, "from")) {
            return -1;
        }
        int scope = Bytes.runEnd(text, open + 1, Math.min(to, open + LONGEST_ARGUMENT), Bytes.HOST);
        int id = next(text, scope, to);
        if (id < 0 || !quote(text[id])) {
            return -1;
        }
        int end = id + 1;
        while (end < Math.min(to, id + LONGEST_ARGUMENT) && text[end] != text[id] && text[end] != '\n') {
            end++;
        }
        int value = end < to && text[end] == text[id] ? next(text, end + 1, to) : -1;
        return value >= 0 && quote(text[value]) ? value : -1;
    }

    /** Where the text in quotes begins that stands on the line behind the bracket at {@code open}, or -1. */
    public static int nextLine(byte[] text, int open, int to) {
        int i = open + 1;
        while (i < to
                && i - open < LONGEST_ARGUMENT
                && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) {
            i++;
        }
        return i > open + 1 && i < to && quote(text[i]) ? i : -1;
    }

    /** Where the object stands that is the argument behind the quoted first one of the call at {@code open}, or -1. */
    public static int object(byte[] text, int open, int to) {
        int end = open + 2;
        while (end < Math.min(to, open + LONGEST_ARGUMENT) && text[end] != text[open + 1] && text[end] != '\n') {
            end++;
        }
        int object = end < to && text[end] == text[open + 1] ? next(text, end + 1, to) : -1;
        return object >= 0 && text[object] == '{' ? object : -1;
    }

    /** Where the word for what is imported ends: in front of a number of the call's version. */
    public static int importedEnd(byte[] text, int open) {
        return text[open - 2] == 'V' && Bytes.is(text[open - 1], Bytes.DIGIT) ? open - 2 : open;
    }

    /** Where the argument behind the comma at {@code at} begins, or -1. */
    private static int next(byte[] text, int at, int to) {
        if (at >= to || text[at] != ',') {
            return -1;
        }
        int i = at + 1;
        while (i < to && i - at < LONGEST_ARGUMENT && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t')) {
            i++;
        }
        return i < to ? i : -1;
    }

    /** Whether a word of what ends at {@code dot} names the service: {@code dynamodb.}, {@code boto3.resource('s3').} */
    private static boolean onService(byte[] text, int from, int dot) {
        int end = dot;
        int lowest = Math.max(from, dot - LONGEST_RECEIVER);
        for (int i = dot - 1; i >= lowest - 1; i--) {
            boolean inside = i >= lowest && Bytes.is(text[i], Bytes.ALNUM);
            if (!inside) {
                if (SERVICES.contains(text, i + 1, end)) {
                    return true;
                }
                if (i < lowest || text[i] <= ' ' || ";,=".indexOf(text[i]) >= 0) {
                    return false;
                }
                end = i;
            }
        }
        return false;
    }

    private static int wordStart(byte[] text, int from, int open) {
        int start = open;
        while (start > from && open - start < LONGEST_WORD && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        return start;
    }

    private static boolean quote(byte b) {
        return b == '"' || b == '\'' || b == '`';
    }
}
