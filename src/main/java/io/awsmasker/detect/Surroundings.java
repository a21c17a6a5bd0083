package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Reads values by what stands around them: a key of JSON, YAML or an environment file, an option, a tag, a table cell, a
 * call, a Terraform block. The scan calls it where a separator stands; each method reads a bounded way to either side.
 */
final class Surroundings {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_MEMBER = 128;
    private static final Marks QUOTES = Marks.of("\"'`");

    /** How Markdown ends a key behind its separator. */
    private static final String BOLD = "**";

    private final Tables tables;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Pairs pairs;
    private final SecretMarks marks;
    private final Options options;
    private final Rows rows;
    private final Nesting nesting = new Nesting();
    private final SeparatedValues separated;
    private final YamlOwner yaml;
    private final Assignments assignments;
    private final ErrorMessages errors;
    private final Addresses addresses;
    private final KubernetesSecrets kubernetes;
    private @Nullable IdentifierType container;

    Surroundings(Tables tables, Passage passage, Candidates found) {
        this.tables = tables;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = new Values(passage, found);
        this.pairs = new Pairs(tables, passage);
        this.marks = new SecretMarks(passage);
        this.options = new Options(tables, passage, values, marks, found);
        this.rows = new Rows(tables, passage, values);
        this.separated = new SeparatedValues(tables.keys, passage, found);
        this.yaml = new YamlOwner(passage);
        this.assignments = new Assignments(tables.keys, passage, yaml);
        this.errors = new ErrorMessages(passage, found);
        this.addresses = new Addresses(tables.terraform, passage, nesting, values, found);
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
        if (text[i] == '{' && i > from && text[i - 1] == '$') {
            Arguments.ofPlaceholder(tables.keys, text, i, to, values);
        }
        nesting.open(i);
        pairs.separate();
        marks.separate();
        if (text[i] == '[' && !addresses.id(i)) {
            AccessLogs.ofS3(text, from, i, to, found);
        }
    }

    /** An object or a list ends. */
    void close() {
        nesting.close();
        pairs.separate();
        marks.separate();
    }

