package io.awsmasker.detect.enclosing;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Terraform;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a key of YAML says about the records under it: below {@code Buckets:} a {@code Name:} is a bucket's, and so is a
 * {@code Default:} below {@code BucketName:}. Brackets are what {@link Nesting} knows; here indentation decides, and only
 * the records directly below count.
 */
public final class YamlOwner {
    private static final int DEEPEST = 64;

    private final byte[] text;
    private final int from;
    private final int to;
    private final Terraform terraform;
    private @Nullable IdentifierType type;
    private int indentation;
    private int members;
    private boolean records;

    public YamlOwner(Passage passage, Terraform terraform) {
        this.terraform = terraform;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
    }

    /** A line begins at {@code at}: one that stands further out than the records ends them. */
    public void line(int at) {
        if (type == null) {
            return;
        }
        int start = blanksEnd(at);
        boolean item = start + 1 < to && text[start] == '-' && text[start + 1] == ' ';
        if (start < to && text[start] != '\n' && start - at < indentation + (item ? 0 : 1)) {
            type = null;
        }
    }

    /** Notes that records of {@code owner} follow the key that ends at {@code keyEnd}, if its line ends there too. */
    public void expect(int keyEnd, IdentifierType owner) {
        int line = keyEnd + 1 < to && text[keyEnd + 1] == '\r' ? keyEnd + 2 : keyEnd + 1;
        int column = column(keyEnd);
        if (line >= to || text[keyEnd] != ':' || text[line] != '\n' || column < 0) {
            return;
        }
        int start = blanksEnd(line + 1);
        int first = start - line - 1;
        boolean items = start + 1 < to && text[start] == '-' && text[start + 1] == ' ';
        boolean named = items
                ? first >= column && text[keyEnd - 1] == 's'
                : first > column && (module(keyEnd) || (text[keyEnd - 1] == 'r' && !ofCollection(keyEnd)));
        boolean parameter = !(type != null && records) && !items && first > column && isNoPerson(owner, keyEnd);
        if (named || parameter) {
            type = owner;
            records = named;
            indentation = column;
            members = items ? blanksEnd(start + 1) - line - 1 : first;
        }
    }

    /** Notes that the lines below the key that ends at {@code keyEnd} describe what {@code owner} is. */
    public void begin(int keyEnd, IdentifierType owner) {
        int line = text[keyEnd + 1] == '\r' ? keyEnd + 2 : keyEnd + 1;
        hold(owner, column(keyEnd), blanksEnd(line + 1) - line - 1);
    }

    /** Notes that records of {@code owner} follow the key that ends at {@code keyEnd}, which is a word of AWS alone. */
    public void expectHeld(int keyEnd, IdentifierType owner) {
        int line = keyEnd + 1 < to && text[keyEnd + 1] == '\r' ? keyEnd + 2 : keyEnd + 1;
        int column = column(keyEnd);
        if (line >= to || text[line] != '\n' || column < 0 || !isOfAws(keyEnd)) {
            return;
        }
        int start = blanksEnd(line + 1);
        int first = start - line - 1;
        boolean items = start + 1 < to && text[start] == '-' && text[start + 1] == ' ';
        if (items ? first >= column : first > column) {
            hold(owner, column, items ? blanksEnd(start + 1) - line - 1 : first);
        }
    }

    private void hold(IdentifierType owner, int column, int first) {
        type = owner;
        records = true;
        indentation = column;
        members = first;
    }

    /** Whether the key is of several words or begins with a capital, as members of AWS's answers do. */
    private boolean isOfAws(int keyEnd) {
        int start = keyEnd;
        while (start > from && keyEnd - start < DEEPEST && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        return Bytes.is(text[start], Bytes.UPPER) || Words.compound(text, start, keyEnd);
    }

    /** Whether a collection of Ansible stands in front, as in {@code ansible.builtin.user}. */
    private boolean ofCollection(int keyEnd) {
        int start = keyEnd;
        while (start > from && keyEnd - start < DEEPEST && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        return start > from && text[start - 1] == '.';
    }

    /** Whether a module of Ansible is called so, {@code amazon.aws.s3_bucket}. */
    private boolean module(int keyEnd) {
        int start = keyEnd;
        while (start > from && keyEnd - start < DEEPEST && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        return Words.compound(text, start, keyEnd) && terraform.isType(text, start, keyEnd);
    }

    /** Whose record the key belongs to that ends at {@code keyEnd}, or null. */
    @Nullable
    public IdentifierType of(int keyEnd) {
        return records ? member(keyEnd) : null;
    }

    /** Of which type the parameter is that the key describes that ends at {@code keyEnd}, or null. */
    @Nullable
    public IdentifierType parameter(int keyEnd) {
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        boolean mark = type != null && type.secret() && type != IdentifierType.PASSWORD;
        return mark || (records && person) ? null : member(keyEnd);
    }

    /** What the key names under which the key directly stands that ends at {@code keyEnd}, or null. */
    @Nullable
    public IdentifierType member(int keyEnd) {
        return type != null && keyEnd < to && text[keyEnd] == ':' && column(keyEnd) == members ? type : null;
    }

    /** Not so for {@code role} and {@code user}, under which schemas describe what an application knows. */
    private boolean isNoPerson(IdentifierType owner, int keyEnd) {
        boolean person = owner == IdentifierType.IAMUSER || owner == IdentifierType.ROLE;
        int start = keyEnd;
        while (start > from && keyEnd - start < DEEPEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        return !person || Words.compound(text, start, keyEnd);
    }

    /** How far from its line's beginning the key stands, or -1 if anything but blanks and a hyphen stands in front. */
    public int column(int keyEnd) {
        int start = keyEnd;
        while (start > from && keyEnd - start < DEEPEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        int line = start;
        boolean hyphen = false;
        while (line > from && start - line < DEEPEST && (text[line - 1] == ' ' || (text[line - 1] == '-' && !hyphen))) {
            line--;
            hyphen |= text[line] == '-';
        }
        return line == from || text[line - 1] == '\n' ? start - line : -1;
    }

    private int blanksEnd(int at) {
        int end = at;
        while (end < to && end - at < DEEPEST && text[end] == ' ') {
            end++;
        }
        return end;
    }
}
