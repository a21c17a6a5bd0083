package io.awsmasker.detect.scan;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.BareKeys;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.KnownKeys;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.CommandLine;
import io.awsmasker.detect.command.Commands;
import io.awsmasker.detect.command.Options;
import io.awsmasker.detect.command.Profiles;
import io.awsmasker.detect.command.ShellLoops;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.key.Elements;
import io.awsmasker.detect.key.Enclosures;
import io.awsmasker.detect.key.Members;
import io.awsmasker.detect.key.Pairs;
import io.awsmasker.detect.log.AccessLogs;
import io.awsmasker.detect.log.StackOutputs;
import io.awsmasker.detect.name.Runs;
import io.awsmasker.detect.prose.Bracketed;
import io.awsmasker.detect.prose.ErrorMessages;
import io.awsmasker.detect.secret.SecretKeys;
import io.awsmasker.detect.table.Rows;
import io.awsmasker.detect.table.SeparatedValues;
import io.awsmasker.detect.value.Arguments;
import io.awsmasker.detect.value.Calls;
import io.awsmasker.detect.value.Declarations;
import io.awsmasker.detect.value.HtmlQuotes;
import io.awsmasker.detect.value.SecretMarks;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by what stands around them: a key of JSON, YAML or an environment file, an option, a tag, a table cell, a
 * call, a Terraform block. The scan calls it where a separator stands; each method reads a bounded way to either side.
 */
final class Surroundings {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_MEMBER = 128;
    private static final Marks QUOTES = Marks.of("\"'`");

    private final Vocabulary vocabulary;
    private final Passage passage;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Options options;
    private @Nullable Rows rows;
    private final SeparatedValues separated;
    private final ErrorMessages errors;
    private final Enclosures around;
    private final Members members;
    private final Elements elements;
    private final StackOutputs outputs;
    private final ShellLoops loops;

    Surroundings(Vocabulary vocabulary, Commands commands, Passage passage, Candidates found) {
        this.vocabulary = vocabulary;
        this.passage = passage;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = new Values(passage, found);
        Pairs pairs = new Pairs(vocabulary, passage);
        SecretMarks marks = new SecretMarks(passage);
        this.options = new Options(vocabulary, commands, passage, values, marks, found);
        this.separated = new SeparatedValues(vocabulary.keys, passage, found);
        this.errors = new ErrorMessages(passage, found);
        this.around = new Enclosures(vocabulary, commands, passage, values, pairs, marks, found);
        this.members = new Members(vocabulary, passage, around, values, pairs, marks, errors, found);
        this.elements = new Elements(vocabulary.keys, passage, pairs, values);
        this.outputs = new StackOutputs(vocabulary.keys, passage, values);
        this.loops = new ShellLoops(vocabulary.keys, passage, found);
    }

    /**
     * A line begins at {@code at}, and behind blanks at {@code quote}; returns where to read on: behind its key, if that is
     * a word as JSON is printed with.
     */
    int line(int at, int quote) {
        separated.find(at);
        around.line(at);
        outputs.line(at);
        loops.line(quote);
        KnownKeys.Key known =
                quote < to && text[quote] == '"' ? vocabulary.knownKeys.word(text, from, quote, to) : null;
        if (known == null) {
            return quote;
        }
        int end = quote + 1 + known.length();
        member(known, end, end + 2);
        return end + 2;
    }

    /** An object or a list begins. */
    void open(int i) {
        if (text[i] == '{' && i > from && text[i - 1] == '$') {
            Arguments.ofPlaceholder(vocabulary.keys, text, from, i, to, values);
        }
        boolean addressed = around.open(i);
        if (text[i] == '[' && !addressed) {
            Profiles.find(text, from, i, to, found);
            AccessLogs.ofS3(text, from, i, to, found);
            Bracketed.behindNoun(text, from, i, to, found);
        }
    }

    /** An object or a list ends. */
    void close() {
        around.close();
    }

    /** {@code --bucket x}: returns where to read on. */
    int option(int i) {
        return options.read(i);
    }

    /** {@code -BucketName x}. */
    void parameter(int dash) {
        options.parameter(dash);
    }

    /** {@code "Bucket": "x"} and {@code BUCKET=x}: a key in front of a separator, a value behind it. */
    void key(int separator, int value) {
        KnownKeys.Key known = vocabulary.knownKeys.find(text, from, separator - 1);
        int end = separator - 1;
        if (known == null) {
            end = keyEnd(separator);
            if (end <= from) {
                return;
            }
        }
        if (known != null) {
            member(known, end, value);
            return;
        }
        if (end < separator) {
            around.name(end);
        }
        BareKeys.Key bare = vocabulary.bareKeys.find(text, from, end);
        members.read(bare.type(), bare.vague(), bare.traits(), end, value);
        SecretKeys.value(text, value, to, found);
    }

    /** A key that tells nothing is passed over if a string or a number stands directly behind it. */
    private void member(KnownKeys.Key key, int end, int value) {
        around.name(end);
        int begin = value < to && text[value] == ' ' ? value + 1 : value;
        boolean single = begin < to && (text[begin] == '"' || Bytes.is(text[begin], Bytes.DIGIT));
        if (!single || !key.silent()) {
            members.read(key.type(), key.vague(), key.traits(), end, value);
        }
        SecretKeys.value(text, value, to, found);
    }

