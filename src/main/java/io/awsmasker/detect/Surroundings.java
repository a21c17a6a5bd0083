package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Reads values by what stands around them: a key of JSON, YAML or an environment file, an option, a tag, a table cell, a
 * call, a Terraform block. The scan calls it where a separator stands; each method reads a bounded way to either side.
 */
final class Surroundings {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_HEADER = 160;
    private static final int LONGEST_MEMBER = 128;
    private static final int LONGEST_PHRASE = 40;
    private static final String IMPORT = "import ";

    private final Tables tables;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Pairs pairs;
    private final Rows rows;
    private final Nesting nesting = new Nesting();
    private final SeparatedValues separated;
    private final YamlOwner yaml;
    private final ErrorMessages errors;
    private final KubernetesSecrets kubernetes;
    private @Nullable IdentifierType resource;
    private @Nullable IdentifierType container;
    private int addressed = -LONGEST_HEADER;

    Surroundings(Tables tables, Passage passage, Candidates found) {
        this.tables = tables;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = new Values(passage, found);
        this.pairs = new Pairs(tables, passage);
        this.rows = new Rows(tables, passage, values);
        this.separated = new SeparatedValues(tables.keys, passage, found);
        this.yaml = new YamlOwner(passage);
        this.errors = new ErrorMessages(passage, found);
        this.kubernetes = new KubernetesSecrets(passage, found);
    }

    /** A line begins at {@code at}. */
    void line(int at) {
        separated.find(at);
        yaml.line(at);
    }

    /** An object or a list begins. */
    void open(int i) {
        if (text[i] == '{' && i - 1 > from && text[i - 1] == ' ' && text[i - 2] == '"') {
            int name = Terraform.variable(text, from, i - 2);
            if (name >= 0) {
                nesting.expect(i, tables.keys.find(text, name, i - 2), false);
            }
        }
        nesting.open(i);
        pairs.separate();
        if (text[i] == '[' && i - addressed < LONGEST_HEADER && Bytes.at(text, i, to, "[id=")) {
            id(i + 4);
        } else if (text[i] == '[') {
            AccessLogs.ofS3(text, from, i, to, found);
        }
    }

    /** {@code aws_iam_role.deploy: Creation complete after 1s [id=deploy]}. */
    private void id(int at) {
        int end = at;
        while (end < to && end - at < LONGEST_HEADER && text[end] != ']' && text[end] > ' ') {
            end++;
        }
        if (end < to && text[end] == ']') {
            Names.propose(text, at, end, true, resource == null ? IdentifierType.RES : resource, found);
        }
    }

    /** {@code terraform import aws_iam_role.deploy NAME}, whose address begins at {@code address}. */
    private void imported(int address) {
        int word = text[Math.max(from, address - 1)] == '\'' ? address - 1 : address;
        if (word - IMPORT.length() < from || !Bytes.at(text, word - IMPORT.length(), word, IMPORT)) {
            return;
        }
        int end = address;
        while (end < to && end - address < LONGEST_HEADER && text[end] > ' ') {
            end++;
        }
        if (end < to && text[end] == ' ') {
            values.read(resource == null ? IdentifierType.RES : resource, end + 1, true);
        }
    }

    /** An object or a list ends. */
    void close() {
        nesting.close();
        pairs.separate();
    }

