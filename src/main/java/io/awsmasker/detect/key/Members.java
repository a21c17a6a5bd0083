package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Terraform;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.CommandLine;
import io.awsmasker.detect.command.Commands;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.enclosing.YamlOwner;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.infrastructure.Addresses;
import io.awsmasker.detect.infrastructure.Serverless;
import io.awsmasker.detect.infrastructure.Templates;
import io.awsmasker.detect.kubernetes.KubernetesSecrets;
import io.awsmasker.detect.kubernetes.SecretReferences;
import io.awsmasker.detect.log.StackEvents;
import io.awsmasker.detect.log.StateLocks;
import io.awsmasker.detect.name.ClusterTags;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.prose.ErrorMessages;
import io.awsmasker.detect.secret.ConnectionStrings;
import io.awsmasker.detect.shape.OwnArns;
import io.awsmasker.detect.value.Calls;
import io.awsmasker.detect.value.SecretMarks;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A key and what stands under it. What a value is says its key, else a mark or a name beside it, else the object, the block
 * or the record around it; the first that knows decides. Each reads a bounded way to either side.
 */
public final class Members {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST_KEY = 128;

    /** How Markdown ends a key behind its separator. */
    private static final String BOLD = "**";

    /** How Terraform writes a document that a resource holds, {@code jsonencode([…])}, and that is about other things. */
    private static final String ENCODES = "encode(";

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Pairs pairs;
    private final SecretMarks marks;
    private final YamlOwner yaml;
    private final Assignments assignments;
    private final Containers containers;
    private final Guesses guesses;
    private final ErrorMessages errors;
    private final Addresses addresses;
    private final KubernetesSecrets kubernetes;
    private final SecretReferences references;
    private final Templates templates;
    private final Nesting nesting = new Nesting();
    private final OwnArns arns = new OwnArns();

