package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Values behind a word in quotes: {@code getenv("DB_PASSWORD", "x")}, {@code ["--password", "x"]}, {@code login("ana", "x")}.
 * The call's or the list's form says that the next text belongs to the word. Reads a bounded way behind the anchor.
 */
public final class Arguments {
    private static final int LONGEST = 96;
    private static final int MOST_BLANKS = 64;
    private static final int LONGEST_WORD = 48;
    private static final int LONGEST_DEFAULT = 256;
    private static final Marks ENDS_DEFAULT = Marks.of("}{\"'`\\\n\r");
    private static final WordTable AUTH = new WordTable(Words.set("auth"));
    private static final WordTable CONNECTION = new WordTable(Words.set("connection"));

    /** With which the address of a database begins that a program opens with a user and a password. */
    private static final String JDBC = "jdbc:";

    /** Last words of calls that take a key and its value. */
    private static final WordTable KEYED = new WordTable(Words.set(
            "get set put env getenv setenv putenv environment property define default setdefault fetch setting entry"));

    /** Last words of calls that take a user and a password. */
    private static final WordTable LOGINS = new WordTable(Words.set("login auth authentication credentials"));

    private Arguments() {}

    /** Proposes what stands behind the quoted first argument of the call whose bracket stands at {@code open}. */
    public static void ofCall(Keys keys, byte[] text, int from, int open, int to, Values values) {
        int word = lastWord(text, from, open);
        if (LOGINS.contains(text, word, open)) {
            login(text, open + 1, to, values);
            return;
        }
        if (CONNECTION.contains(text, word, open) || Bytes.at(text, behindQuote(text, open + 1, to), to, JDBC)) {
            ofConnection(text, from, open, to, values);
            return;
        }
        IdentifierType second = Calls.second(text, from, open);
        if (second == null && !KEYED.contains(text, word, open)) {
            return;
        }
        int start = behindQuote(text, open + 1, to);
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.NAME);
        int value = second(text, end, to);
        IdentifierType type = value < 0 || second != null ? second : keys.find(text, start, end);
        if (value >= 0 && type != null && !same(text, start, end, value, to)) {
            values.read(type, value, true);
        }
    }

    /** Proposes the password of {@code auth=("ana", "x")}. */
    public static void ofLogin(byte[] text, int from, int open, int to, Values values) {
        int end = open;
        while (end > from && open - end < 4 && (text[end - 1] == ' ' || text[end - 1] == '=')) {
            end--;
        }
        int word = lastWord(text, from, end);
        if (end < open && AUTH.contains(text, word, end)) {
            login(text, open + 1, to, values);
        }
    }

    /** Proposes the password of {@code getConnection(url, "ana", "x")}, whose bracket stands at {@code open}. */
    public static void ofConnection(byte[] text, int from, int open, int to, Values values) {
        int argument = behindBlanks(text, open + 1, to);
        boolean jdbc = Bytes.at(text, behindQuote(text, argument, to), to, JDBC);
        if (!jdbc && !CONNECTION.contains(text, lastWord(text, from, open), open)) {
            return;
        }
        int url = argument;
        while (url < Math.min(to, open + LONGEST_DEFAULT)
                && text[url] != ','
                && text[url] != '\n'
                && text[url] != '(') {
            url++;
        }
        int user = comma(text, url, to);
        if (user >= 0) {
            login(text, user, to, values);
        }
    }

    private static void login(byte[] text, int at, int to, Values values) {
        int start = behindQuote(text, at, to);
        int user = start;
        while (start > at
                && user < Math.min(to, start + LONGEST)
                && text[user] > ' '
                && !quote(text[user])
                && text[user] != '\\') {
            user++;
        }
        int value = user == start ? -1 : second(text, user, to);
        int end = value < 0 ? to : behindQuote(text, value, to);
        while (end < Math.min(to, value + LONGEST) && text[end] >= ' ' && !quote(text[end])) {
            end++;
        }
        if (end + 1 < to && value >= 0 && quote(text[end]) && text[end + 1] == ')') {
            values.read(IdentifierType.PASSWORD, value, true);
        }
    }

    /**
     * Where the value stands of the option that stands at {@code [dash, end)} as a text or an item of a list, or -1.
     */
    public static int ofOption(byte[] text, int from, int dash, int end, int to) {
        int value = -1;
        if (dash > from && quote(text[dash - 1]) && (text[end] == '\\' || text[end] == text[dash - 1])) {
            value = declares(text, from, dash - 1) ? -1 : second(text, end, to);
            value = value < 0 ? item(text, end + 1, to) : value;
        } else if (dash - 2 >= from && text[dash - 1] == ' ' && text[dash - 2] == '-') {
            value = item(text, end, to);
        }
        int start = behindQuote(text, Math.max(0, value), to);
        return start < to && (text[start] != '-' || drawn(text, start, to)) ? value : -1;
    }

    /** Whether the option is the first argument of a call, which says what a program's own option is called. */
    private static boolean declares(byte[] text, int from, int quote) {
        int i = quote;
        while (i > from && text[i - 1] == '\\') {
            i--;
        }
        return i > from && text[i - 1] == '(';
    }

    /** Whether the text that begins at {@code start} looks drawn by chance although a hyphen begins it. */
    private static boolean drawn(byte[] text, int start, int to) {
        int end = start;
        while (end < Math.min(to, start + LONGEST) && text[end] > ' ' && !quote(text[end]) && text[end] != '\\') {
            end++;
        }
        int any = Bytes.any(text, start, end);
        return (any & Bytes.UPPER) != 0 && (any & Bytes.LOWER) != 0 && (any & Bytes.DIGIT) != 0;
    }

    /** Proposes {@code x} in {@code [--password, x]}, whose option of a list without quotes is {@code [dash, end)}. */
    public static void ofFlow(IdentifierType type, byte[] text, int from, int dash, int end, int to, Values values) {
        int open = dash;
        while (open > from && dash - open < LONGEST_DEFAULT && text[open - 1] != '\n' && text[open - 1] != ']') {
            open--;
            if (text[open] == '[') {
                break;
            }
        }
        int value = behindBlanks(text, end + 1, to);
        if (value < to && quote(text[value])) {
            values.read(type, value, true);
            return;
        }
        int stop = value;
        while (stop < Math.min(to, value + LONGEST) && ",]\"'`\n\\".indexOf(text[stop]) < 0) {
            stop++;
        }
        boolean ends = stop > value && stop < to && (text[stop] == ',' || text[stop] == ']');
        if (open < dash && text[open] == '[' && ends && (text[value] != '-' || drawn(text, value, stop))) {
            values.cell(type, value, stop);
        }
    }

    /**
     * Proposes the value of {@code ${KEY:x}} and {@code ${KEY:-x}}, whose bracket stands at {@code open}. What a shell takes
     * instead, {@code BUCKET="${1:-x}"}, is what the variable is that it sets.
     */
    public static void ofPlaceholder(Keys keys, byte[] text, int from, int open, int to, Values values) {
        int key = open + 1;
        int keyEnd = Bytes.runEnd(text, key, Math.min(to, key + LONGEST), Bytes.HOST);
        if (keyEnd == key || keyEnd + 1 >= to || text[keyEnd] != ':') {
            return;
        }
        boolean shell = text[keyEnd + 1] == '-' || text[keyEnd + 1] == '=';
        int value = shell ? keyEnd + 2 : keyEnd + 1;
        int end = value;
        while (end < Math.min(to, value + LONGEST_DEFAULT) && !ENDS_DEFAULT.has(text[end])) {
            end++;
        }
        boolean closed = end > value && end < to && text[end] == '}';
        IdentifierType type = closed ? keys.find(text, key, keyEnd) : null;
        boolean joined = shell && closed && Words.joined(text, value, end);
        type = type == null && joined ? set(keys, text, from, open) : type;
        if (type != null
                && (type.secret() || joined || Words.compound(text, key, keyEnd))
                && text[value] != '?'
                && text[value] != '+') {
            values.cell(type, value, end);
        }
    }

    /** What the variable is that is set to what the bracket at {@code open} begins, or null. */
    private static @Nullable IdentifierType set(Keys keys, byte[] text, int from, int open) {
        int end = open - 1;
        end = end > from && text[end - 1] == '"' ? end - 1 : end;
        boolean sets = end - 1 > from && text[end - 1] == '=';
        IdentifierType type = sets ? keys.find(text, from, end - 1) : null;
        return type == null || type.secret() ? null : type;
    }

    /**
     * Where the key of {@code config["password"] = "x"} ends whose bracket ends at {@code bracket}, or {@code from} if what
     * stands behind {@code separator} is no text in quotes but a variable.
     */
    public static int ofSubscript(byte[] text, int from, int bracket, int separator, int to) {
        int value = behindBlanks(text, separator + 1, to);
        if (behindQuote(text, value, to) == value) {
            return from;
        }
        int end = bracket - 2;
        while (end > from && text[end - 1] == '\\') {
            end--;
        }
        return end;
    }

    /** Where the text begins that stands behind the closing quote at {@code at} and a comma, or -1. */
    public static int second(byte[] text, int at, int to) {
        int close = behindSlashes(text, at, to);
        int value = close < to && quote(text[close]) ? comma(text, close + 1, to) : -1;
        return value >= 0 && behindQuote(text, value, to) > value ? value : -1;
    }

    private static int comma(byte[] text, int at, int to) {
        return at < to && text[at] == ',' ? behindBlanks(text, at + 1, to) : -1;
    }

    /** Where the item of the next line begins, or -1. */
    private static int item(byte[] text, int at, int to) {
        int line = at < to && text[at] == '\r' ? at + 1 : at;
        int hyphen = line < to && text[line] == '\n' ? behindBlanks(text, line, to) : to;
        return hyphen + 2 < to && text[hyphen] == '-' && text[hyphen + 1] == ' ' ? hyphen + 2 : -1;
    }

    private static int behindBlanks(byte[] text, int at, int to) {
        int i = at;
        while (i < to
                && i - at < MOST_BLANKS
                && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static int behindSlashes(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < MOST_BLANKS && text[i] == '\\') {
            i++;
        }
        return i;
    }

    /** Behind the quote that stands at {@code at}, perhaps escaped, or {@code at}. */
    public static int behindQuote(byte[] text, int at, int to) {
        int i = behindSlashes(text, at, to);
        return i < to && quote(text[i]) ? i + 1 : at;
    }

    private static boolean same(byte[] text, int start, int end, int value, int to) {
        int word = behindQuote(text, value, to);
        int stop = Bytes.runEnd(text, word, Math.min(to, word + LONGEST), Bytes.NAME);
        return stop - word == end - start && Words.same(text, start, end, word, stop);
    }

    /** Where the last word of the name begins that ends at {@code end}: {@code Property} in {@code setProperty}. */
    private static int lastWord(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST_WORD && Bytes.is(text[start - 1], Bytes.ALNUM)) {
            start--;
            boolean hump = start > from && Bytes.is(text[start], Bytes.UPPER) && Bytes.is(text[start - 1], Bytes.LOWER);
            if (hump) {
                break;
            }
        }
        return start;
    }

    private static boolean quote(byte b) {
        return b == '"' || b == '\'' || b == '`';
    }
}