    /** {@code --bucket x}: returns where to read on. */
    int option(int i) {
        return options.read(i);
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
            IdentifierType type = tables.keys.find(text, from, end);
            IdentifierType vague = type == null ? tables.vagueKeys.find(text, from, end) : null;
            readUnder(type, vague, KeyTraits.of(text, from, end), end, value);
        } else {
            readUnder(known.type(), known.vague(), known.traits(), end, value);
        }
        SecretKeys.value(text, value, to, found);
    }

    /** {@code tablename:harbour-quay}, as monitoring writes tags: no blank parts the name from its key. */
    void tag(int colon) {
        IdentifierType type = tables.keys.find(text, from, colon);
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        if (type != null && !type.secret() && !person && Words.joined(text, colon + 1, to)) {
            values.read(type, colon + 1, false);
        }
    }

    private int keyEnd(int separator) {
        int end = separator > from && text[separator - 1] == ':' ? separator - 1 : separator;
        while (end > from
                && separator - end < MOST_SPACES
                && (Bytes.is(text[end - 1], Bytes.QUOTE) || text[end - 1] == '*')) {
            end--;
        }
        if (text[separator] == '=' && end - 1 > from && text[end - 1] == ']' && QUOTES.has(text[end - 2])) {
            return Arguments.ofSubscript(text, from, end, separator, to);
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
            if (quoted && text[i] == '(') {
                Arguments.ofLogin(text, from, i, to, values);
            }
            errors.occurred(i);
            return;
        }
        if (quoted && (text[i] != '`' || end < i)) {
            IdentifierType argument = text[i] == '(' ? Calls.first(text, from, i) : null;
            if (argument != null) {
                values.read(argument, i + 1, true);
            } else if (Bytes.is(text[end - 1], Bytes.LETTER)) {
                readUnder(end, text[i] == '`' ? i : i + 1);
                if (text[i] == '(') {
                    Arguments.ofCall(tables.keys, text, from, i, to, values);
                }
            }
        } else if (text[i] == '(') {
            Arguments.ofConnection(text, from, i, to, values);
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
        if (i <= from || i + 1 >= to) {
            return;
        }
        if (!Bytes.is(text[i - 1], Bytes.LETTER)) {
            IdentifierType type = pairs.attribute(i);
            if (type != null) {
                values.read(type, i + 1, true);
            }
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
        readUnder(tables.keys.find(text, from, keyEnd), null, KeyTraits.of(text, from, keyEnd), keyEnd, at);
    }

    private void readUnder(
            @Nullable IdentifierType known, @Nullable IdentifierType vague, int traits, int keyEnd, int at) {
        IdentifierType type = known;
        int begin = Bytes.at(text, at, to, BOLD) ? at + BOLD.length() : at;
        int value = begin;
        while (value < to && value - begin < MOST_SPACES && text[value] == ' ') {
            value++;
        }
        if (value < to && (text[value] == '{' || text[value] == '[')) {
            IdentifierType resource = addresses.resource();
            boolean block = resource != null && (traits & KeyTraits.BLOCK) != 0;
            boolean members = type != null && text[value] == '{' && text[keyEnd - 1] == 's';
            nesting.expect(value, block ? resource : type, members);
            if (text[value] == '{' && (traits & KeyTraits.REQUEST) != 0) {
                nesting.expectRequest(value);
            }
        }
        type = type == IdentifierType.PASSWORD && assignments.isVerdict(keyEnd, value) ? null : type;
        boolean sure = false;
        boolean generic = (traits & KeyTraits.GENERIC) != 0;
        if (type == null && (traits & KeyTraits.MARKED) != 0) {
            type = marked(traits, keyEnd, value);
            sure = type != null;
        }
        if (type == null && (traits & KeyTraits.VALUE) != 0) {
            type = pairs.valued(at);
            sure = type != null && !(type.secret() && text[at - 1] == '=');
        } else if (type == null && (traits & KeyTraits.NAME) != 0) {
            int other = pairs.named(at);
            IdentifierType subject = pairs.subject();
            if (other >= 0 && subject != null) {
                values.read(subject, other, true);
            }
        }
        if (type == null && (generic || (traits & KeyTraits.HOLDS) != 0)) {
            IdentifierType owner = generic ? nesting.named() : nesting.owner();
            owner = owner == null && generic ? yaml.of(keyEnd) : owner;
            type = owner != null && owner.secret() && generic ? null : owner;
        }
        if (type == null && value + 1 < to && (text[value] == 'S' || text[value + 1] == 'S')) {
            kubernetes.find(keyEnd, value);
            mark(keyEnd, value, false);
        }
        if (type == null && generic && text[at - 1] == ':') {
            type = assignments.phrase(keyEnd);
        }
        if (type == null && vague != null && Words.joined(text, value, to)) {
            type = vague;
        }
        if (type == null && (traits & KeyTraits.MESSAGE) != 0 && text[at - 1] == ':') {
            errors.find(value);
        }
        if (type == null && text[at - 1] == ':' && value > at) {
            StateLocks.find(text, from, keyEnd, value, to, found);
        }
        if (type != null
                && !assignments.isRepeated(type, keyEnd, value)
                && !assignments.isNoSecret(type, keyEnd, value)) {
            if (value < to && text[value] == '\n' && !generic) {
                yaml.expect(keyEnd, type);
            }
            sure |= type.secret()
                    ? assignments.isVariable(keyEnd) || ConnectionStrings.holds(text, from, keyEnd, to)
                    : assignments.isAlone(type, keyEnd, value)
                            || (type == IdentifierType.IAMUSER && ConnectionStrings.holds(text, from, keyEnd, to));
            values.read(owned(type, generic), begin, sure);
        }
    }

    /** What a mark beside the key that ends at {@code keyEnd} says of its value; a key may be a mark itself. */
    private @Nullable IdentifierType marked(int traits, int keyEnd, int value) {
        if ((traits & KeyTraits.MARK) != 0) {
            mark(keyEnd, value, true);
            return null;
        }
        IdentifierType type = marks.valued(value);
        boolean generated = (traits & KeyTraits.RESULT) != 0 && nesting.owner() == IdentifierType.PASSWORD;
        return generated && addresses.resource() == IdentifierType.PASSWORD ? IdentifierType.PASSWORD : type;
    }

    private void mark(int keyEnd, int value, boolean flag) {
        int other = marks.isMark(keyEnd, value, flag) ? marks.marked(value) : -1;
        if (other >= 0) {
            values.read(IdentifierType.PASSWORD, other, true);
        }
    }

    /** In the object of an owner the id is not a number of an account but the long one that S3 shows. */
    private static IdentifierType owned(IdentifierType type, boolean generic) {
        return generic && type == IdentifierType.ACCOUNT ? IdentifierType.CANONICALID : type;
    }

    /** Whether the key that ends there means what the object around it is. */
    private boolean generic(int keyEnd) {
        return (KeyTraits.of(text, from, keyEnd) & KeyTraits.GENERIC) != 0;
    }

    /** The type of a Terraform resource may be named at {@code underscore}; its block may follow on the same line. */
    void terraform(int underscore) {
        addresses.find(underscore);
    }
}
