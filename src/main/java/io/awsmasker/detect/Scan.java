package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a passage. A table says for each byte whether an identifier can be recognised from it; most bytes cannot
 * begin anything and cost one look-up. Each recogniser reads a bounded number of bytes or bytes that no other anchor of
 * its kind reads again, so the pass is linear in the passage's length.
 */
final class Scan {
    private static final String HTML_QUOTE = "&quot;";
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_HEADER = 160;
    private static final byte[] ANCHORS = new byte[256];

    static {
        for (char c = '0'; c <= '9'; c++) {
            ANCHORS[c] = '0';
        }
        for (char c : "-:=._@AZJGD%/(>`+B{}[]|".toCharArray()) {
            ANCHORS[c] = (byte) c;
        }
    }

    private final Tables tables;
    private final Passage passage;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final PrivateKeys privateKeys = new PrivateKeys();
    private final Prose prose = new Prose();
    private final Nesting nesting = new Nesting();
    private int hostFloor;
    private @Nullable IdentifierType resource;

    Scan(Tables tables, Passage passage, Candidates found) {
        this.tables = tables;
        this.passage = passage;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = new Values(passage, found);
        this.hostFloor = from;
    }

    void run() {
        underKey();
        byte[] bytes = text;
        int end = to;
        int i = from;
        while (i < end) {
            byte anchor = ANCHORS[bytes[i] & 0xff];
            while (anchor == 0 && ++i < end) {
                anchor = ANCHORS[bytes[i] & 0xff];
            }
            i = anchor == 0 ? end : at(anchor, i);
        }
    }

