package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Reads values by what stands around them: a key of JSON, YAML or an environment file, an option, a tag, a table cell, a
 * call, a Terraform block. The scan calls it where a separator stands; each method reads a bounded way to either side.
 */
final class Surroundings {
    private static final String HTML_QUOTE = "&quot;";
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_HEADER = 160;

    private final Tables tables;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Nesting nesting = new Nesting();
    private @Nullable IdentifierType resource;

    Surroundings(Tables tables, Passage passage, Candidates found) {
        this.tables = tables;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = new Values(passage, found);
    }

    /** An object or a list begins. */
    void open(int i) {
        nesting.open(i);
    }

    /** An object or a list ends. */
    void close() {
        nesting.close();
    }

    /** {@code --bucket x}: returns where to read on. */
    int option(int i) {
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

    /** {@code "Bucket": "x"} and {@code BUCKET=x}: a key in front of a separator, a value behind it. */
    void key(int separator) {
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
    void called(int i) {
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
    void cell(int i) {
        int end = i;
        while (end > from && i - end < MOST_SPACES && text[end - 1] == ' ') {
            end--;
        }
        if (end > from && Bytes.is(text[end - 1], Bytes.LETTER)) {
            readUnder(end, i + 1);
        }
    }

    /** {@code <Bucket>x</Bucket>}. */
    void element(int i) {
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
    void terraform(int underscore) {
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
