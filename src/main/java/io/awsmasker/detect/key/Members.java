package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.infrastructure.Serverless;
import io.awsmasker.detect.kubernetes.KubernetesSecrets;
import io.awsmasker.detect.kubernetes.SecretReferences;
import io.awsmasker.detect.log.StackEvents;
import io.awsmasker.detect.log.StateLocks;
import io.awsmasker.detect.name.ClusterTags;
import io.awsmasker.detect.prose.ErrorMessages;
import io.awsmasker.detect.secret.ConnectionStrings;
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

    /** How Markdown ends a key behind its separator. */
    private static final String BOLD = "**";

    private final Enclosures around;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Values values;
    private final Pairs pairs;
    private final SecretMarks marks;
    private final Assignments assignments;
    private final Containers containers;
    private final Guesses guesses;
    private final ErrorMessages errors;
    private final KubernetesSecrets kubernetes;
    private final SecretReferences references;

    public Members(
            Vocabulary vocabulary,
            Passage passage,
            Enclosures around,
            Values values,
            Pairs pairs,
            SecretMarks marks,
            ErrorMessages errors,
            Candidates found) {
        this.around = around;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.values = values;
        this.pairs = pairs;
        this.marks = marks;
        this.errors = errors;
        this.assignments = new Assignments(vocabulary.keys, passage, around.yaml);
        this.kubernetes = new KubernetesSecrets(passage, found);
        this.references = new SecretReferences(passage, around.yaml);
        this.containers = new Containers(vocabulary, passage, around, assignments);
        this.guesses = new Guesses(vocabulary, passage, assignments, containers);
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
        IdentifierType known = people && around.addresses.resource() == null ? null : told;
        around.announce(known, traits, keyEnd, value);
        IdentifierType type = known == IdentifierType.PASSWORD && assignments.isVerdict(keyEnd, value) ? null : known;
        type = type == null ? references.meaning(traits, keyEnd, value, around.nesting.owner()) : type;
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
            around.yaml.expect(keyEnd, type);
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
            int depth = around.nesting.depth();
            around.arns.describe(text, from, keyEnd, value, to, depth);
            for (int name = around.arns.described(depth); name >= 0; name = around.arns.described(depth)) {
                values.read(IdentifierType.RES, name, false);
            }
            return null;
        }
        boolean name = (traits & KeyTraits.NAME) != 0 && (traits & (KeyTraits.GENERIC | KeyTraits.RESOURCE)) != 0;
        boolean joined = name && Words.joined(text, value, to) && !assignments.isExpression(value);
        return joined && around.arns.names(around.nesting.depth(), value) ? IdentifierType.RES : null;
    }

    /** What a mark beside the key that ends at {@code keyEnd} says of its value; a key may be a mark itself. */
    private @Nullable IdentifierType marked(int traits, int keyEnd, int value) {
        if ((traits & KeyTraits.MARK) != 0) {
            mark(keyEnd, value, true);
            return null;
        }
        IdentifierType type = marks.valued(value);
        boolean generated = (traits & KeyTraits.RESULT) != 0 && around.nesting.owner() == IdentifierType.PASSWORD;
        return generated && around.addresses.resource() == IdentifierType.PASSWORD ? IdentifierType.PASSWORD : type;
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
            around.templates.note(keyEnd, value, around.nesting.depth());
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