    public Members(
            Vocabulary vocabulary,
            Commands commands,
            Passage passage,
            Values values,
            Pairs pairs,
            SecretMarks marks,
            ErrorMessages errors,
            Candidates found) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = values;
        this.pairs = pairs;
        this.marks = marks;
        this.errors = errors;
        this.yaml = new YamlOwner(passage, vocabulary.terraform);
        this.assignments = new Assignments(vocabulary.keys, passage, yaml);
        this.addresses = new Addresses(vocabulary.terraform, passage, nesting, values, found);
        this.kubernetes = new KubernetesSecrets(passage, found);
        this.templates = new Templates(vocabulary, commands, passage);
        this.references = new SecretReferences(passage, yaml);
        this.containers = new Containers(vocabulary, passage, nesting, yaml, templates, assignments);
        this.guesses = new Guesses(vocabulary, passage, assignments, containers);
    }

    /** A line begins at {@code at}. */
    public void line(int at) {
        yaml.line(at);
        templates.line(at);
    }

    /** An object or a list begins; returns whether it is one that a Terraform address has. */
    public boolean open(int i) {
        if (text[i] == '{' && i - 1 > from && text[i - 1] == ' ' && text[i - 2] == '"') {
            int name = Terraform.variable(text, from, i - 2);
            if (name >= 0) {
                nesting.expect(i, vocabulary.keys.find(text, name, i - 2), false);
            }
        } else if (text[i] == '{') {
            addresses.block(i);
            if (CommandLine.asks(text, from, i)) {
                nesting.expectRequest(i);
            }
        }
        if (Bytes.at(text, Math.max(from, i - ENCODES.length()), i, ENCODES)) {
            nesting.expect(i, null, false);
        }
        nesting.open(i);
        arns.open(nesting.depth());
        pairs.separate();
        marks.separate();
        return text[i] == '[' && addresses.id(i);
    }

    /** {@code (ID: x)} may stand behind a Terraform address; returns whether it does. */
    public boolean id(int open) {
        return addresses.id(open);
    }

    /** An object or a list ends. */
    public void close() {
        nesting.close();
        templates.left(nesting.depth());
        pairs.separate();
        marks.separate();
    }

    /** The object behind the first argument of a call, whose bracket stands at {@code open}, is of what the call makes. */
    public void made(IdentifierType type, int open) {
        int object = Calls.object(text, open, to);
        if (object >= 0) {
            nesting.expect(object, type, false);
        }
    }

    /** The type of a Terraform resource may be named at {@code underscore}; its block may follow on the same line. */
    public void terraform(int underscore) {
        addresses.find(underscore);
    }

    /** Proposes the key that ends at {@code end} as a name, where keys are names. */
    public void name(int end) {
        if (!nesting.keysAreNames()) {
            return;
        }
        int start = end;
        boolean joint = false;
        while (start > from && end - start < LONGEST_KEY && Bytes.is(text[start - 1], Bytes.NAME)) {
            start--;
            joint |= !Bytes.is(text[start], Bytes.LETTER);
        }
        IdentifierType owner = nesting.owner();
        if (joint && owner != null && vocabulary.keys.find(text, from, end) == null) {
            Names.propose(text, start, end, true, owner, found);
        }
    }

    /**
     * Reads the value at {@code at} under the key that ends at {@code keyEnd}.
     *
     * @param told what the key says that it is, or null
     * @param vague what it is if hyphens join its words, or null
     * @param traits what else the key says, of {@link KeyTraits}
     */
    public void read(@Nullable IdentifierType told, @Nullable IdentifierType vague, int traits, int keyEnd, int at) {
        int begin = begin(at);
        int value = begin;
        while (value < to && value - begin < MOST_SPACES && (text[value] == ' ' || text[value] == '\t')) {
            value++;
        }
        boolean people = told == IdentifierType.IAMUSER && assignments.isPeople(keyEnd, value);
        IdentifierType known = people && addresses.resource() == null ? null : told;
        announce(known, traits, keyEnd, value);
        IdentifierType type = known == IdentifierType.PASSWORD && assignments.isVerdict(keyEnd, value) ? null : known;
        type = type == null ? references.meaning(traits, keyEnd, value, nesting.owner()) : type;
        boolean sure = false;
        if (type == null && (traits & KeyTraits.MARKED) != 0) {
            type = marked(traits, keyEnd, value);
            sure = type != null;
        }
        if (type == null) {
            type = paired(traits, at);
            sure = type != null && !(type.secret() && text[at - 1] == '=');
        }
        type = type == null ? containers.type(traits, keyEnd, value) : type;
        if (type == null) {
            begins(keyEnd, value);
            type = guesses.type(vague, traits, keyEnd, at, value);
        }
        type = type == null ? described(traits, keyEnd, value) : type;
        if (type == null) {
            containers.below(keyEnd, at, value);
            message(traits, keyEnd, at, value);
        } else {
            read(type, sure, traits, keyEnd, at, value);
        }
    }

    private void read(IdentifierType type, boolean sure, int traits, int keyEnd, int at, int value) {
        boolean message = text[at - 1] == ':'
                && !type.secret()
                && (assignments.isErrorCode(value) || assignments.isSentence(value));
        if (message || assignments.isRepeated(type, keyEnd, value) || assignments.isNoSecret(type, keyEnd, value)) {
            return;
        }
        boolean generic = (traits & KeyTraits.GENERIC) != 0;
        if (value < to && text[value] == '\n' && !generic) {
            yaml.expect(keyEnd, type);
        }
        boolean alone = type.secret()
                ? assignments.isVariable(keyEnd) || ConnectionStrings.holds(text, from, keyEnd, to)
                : assignments.isAlone(type, keyEnd, value)
                        || (type == IdentifierType.IAMUSER && ConnectionStrings.holds(text, from, keyEnd, to));
        int begin = begin(at);
        values.read(generic ? Nesting.member(type, (traits & KeyTraits.NAME) != 0) : type, begin, sure || alone);
    }

    private int begin(int at) {
        return Bytes.at(text, at, to, BOLD) ? at + BOLD.length() : at;
    }

    /** What a name is whose object holds an ARN of its own; the ARN reads the name in front of it. */
    private @Nullable IdentifierType described(int traits, int keyEnd, int value) {
        if ((traits & KeyTraits.ARN) != 0) {
            int depth = nesting.depth();
            arns.describe(text, from, keyEnd, value, to, depth);
            for (int name = arns.described(depth); name >= 0; name = arns.described(depth)) {
                values.read(IdentifierType.RES, name, false);
            }
            return null;
        }
        boolean name = (traits & KeyTraits.NAME) != 0 && (traits & (KeyTraits.GENERIC | KeyTraits.RESOURCE)) != 0;
        boolean joined = name && Words.joined(text, value, to) && !assignments.isExpression(value);
        return joined && arns.names(nesting.depth(), value) ? IdentifierType.RES : null;
    }

    /** Says whose the object or list is that begins at {@code value}, if one does. */
    private void announce(@Nullable IdentifierType type, int traits, int keyEnd, int value) {
        if (value < to && (text[value] == '{' || text[value] == '[')) {
            IdentifierType resource = addresses.resource();
            boolean block = (resource != null || addresses.named()) && (traits & KeyTraits.BLOCK) != 0;
            boolean names = type != null && text[value] == '{' && text[keyEnd - 1] == 's';
            IdentifierType owner = (traits & KeyTraits.REFERENCE) != 0 ? IdentifierType.SECRETNAME : type;
            owner = owner == null ? vocabulary.holders.find(text, from, keyEnd) : owner;
            nesting.expect(value, block ? resource : owner, names);
            if (text[value] == '{' && (traits & KeyTraits.REQUEST) != 0) {
                nesting.expectRequest(value);
            } else if (text[value] == '{' && block && addresses.named()) {
                nesting.expectResource(value);
            } else if (text[value] == '{' && templates.begins(keyEnd)) {
                templates.open(value, nesting);
            }
        } else if (value < to && (text[value] == '\n' || text[value] == '\r') && templates.begins(keyEnd)) {
            templates.below(keyEnd);
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

    /** What the name beside it says of a value; a name reads the value in front of it. */
    private @Nullable IdentifierType paired(int traits, int at) {
        if ((traits & KeyTraits.VALUE) != 0) {
            IdentifierType type = pairs.valued(at);
            boolean several = (traits & KeyTraits.BLOCK) != 0;
            return several && type != null && (type.secret() || !Words.joined(text, at, to)) ? null : type;
        }
        if ((traits & KeyTraits.NAME) != 0) {
            int other = pairs.named(at);
            IdentifierType subject = pairs.subject();
            if (other >= 0 && subject != null) {
                values.read(subject, other, true);
            }
        }
        return null;
    }

    /** Reads the object that a {@code kind} begins. */
    private void begins(int keyEnd, int value) {
        int service = text[keyEnd] == ':' ? Serverless.name(text, from, keyEnd, to) : -1;
        if (service >= 0) {
            values.read(IdentifierType.STACK, service, false);
        }
        if (value + 1 >= to) {
            return;
        }
        if (text[keyEnd - 1] == 'e') {
            templates.note(keyEnd, value, nesting.depth());
        }
        if (text[value] == 'C' || text[value + 1] == 'C') {
            ClusterTags.config(text, value, to, found);
        }
        if (text[value] == 'S' || text[value + 1] == 'S') {
            kubernetes.find(keyEnd, value);
            mark(keyEnd, value, false);
        }
    }

    /** Reads what a program says behind a colon. */
    private void message(int traits, int keyEnd, int at, int value) {
        if (text[at - 1] != ':') {
            return;
        }
        if ((traits & KeyTraits.MESSAGE) != 0 && !(value + 1 < to && text[value] == '{' && text[value + 1] == '"')) {
            errors.find(value);
        }
        if (value > at && (text[keyEnd - 1] | 32) == 'e') {
            errors.resource(keyEnd, value);
        }
        if (value > at) {
            StateLocks.find(text, from, keyEnd, value, to, found);
            StackEvents.progress(text, from, keyEnd, value, to, found);
        }
    }
}