    /** The whole passage is the value of the key under which it stands. */
    private void underKey() {
        String key = passage.key();
        if (key == null || from >= to) {
            return;
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        IdentifierType type = tables.keys.find(name, 0, name.length);
        if (type != null && type.secret()) {
            Secrets.propose(text, from, to, type, found);
        } else if (type != null) {
            Names.propose(text, from, to, true, type, found);
        }
    }

    private int at(byte anchor, int i) {
        switch (anchor) {
            case '0' -> {
                return digits(i);
            }
            case '-' -> {
                return hyphen(i);
            }
            case ':' -> colon(i);
            case '=' -> equalsSign(i);
            case '.' -> dot(i);
            case '{', '[' -> nesting.open(i);
            case '}', ']' -> nesting.close();
            case '_' -> {
                terraform(i);
                tables.credentials.atUnderscore(text, from, i, to, found);
                Pools.userPool(text, from, i, to, found);
            }
            case '@' -> Mails.find(text, from, i, to, found);
            case 'A' -> Credentials.atLetterA(text, from, i, to, found);
            case 'J', 'G', 'D' -> Credentials.atOpening(text, from, i, to, found);
            case 'Z' -> Zones.find(text, from, i, to, found);
            case 'B' -> Bearers.find(text, from, i, to, found);
            case '+' -> Phones.find(text, from, i, to, found);
            case '/' -> Paths.find(text, from, i, to, found);
            case '%' -> tables.arns.find(text, from, i, to, found);
            case '(', '`' -> called(i);
            case '>' -> element(i);
            case '|' -> cell(i);
            default -> {}
        }
        return i + 1;
    }

    private int digits(int i) {
        int end = Bytes.runEnd(text, i, to, Bytes.DIGIT);
        if (i > from && Bytes.is(text[i - 1], Bytes.LETTER) && !Boundary.before(text, from, i)) {
            return end;
        }
        tables.numbers.find(text, from, i, end, to, found);
        return end;
    }

    private int hyphen(int i) {
        if (i + 1 >= to) {
            return i + 1;
        }
        byte next = text[i + 1];
        if (next == '-') {
            return Bytes.at(text, i, to, "-----") ? privateKeys.find(text, i, to, found) : option(i);
        }
        if (i == from) {
            return i + 1;
        }
        byte before = text[i - 1];
        if (Bytes.is(before, Bytes.ALNUM) && Bytes.is(next, Bytes.ALNUM)) {
            int end = tables.prefixedIds.find(text, from, i, to, found);
            if (end > 0) {
                return end;
            }
            prose.find(text, from, i, to, found);
            if (before == 'p' || before == '2') {
                Ipv4.findInHost(text, from, i, to, found);
            }
            if (before == 'h') {
                SshKeys.find(text, from, i, to, found);
            }
            if (i + 3 < to && text[i + 3] == '-') {
                ColonGroups.findWithHyphens(text, from, i, to, found);
            }
            if (before == 'k' || before == 't' || (i - 2 >= from && text[i - 2] == 'o')) {
                Credentials.atHyphen(text, from, i, to, found);
            }
        }
        return i + 1;
    }

    /** {@code --bucket x}: returns where to read on. */
    private int option(int i) {
        int end = i + 2;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || (text[end] == '-' && text[end - 1] != '-'))) {
            end++;
        }
        if (end < to && (text[end] == ' ' || text[end] == '=') && end - i > 3) {
            IdentifierType type = tables.keys.find(text, i, end);
            if (type != null) {
                values.read(type, end + 1, true);
            }
        }
        return i + 2;
    }

    private void colon(int i) {
        if (i > from && text[i - 1] == 'n' && tables.arns.find(text, from, i, to, found)) {
            return;
        }
        if (i + 1 >= to) {
            return;
        }
        byte next = text[i + 1];
        if (next == '/') {
            Urls.find(text, from, i, to, found);
        } else if (next == ' '
                || next == '"'
                || next == '['
                || next == '{'
                || next == '\n'
                || next == '&'
                || next == '\\'
                || next == '\'') {
            key(i);
        } else {
            if (Bytes.is(next, Bytes.HEX) || next == ':') {
                ColonGroups.find(text, from, i, to, found);
            }
            Pools.identityPool(text, from, i, to, found);
        }
    }

    private void equalsSign(int i) {
        if (i + 1 < to && text[i + 1] != '=' && text[i + 1] != '>') {
            key(i);
        }
    }

    private void dot(int i) {
        int end = tables.hosts.find(text, hostFloor, i, to, found);
        hostFloor = Math.max(hostFloor, end);
    }

    private void key(int separator) {
        int end = separator;
        while (end > from && separator - end < 24 && Bytes.is(text[end - 1], Bytes.QUOTE)) {
            end--;
        }
        boolean html = end - HTML_QUOTE.length() > from
                && text[end - 1] == ';'
                && Bytes.at(text, end - HTML_QUOTE.length(), end, HTML_QUOTE);
        end = html ? end - HTML_QUOTE.length() : end;
        if (end > from) {
            readUnder(end, separator + 1);
            SecretKeys.value(text, separator + 1, to, found);
        }
    }

    /** {@code .bucket("x")} in code and {@code bucket `x`} in prose. */
    private void called(int i) {
        boolean quoted =
                i + 1 < to && (text[i] == '`' || text[i + 1] == '"' || text[i + 1] == '\'' || text[i + 1] == '\\');
        int end = i;
        while (text[i] == '`' && end > from && i - end < 4 && " `*".indexOf(text[end - 1]) >= 0) {
            end--;
        }
        if (quoted && end > from && Bytes.is(text[end - 1], Bytes.LETTER) && (text[i] != '`' || end < i)) {
            readUnder(end, text[i] == '`' ? i : i + 1);
        }
    }

    /** {@code |  BucketName  |  x  |}: a table with a key and a value on each line. */
    private void cell(int i) {
        int end = i;
        while (end > from && i - end < MOST_SPACES && text[end - 1] == ' ') {
            end--;
        }
        if (end > from && Bytes.is(text[end - 1], Bytes.LETTER)) {
            readUnder(end, i + 1);
        }
    }

    /** {@code <Bucket>x</Bucket>}. */
    private void element(int i) {
        if (i > from && i + 1 < to && Bytes.is(text[i - 1], Bytes.LETTER) && Bytes.is(text[i + 1], Bytes.WORD)) {
            int open = i - 1;
            while (open > from && i - open < 64 && Bytes.is(text[open], Bytes.WORD)) {
                open--;
            }
            if (text[open] == '<') {
                readUnder(i, i + 1);
            }
        }
    }

    private void readUnder(int keyEnd, int at) {
        IdentifierType type = tables.keys.find(text, from, keyEnd);
        int value = at;
        while (value < to && value - at < MOST_SPACES && text[value] == ' ') {
            value++;
        }
        if (value < to && (text[value] == '{' || text[value] == '[')) {
            boolean block = resource != null
                    && (ends(keyEnd, "attributes")
                            || ends(keyEnd, "values")
                            || ends(keyEnd, "after")
                            || ends(keyEnd, "before"));
            nesting.expect(value, block ? resource : type);
        }
        if (type == null && nesting.owner() != null && generic(keyEnd)) {
            type = nesting.owner();
        }
        if (type != null) {
            values.read(
                    type == IdentifierType.ACCOUNT && generic(keyEnd) ? IdentifierType.CANONICALID : type, at, false);
        }
    }

    /** Keys that mean what the object around them is. */
    private boolean generic(int keyEnd) {
        return ends(keyEnd, "name") || ends(keyEnd, "id");
    }

    /** Whether the whole key that ends at {@code keyEnd} is {@code word} in any case. */
    private boolean ends(int keyEnd, String word) {
        int start = keyEnd - word.length();
        if (start < from || !Boundary.before(text, from, start)) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[start + i] | 32) != word.charAt(i)) {
                return false;
            }
        }
        return start == from || text[start - 1] != '-';
    }

    /** Remembers the kind of the Terraform resource whose type is named here; its block may follow on the same line. */
    private void terraform(int underscore) {
        int start = underscore - 3;
        if (start > from && text[start - 1] == '"' && Bytes.at(text, start, underscore, "aws")) {
            resource = tables.terraform.find(text, start, to);
            int end = start;
            while (end < to
                    && end - start < LONGEST_HEADER
                    && text[end] != '{'
                    && text[end] != '\n'
                    && text[end] != ':') {
                end++;
            }
            if (end < to && text[end] == '{') {
                nesting.expect(end, resource);
            }
        }
    }
}