    /** {@code --bucket x}: returns where to read on. */
    int option(int i) {
        int end = i + 2;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || (text[end] == '-' && text[end - 1] != '-'))) {
            end++;
        }
        if (end < to && (text[end] == ' ' || text[end] == '=') && end - i > 3) {
            IdentifierType type = tables.keys.find(text, i, end);
            type = type == null ? tables.commands.find(text, from, i + 2, end) : type;
            if (type != null) {
                values.read(type, end + 1, true);
                if (type == IdentifierType.IAMUSER) {
                    ShortOptions.credentials(text, end + 1, to, found);
                }
            }
        }
        return i + 2;
    }

    /** {@code "Bucket": "x"} and {@code BUCKET=x}: a key in front of a separator, a value behind it. */
    void key(int separator, int value) {
        KnownKeys.Key known = tables.knownKeys.find(text, from, separator - 1);
        int end = separator - 1;
        if (known == null) {
            end = keyEnd(separator);
            if (end <= from) {
                return;
            }
        }
        if (end < separator && nesting.keysAreNames()) {
            member(end);
        }
        if (known == null) {
            readUnder(end, value);
        } else {
            readUnder(known.type(), known.traits(), end, value);
        }
        SecretKeys.value(text, value, to, found);
    }

    private int keyEnd(int separator) {
        int end = separator > from && text[separator - 1] == ':' ? separator - 1 : separator;
        while (end > from && separator - end < 24 && Bytes.is(text[end - 1], Bytes.QUOTE)) {
            end--;
        }
        return end - HtmlQuotes.before(text, from, end);
    }

    /** {@code .bucket("x")} in code and {@code bucket `x`} in prose. */
    void called(int i) {
        boolean quoted =
                i + 1 < to && (text[i] == '`' || text[i + 1] == '"' || text[i + 1] == '\'' || text[i + 1] == '\\');
        int end = i;
        while (text[i] == '`' && end > from && i - end < 4 && " `*".indexOf(text[end - 1]) >= 0) {
            end--;
        }
        if (end <= from || !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            errors.occurred(i);
            return;
        }
        if (quoted && (text[i] != '`' || end < i)) {
            IdentifierType argument = text[i] == '(' ? Calls.first(text, from, i) : null;
            if (argument != null) {
                values.read(argument, i + 1, true);
            } else if (Bytes.is(text[end - 1], Bytes.LETTER)) {
                readUnder(end, text[i] == '`' ? i : i + 1);
            }
        } else if (text[i] == '(') {
            int imported = Calls.imported(text, from, i, to);
            IdentifierType type = imported < 0 ? null : tables.keys.find(text, from, Calls.importedEnd(text, i));
            if (type != null) {
                values.read(type, imported, true);
            }
        }
    }

    /** {@code |  BucketName  |  x  |}: a cell of a table. */
    void cell(int i) {
        rows.find(i);
    }

    /** {@code <Bucket>x</Bucket>} and {@code <Buckets><Bucket><Name>x</Name>}. */
    void element(int i) {
        if (i <= from || i + 1 >= to || !Bytes.is(text[i - 1], Bytes.LETTER)) {
            return;
        }
        int open = i - 1;
        while (open > from && i - open < 64 && Bytes.is(text[open], Bytes.WORD)) {
            open--;
        }
        if (text[open] != '<') {
            return;
        }
        if (!Bytes.is(text[i + 1], Bytes.WORD) && text[i + 1] != '/') {
            container = tables.keys.find(text, from, i);
        } else if (container != null && generic(i)) {
            values.read(owned(container, true), i + 1, true);
        } else {
            readUnder(i, i + 1);
        }
    }

    /** Proposes the key that ends at {@code end} as a name. */
    private void member(int end) {
        int start = end;
        boolean joint = false;
        while (start > from && end - start < LONGEST_MEMBER && Bytes.is(text[start - 1], Bytes.NAME)) {
            start--;
            joint |= !Bytes.is(text[start], Bytes.LETTER);
        }
        IdentifierType owner = nesting.owner();
        if (joint && owner != null && tables.keys.find(text, from, end) == null) {
            Names.propose(text, start, end, true, owner, found);
        }
    }

    private void readUnder(int keyEnd, int at) {
        readUnder(tables.keys.find(text, from, keyEnd), KeyTraits.of(text, from, keyEnd), keyEnd, at);
    }

    private void readUnder(@Nullable IdentifierType known, int traits, int keyEnd, int at) {
        IdentifierType type = known;
        int value = at;
        while (value < to && value - at < MOST_SPACES && text[value] == ' ') {
            value++;
        }
        if (value < to && (text[value] == '{' || text[value] == '[')) {
            boolean block = resource != null && (traits & KeyTraits.BLOCK) != 0;
            boolean members = type != null && text[value] == '{' && text[keyEnd - 1] == 's';
            nesting.expect(value, block ? resource : type, members);
        }
        type = type == IdentifierType.PASSWORD && verdict(keyEnd, value) ? null : type;
        boolean sure = false;
        boolean generic = (traits & KeyTraits.GENERIC) != 0;
        if (type == null && (traits & KeyTraits.VALUE) != 0) {
            type = pairs.valued(at);
            sure = type != null;
        } else if (type == null && (traits & KeyTraits.NAME) != 0) {
            int other = pairs.named(at);
            IdentifierType subject = pairs.subject();
            if (other >= 0 && subject != null) {
                values.read(subject, other, true);
            }
        }
        if (type == null && (generic || (traits & KeyTraits.HOLDS) != 0)) {
            IdentifierType owner = nesting.owner();
            owner = owner == null && generic ? yaml.of(keyEnd) : owner;
            type = owner != null && owner.secret() && generic ? null : owner;
        }
        if (type == null && value + 1 < to && (text[value] == 'S' || text[value + 1] == 'S')) {
            kubernetes.find(keyEnd, value);
        }
        if (type == null && generic && text[at - 1] == ':') {
            type = phrase(keyEnd);
        }
        if (type == null && (traits & KeyTraits.MESSAGE) != 0 && text[at - 1] == ':') {
            errors.find(value);
        }
        if (type != null && !repeated(keyEnd, value)) {
            if (value < to && text[value] == '\n' && !generic) {
                yaml.expect(keyEnd, type);
            }
            sure |= type.secret() ? variable(keyEnd) : alone(type, keyEnd, value);
            values.read(owned(type, generic), at, sure);
        }
    }

    /** What a key of several words means, as people and consoles write it: {@code Stack name:}, {@code Role name:}. */
    private @Nullable IdentifierType phrase(int keyEnd) {
        int start = keyEnd;
        while (start > from
                && keyEnd - start < LONGEST_PHRASE
                && (Bytes.is(text[start - 1], Bytes.LETTER) || (text[start - 1] == ' ' && text[start] != ' '))) {
            start--;
        }
        byte[] key = new byte[keyEnd - start];
        boolean words = false;
        for (int i = start; i < keyEnd; i++) {
            boolean space = text[i] == ' ' && i > start;
            words |= space;
            key[i - start] = space ? (byte) '_' : text[i];
        }
        return words ? tables.keys.find(key, 0, key.length) : null;
    }

    /** Whether the key is the {@code pass} of a test or a compiler and no short word for a password. */
    private boolean verdict(int keyEnd, int value) {
        int word = keyEnd - 4;
        boolean pass = word >= from && (text[keyEnd - 1] | 32) == 's' && Boundary.before(text, from, word);
        int end = value;
        boolean digit = false;
        while (pass && end < to && end - value < LONGEST_PHRASE && text[end] > ' ') {
            digit |= Bytes.is(text[end], Bytes.DIGIT);
            end++;
        }
        return pass && (!digit || (text[word] == 'P' && text[keyEnd] == ':'));
    }

    /** Whether the key is a variable of an environment. */
    private boolean variable(int keyEnd) {
        return keyEnd < to && text[keyEnd] == '=' && Bytes.is(text[keyEnd - 1], Bytes.UPPER);
    }

    /**
     * Whether the value is all there is behind a variable of an environment or behind the first key of a line, so that a
     * plain word is a name there. A key that is a plain word itself may be anything.
     */
    private boolean alone(IdentifierType type, int keyEnd, int value) {
        if (keyEnd >= to || (text[keyEnd] != '=' && text[keyEnd] != ':')) {
            return false;
        }
        int key = keyEnd;
        while (key > from && keyEnd - key < LONGEST_MEMBER && Bytes.is(text[key - 1], Bytes.WORD | Bytes.HOST)) {
            key--;
        }
        boolean compound = Words.compound(text, key, keyEnd);
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST_HEADER), Bytes.NAME);
        boolean line = end >= to || text[end] == '\n' || text[end] == '\r';
        boolean word = variable(keyEnd) || (type == IdentifierType.DBNAME && text[keyEnd] == '=')
                ? value == keyEnd + 1 && (compound || !person) && (line || " \";:\\".indexOf(text[end]) >= 0)
                : line
                        && value > keyEnd + 1
                        && text[keyEnd] == ':'
                        && (compound || (yaml.of(keyEnd) != null && !person))
                        && yaml.column(keyEnd) >= 0;
        return word && end - value >= 2;
    }

    /** Whether the value is the key once more, as in {@code tableName: tableName}: a variable of a program. */
    private boolean repeated(int keyEnd, int value) {
        if (value >= to || !Bytes.is(text[value], Bytes.LETTER)) {
            return false;
        }
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST_MEMBER), Bytes.WORD);
        int key = keyEnd - (end - value);
        return key >= from && Boundary.before(text, from, key) && Words.same(text, key, keyEnd, value, end);
    }

    /** In the object of an owner the id is not a number of an account but the long one that S3 shows. */
    private static IdentifierType owned(IdentifierType type, boolean generic) {
        return generic && type == IdentifierType.ACCOUNT ? IdentifierType.CANONICALID : type;
    }

    /** Whether the key that ends there means what the object around it is. */
    private boolean generic(int keyEnd) {
        return (KeyTraits.of(text, from, keyEnd) & KeyTraits.GENERIC) != 0;
    }

    /** Remembers the kind of the Terraform resource whose type is named here; its block may follow on the same line. */
    void terraform(int underscore) {
        int start = underscore - 3;
        if (start < from || !Bytes.at(text, start, underscore, "aws") || !Boundary.before(text, from, start)) {
            return;
        }
        if (start == from || text[start - 1] != '"') {
            int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_MEMBER), Bytes.WORD);
            if (end < to && text[end] == '.') {
                resource = tables.terraform.find(text, start, to);
                addressed = end;
                imported(start);
            }
        } else {
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
                nesting.expect(end, resource, false);
            }
        }
    }
}