    /** {@code tablename:harbour-quay}, as monitoring writes tags: no blank parts the name from its key. */
    void tag(int colon) {
        IdentifierType type = vocabulary.keys.find(text, from, colon);
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        if (type != null && !type.secret() && !person && Words.joined(text, colon + 1, to)) {
            values.read(type, colon + 1, false);
        } else if (type == null) {
            Runs.ofGroup(text, from, colon, to, found);
        }
    }

    /** {@code [?PolicyName=='x']} of a query and {@code bucket_name == "x"}, whose second sign stands at {@code sign}. */
    void compared(int sign) {
        int value = sign + 1 < to && text[sign + 1] == ' ' ? sign + 2 : sign + 1;
        if (value < to && (QUOTES.has(text[value]) || text[value] == '\\')) {
            int end = sign - 1;
            while (end > from && text[end - 1] == ' ') {
                end--;
            }
            IdentifierType type = vocabulary.keys.find(text, from, end);
            int key = end;
            while (key > from && end - key < LONGEST_MEMBER && Bytes.is(text[key - 1], Bytes.WORD)) {
                key--;
            }
            if (type != null && !type.secret() && Words.compound(text, key, end) && Words.joined(text, value, to)) {
                values.read(type, value, true);
            } else if (type == null && Words.joined(text, value, to) && queried(key, end)) {
                values.read(IdentifierType.RES, value, true);
            }
        }
    }

    /** Whether a command of AWS asks for what has this name: {@code --query "Brokers[?Name=='x']"}. */
    private boolean queried(int key, int end) {
        return key - 1 > from
                && text[key - 1] == '?'
                && text[key - 2] == '['
                && (Bytes.at(text, key, end, "Name") || Bytes.at(text, key, end, "name"))
                && end - key == "name".length()
                && CommandLine.asked(text, from, key);
    }

    private int keyEnd(int separator) {
        int end = separator > from && text[separator - 1] == ':' ? separator - 1 : separator;
        while (end > from
                && separator - end < MOST_SPACES
                && (Bytes.is(text[end - 1], Bytes.QUOTE) || text[end - 1] == '*' || text[end - 1] == '\t')) {
            end--;
        }
        if (text[separator] == '=' && end - 1 > from && text[end - 1] == ')' && text[end - 2] == '\'') {
            return end - 2; // json_extract(record, '$.bucketName') = 'x'
        }
        if (text[separator] == '=' && end - 1 > from && text[end - 1] == ']' && QUOTES.has(text[end - 2])) {
            return Arguments.ofSubscript(text, from, end, separator, to);
        }
        if (end - 3 > from && text[end - 1] == '>' && text[end - 2] == '>' && text[end - 3] == '"') {
            return end - 3;
        }
        return Declarations.nameEnd(text, from, end - HtmlQuotes.before(text, from, end), separator, to);
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
            if (i + 1 < to && text[i + 1] == 'I' && around.id(i)) {
                return;
            }
            if (quoted && text[i] == '(') {
                Arguments.ofLogin(text, from, i, to, values);
            }
            errors.occurred(i);
            return;
        }
        if (text[i] == '`' && Calls.ofTemplate(text, from, end)) {
            return;
        }
        if (quoted && (text[i] != '`' || end < i)) {
            IdentifierType argument = text[i] == '(' ? Calls.first(text, from, i) : null;
            if (argument != null) {
                values.read(argument, i + 1, true);
                around.made(argument, i);
            } else if (Bytes.is(text[end - 1], Bytes.LETTER)) {
                readUnder(end, text[i] == '`' ? i : i + 1);
                if (text[i] == '(') {
                    Arguments.ofCall(vocabulary.keys, text, from, i, to, values);
                }
            }
        } else if (text[i] == '(') {
            Arguments.ofConnection(text, from, i, to, values);
            int line = Calls.nextLine(text, i, to);
            IdentifierType argument = line < 0 ? null : Calls.first(text, from, i);
            if (argument != null) {
                values.read(argument, line, true);
                around.made(argument, line - 1);
            }
            int imported = Calls.imported(text, from, i, to);
            IdentifierType type = imported < 0 ? null : vocabulary.keys.find(text, from, Calls.importedEnd(text, i));
            if (type != null) {
                values.read(type, imported, true);
            }
        }
    }

    /** {@code |  BucketName  |  x  |}: a cell of a table. */
    void cell(int i) {
        if (rows == null) {
            rows = new Rows(vocabulary, passage, values);
        }
        rows.find(i);
    }

    /** {@code <Bucket>x</Bucket>}: a tag ends. */
    void element(int i) {
        if (elements.isKey(i)) {
            readUnder(i, i + 1);
        }
    }

    private void readUnder(int keyEnd, int at) {
        members.read(vocabulary.keys.find(text, from, keyEnd), null, KeyTraits.of(text, from, keyEnd), keyEnd, at);
    }

    /** The type of a Terraform resource may be named at {@code underscore}; its block may follow on the same line. */
    void terraform(int underscore) {
        around.terraform(underscore);
    }
}
