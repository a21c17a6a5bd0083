package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Composed;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.secret.Cookies;
import io.awsmasker.detect.secret.SecretStrings;
import io.awsmasker.detect.secret.Secrets;
import io.awsmasker.detect.secret.YamlBlock;
import io.awsmasker.detect.words.ErrorCodes;
import io.awsmasker.detect.words.Variables;

/**
 * Reads what stands under a key: one value or a list, quoted at any level of escaping or bare, and decides by the type
 * whether it is an identifier. Lists are read no further than their last plain value, and never twice.
 */
public final class Values {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST = 1024;
    private static final int LONGEST_KEY = 64;

    /** How Erlang begins a string. */
    private static final String BINARY = "<<\"";

    /** What {@code kubectl describe} draws between a key and its value. */
    private static final String RULE = "\n----\n";

    /** In front of the name of a snapshot that RDS itself has made. */
    private static final String AUTOMATED = "rds:";

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final YamlBlock blocks = new YamlBlock();
    private int listEnd;
    private int bareSecretEnd;
    private int cookiesEnd;
    private int secretStringEnd;

    public Values(Passage passage, Candidates found) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.listEnd = passage.start();
    }

    /** Proposes the values that begin at {@code at}, directly behind the separator. */
    public void read(IdentifierType type, int at, boolean option) {
        int i = spaces(at, at + MOST_SPACES, false);
        i = Bytes.at(text, i, to, BINARY) ? i + BINARY.length() - 1 : i;
        if (i < to && text[i] == '\n' && Bytes.at(text, i, to, RULE)) {
            one(type, i + RULE.length(), true);
            return;
        }
        i = quotedBelow(i);
        if (type.secret() && !option) {
            if (type == IdentifierType.PASSWORD && i > at && PlainScalars.words(text, from, at, i, to, found)) {
                return;
            }
            if (blocks.read(text, from, at - 1, i, to, type, found)) {
                return;
            }
            i = PlainScalars.nextLine(text, i, to);
        }
        if (i < to && text[i] == '[' && i >= listEnd) {
            list(type, i + 1);
        } else if (i < to && i >= listEnd && (text[i] == '\n' || text[i] == '\r' || text[i] == '\\')) {
            dashes(type, i);
        } else {
            int end = one(type, i, option);
            if (end > 0 && Bytes.at(text, end, to, " -> ")) {
                one(type, end + 4, option);
            }
        }
    }

    /** Where the quotes begin that stand on the next line, or {@code at}. */
    private int quotedBelow(int at) {
        if (at >= to || (text[at] != '\n' && text[at] != '\r')) {
            return at;
        }
        int value = spaces(at, Math.min(to, at + MOST_SPACES), true);
        return value < to && (text[value] == '"' || text[value] == '\'') ? value : at;
    }

    /** Proposes the cell {@code [start, end)} of a table. */
    public void cell(IdentifierType type, int start, int end) {
        if (type.secret()) {
            Secrets.propose(text, start, end, type, found);
        } else {
            Names.propose(text, start, end, true, type, found);
        }
    }

    /** A list as YAML writes it, one value behind a hyphen on each line. */
    private void dashes(IdentifierType type, int at) {
        int i = at;
        while (true) {
            i = spaces(i, to, true);
            if (i + 2 >= to || text[i] != '-' || text[i + 1] != ' ') {
                break;
            }
            int end = record(i + 2) ? -1 : one(type, i + 2, false);
            if (end < 0) {
                break;
            }
            i = end;
        }
        listEnd = Math.max(listEnd, i);
        if (i == at && text[at] == '\\') {
            one(type, at, false);
        }
    }

    /** Whether a key begins at {@code at}, with which YAML begins a record and no value. */
    private boolean record(int at) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST_KEY), Bytes.HOST);
        return end + 1 < to && text[end] == ':' && (text[end + 1] == ' ' || text[end + 1] == '\n');
    }

    private void list(IdentifierType type, int at) {
        int i = at;
        while (i < to) {
            i = spaces(i, to, true);
            if (i >= to || text[i] == ']' || text[i] == '[' || text[i] == '{') {
                break;
            }
            int end = one(type, i, false);
            if (end < 0) {
                break;
            }
            i = spaces(end, to, true);
            if (i >= to || text[i] != ',') {
                break;
            }
            i++;
        }
        listEnd = Math.max(listEnd, i);
    }

    /** Proposes one value; returns the offset behind it and its closing quote, or -1 when it is not a plain value. */
    private int one(IdentifierType type, int begin, boolean option) {
        int argument = begin < to && Bytes.is(text[begin], Bytes.LETTER) ? Calls.unwrapped(text, begin, to) : begin;
        int at = type.secret() ? argument : Composed.text(text, argument, to);
        int html = HtmlQuotes.at(text, at, to);
        if (html > 0) {
            return inHtml(type, at + html);
        }
        int quote = at;
        while (quote < to && text[quote] == '\\') {
            quote++;
        }
        boolean quoted = quote < to && (text[quote] == '"' || text[quote] == '\'' || text[quote] == '`');
        if (!quoted && quote > at) {
            return -1;
        }
        int start = quoted ? quote + 1 : at;
        if (type == IdentifierType.COOKIE) {
            cookiesEnd = start < cookiesEnd ? cookiesEnd : Cookies.read(text, start, to, found) + start - at;
            return cookiesEnd;
        }
        if (type.secret()) {
            if (!quoted && start < bareSecretEnd) {
                return -1;
            }
            if (quoted && SecretStrings.begins(text, start, to) && start >= secretStringEnd) {
                secretStringEnd = SecretStrings.read(text, start, to, quote - at, text[quote], type, found);
                return secretStringEnd;
            }
            bareSecretEnd = quoted ? bareSecretEnd : Secrets.scanned(text, from, start, to, -1, (byte) 0);
            return Secrets.read(
                    text,
                    from,
                    start,
                    to,
                    quoted ? quote - at : -1,
                    quoted ? text[quote] : 0,
                    option && closed(start),
                    type,
                    found);
        }
        if (type == IdentifierType.RDSSNAP && Bytes.at(text, start, to, AUTOMATED)) {
            start += AUTOMATED.length();
        }
        int end = start;
        int limit = Math.min(to, start + LONGEST);
        while (end < limit && (quoted ? inQuotes(text[end], text[quote]) : Bytes.is(text[end], Bytes.NAME))) {
            end++;
        }
        if (quoted && (end >= to || (text[end] != text[quote] && text[end] != '\\'))) {
            return -1;
        }
        if (!quoted && !option && (code(start, end) || ErrorCodes.is(text, start, end, to))) {
            return -1;
        }
        Names.propose(text, start, end, quoted || option, type, found);
        if (!quoted) {
            return end;
        }
        int close = end;
        while (close < to && text[close] == '\\') {
            close++;
        }
        return close < to && text[close] == text[quote] ? close + 1 : -1;
    }

    /** Whether the word that begins at {@code at} is not followed by another of a sentence. */
    private boolean closed(int at) {
        int end = at;
        while (end < to && end - at < LONGEST && text[end] > ' ' && text[end] != ';') {
            end++;
        }
        return end >= to || text[end] != ' ' || end + 1 >= to || !Bytes.is(text[end + 1], Bytes.ALNUM);
    }

    private int inHtml(IdentifierType type, int start) {
        int end = start;
        while (end < Math.min(to, start + LONGEST) && text[end] > ' ' && HtmlQuotes.at(text, end, to) == 0) {
            end++;
        }
        if (type.secret()) {
            Secrets.propose(text, start, end, type, found);
        } else {
            Names.propose(text, start, end, true, type, found);
        }
        return end;
    }

    /** A call or an attribute of a program: {@code user = args.user}, {@code role = find(…}. */
    private boolean code(int start, int end) {
        boolean dot = false;
        boolean digit = false;
        for (int i = start; i < end; i++) {
            dot |= text[i] == '.' && i + 1 < end;
            digit |= Bytes.is(text[i], Bytes.DIGIT) || text[i] == '-';
        }
        return (end < to && (text[end] == '(' || text[end] == '[' || (text[end] == '>' && text[end - 1] == '-')))
                || generic(start, end)
                || cmdlet(start, end)
                || (dot && (!digit || Variables.isType(text, start, end)))
                || Variables.isBeside(text, from, start, end)
                || Variables.is(text, from, start, end, to);
    }

    /** A type with its parameters, {@code bucket: HashMap<String, …}. */
    private boolean generic(int start, int end) {
        return end + 1 < to
                && text[end] == '<'
                && Bytes.is(text[start], Bytes.UPPER)
                && Bytes.is(text[end + 1], Bytes.UPPER)
                && Bytes.runEnd(text, start, end, Bytes.LETTER) == end;
    }

    /** What PowerShell calls, {@code $bucket = New-S3Bucket -BucketName …}: parameters follow that begin with a capital. */
    private boolean cmdlet(int start, int end) {
        int verb = Bytes.runEnd(text, start, end, Bytes.LETTER);
        return end + 2 < to
                && text[end] == ' '
                && text[end + 1] == '-'
                && Bytes.is(text[end + 2], Bytes.UPPER)
                && Bytes.is(text[start], Bytes.UPPER)
                && verb + 1 < end
                && text[verb] == '-'
                && Bytes.is(text[verb + 1], Bytes.UPPER);
    }

    private static boolean inQuotes(byte b, byte quote) {
        return b != quote && b != '\\' && b != '"' && (b >= ' ' || b < 0);
    }

    private int spaces(int at, int limit, boolean lines) {
        int i = at;
        while (i < to && i < limit) {
            boolean escaped =
                    text[i] == '\\' && i + 1 < to && (text[i + 1] == 'n' || text[i + 1] == 't' || text[i + 1] == 'r');
            if (lines && escaped) {
                i += 2;
            } else if (text[i] == ' ' || text[i] == '\t' || (lines && (text[i] == '\n' || text[i] == '\r'))) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }
}
