package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Terraform;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * Types of Terraform's resources where they stand in configurations, plans and commands: the block behind one, the id
 * that Terraform prints and the name that {@code import} takes belong to a resource of that type.
 */
public final class Addresses {
    /** The digits of an account; fewer are the checksum of a document that Terraform has made. */
    private static final int ACCOUNT = 12;

    private static final int LONGEST_HEADER = 160;
    private static final int LONGEST_TYPE = 128;
    private static final int LONGEST_LINE_START = 32;

    /** In front of a type in a state. */
    private static final String TYPE = "\"type\":";

    private static final String AWS = "aws_";

    private final Terraform types;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Nesting nesting;
    private final Values values;
    private final Candidates found;
    private @Nullable IdentifierType resource;
    private boolean named;
    private int addressed = -LONGEST_HEADER;

    public Addresses(Terraform types, Passage passage, Nesting nesting, Values values, Candidates found) {
        this.types = types;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.nesting = nesting;
        this.values = values;
        this.found = found;
    }

    /** The type of the last resource, or null. */
    @Nullable
    public IdentifierType resource() {
        return resource;
    }

    /** Whether the last resource is one of AWS that a customer names. */
    public boolean named() {
        return named;
    }

    /** Remembers the kind of the Terraform resource whose type is named here; its block may follow on the same line. */
    public void find(int underscore) {
        int start = underscore - 3;
        if (start < from || !Bytes.at(text, start, underscore, "aws") || !Boundary.before(text, from, start)) {
            if (underscore - 6 > from && Bytes.at(text, underscore - 6, to, "random_password")) {
                resource = IdentifierType.PASSWORD;
                named = false;
            } else if (ofOther(underscore)) {
                resource = null;
                named = false;
            }
            return;
        }
        int type = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_TYPE), Bytes.WORD);
        boolean quoted = start > from && text[start - 1] == '"';
        if (type < to && text[type] == '.') {
            resource = types.find(text, start, to);
            named = Terraform.isNamed(text, start, to);
            addressed = type;
            int id = Imports.id(text, from, start, to);
            if (id >= 0) {
                values.read(resource == null ? IdentifierType.RES : resource, id, true);
            }
        } else if (quoted) {
            resource = types.find(text, start, to);
            named = Terraform.isNamed(text, start, to);
            int end = start;
            while (end < to
                    && end - start < LONGEST_HEADER
                    && text[end] != '{'
                    && text[end] != '\n'
                    && text[end] != ':') {
                end++;
            }
            if (end < to && text[end] == '{' && !quotedAlone(start, end)) {
                nesting.expect(end, resource, false);
                if (named) {
                    nesting.expectResource(end);
                }
            }
        }
    }

    /** Whether the word at {@code underscore} is the type of a resource in a state, of another provider. */
    private boolean ofOther(int underscore) {
        int start = underscore;
        while (start > from && underscore - start < LONGEST_LINE_START && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        int colon = start - 1 > from && text[start - 1] == '"' && text[start - 2] == ' ' ? start - 2 : start - 1;
        int key = colon - TYPE.length();
        return key >= from
                && text[start - 1] == '"'
                && Bytes.at(text, key, colon, TYPE)
                && !Bytes.at(text, start, underscore, AWS);
    }

    /** Says what the names mean in a block inside of a resource, {@code attribute {…}}: seldom what the resource is. */
    public void block(int brace) {
        if (nesting.owner() == null || brace <= from || text[brace - 1] != ' ') {
            return;
        }
        int word = Terraform.blockStart(text, from, brace - 1);
        if (word >= 0) {
            nesting.expect(brace, types.block(text, word, brace - 1), false);
        }
    }

    /** Whether a message of Terraform shows this line with its number, {@code 3: resource "aws_…}, and not what follows. */
    private boolean quotedAlone(int type, int brace) {
        int line = type;
        while (line > from && type - line < LONGEST_LINE_START && text[line - 1] != '\n') {
            line--;
        }
        int next = brace + 1 < to && text[brace + 1] == '\r' ? brace + 2 : brace + 1;
        return numbered(line) && next < to && text[next] == '\n' && !numbered(next + 1);
    }

    private boolean numbered(int line) {
        int limit = Math.min(to, line + LONGEST_LINE_START);
        int number = line;
        while (number < limit && (text[number] <= ' ') && text[number] != '\n') {
            number++; // also the box that is drawn around the message, which is no ASCII
        }
        int end = Bytes.runEnd(text, number, limit, Bytes.DIGIT);
        return end > number && Bytes.at(text, end, to, ": ");
    }

    private boolean onNextLine(int open) {
        for (int i = addressed; i < open; i++) {
            if (text[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code aws_iam_role.deploy: Creation complete after 1s [id=deploy]}, or with {@code (ID: deploy)} behind it as older
     * versions print: returns whether an id stands there.
     */
    public boolean id(int open) {
        String word = text[open] == '[' ? "[id=" : "(ID: ";
        if (open - addressed >= LONGEST_HEADER || !Bytes.at(text, open, to, word) || onNextLine(open)) {
            return false;
        }
        int at = open + word.length();
        byte close = (byte) (text[open] == '[' ? ']' : ')');
        int end = at;
        while (end < to && end - at < LONGEST_HEADER && text[end] != close && text[end] > ' ') {
            end++;
        }
        boolean checksum = resource == null && end - at < ACCOUNT && Bytes.runEnd(text, at, end, Bytes.DIGIT) == end;
        if (end < to && text[end] == close && !checksum) {
            Names.propose(text, at, end, true, resource == null ? IdentifierType.RES : resource, found);
        }
        return true;
    }
}
