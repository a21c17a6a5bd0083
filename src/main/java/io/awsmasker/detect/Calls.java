package io.awsmasker.detect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names among the arguments of calls in programs: {@code aws.String("x")} around a value, {@code dynamodb.Table("x")},
 * {@code Bucket.fromBucketName(this, "Id", "x")}. The word of the call tells what its argument names, so that no key need
 * stand there. Reads a bounded way to either side of the opening bracket.
 */
final class Calls {
    private static final int LONGEST_WORD = 48;
    private static final int LONGEST_ARGUMENT = 96;
    private static final int LONGEST_RECEIVER = 64;

    /** Functions that only hand a text on in another form. */
    private static final WordTable WRAPPERS =
            new WordTable(Words.set("string str ptr stringptr strptr stringvalue tostring some just s"));

    /** Calls of the SDKs whose first argument is a name whoever they are called on. */
    private static final TypeWords FIRST = new TypeWords(Map.ofEntries(
            Map.entry("objectsummary", IdentifierType.BUCKET),
            Map.entry("bucketpolicy", IdentifierType.BUCKET),
            Map.entry("doesbucketexist", IdentifierType.BUCKET),
            Map.entry("doesbucketexistv2", IdentifierType.BUCKET),
            Map.entry("get_queue_by_name", IdentifierType.SQS)));

    /** Calls whose word is one of everyday, so that the service must stand in what they are called on. */
    private static final TypeWords OF_SERVICE = new TypeWords(Map.ofEntries(
            Map.entry("table", IdentifierType.DDB),
            Map.entry("object", IdentifierType.BUCKET),
            Map.entry("loggroup", IdentifierType.LOGGROUP),
            Map.entry("stack", IdentifierType.STACK),
            Map.entry("group", IdentifierType.IAMGROUP),
            Map.entry("instanceprofile", IdentifierType.INSTPROF),
            Map.entry("download_file", IdentifierType.BUCKET),
            Map.entry("download_fileobj", IdentifierType.BUCKET)));

    /** Calls of services whose second argument is a name. */
    private static final TypeWords SECOND_OF_SERVICE =
            new TypeWords(Map.of("upload_file", IdentifierType.BUCKET, "upload_fileobj", IdentifierType.BUCKET));

    private static final WordTable SERVICES =
            new WordTable(Words.set("dynamodb ddb dynamo s3 iam cloudformation cfn logs"));

    private Calls() {}

    /** Where the argument of the call begins that begins at {@code at} and only wraps a text, or {@code at}. */
    static int unwrapped(byte[] text, int at, int to) {
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
    static @Nullable IdentifierType first(byte[] text, int from, int open) {
        IdentifierType type = FIRST.find(text, wordStart(text, from, open), open);
        return type == null ? ofService(OF_SERVICE, text, from, open) : type;
    }

    /** The type of the second argument of the call whose bracket stands at {@code open}, or null. */
    static @Nullable IdentifierType second(byte[] text, int from, int open) {
        return ofService(SECOND_OF_SERVICE, text, from, open);
    }

    private static @Nullable IdentifierType ofService(TypeWords words, byte[] text, int from, int open) {
        int word = wordStart(text, from, open);
        if (word - 1 <= from || text[word - 1] != '.') {
            return null;
        }
        IdentifierType type = words.find(text, word, open);
        return type != null && onService(text, from, word - 1) ? type : null;
    }

    /** Where the third argument of {@code fromBucketName(this, "Id", "x")} begins, whose bracket stands there, or -1. */
    static int imported(byte[] text, int from, int open, int to) {
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

    /** Where the word for what is imported ends: in front of a number of the call's version. */
    static int importedEnd(byte[] text, int open) {
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
