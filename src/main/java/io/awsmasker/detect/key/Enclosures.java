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
import io.awsmasker.detect.infrastructure.Templates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.shape.OwnArns;
import io.awsmasker.detect.value.Calls;
import io.awsmasker.detect.value.SecretMarks;
import io.awsmasker.detect.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * The objects, lists, blocks and records around the place that is read, and whose they are: said by the key in front of one, by the
 * call or the resource that it belongs to. Members ask it when their own keys say nothing.
 */
public final class Enclosures {
    private static final int LONGEST_KEY = 128;

    /** How Terraform writes a document that a resource holds, {@code jsonencode([…])}, and that is about other things. */
    private static final String ENCODES = "encode(";

    final Nesting nesting = new Nesting();
    final OwnArns arns = new OwnArns();
    final YamlOwner yaml;
    final Addresses addresses;
    final Templates templates;
    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Pairs pairs;
    private final SecretMarks marks;

    /**
     * @param pairs end where an object does
     * @param marks so do these
     */
    public Enclosures(
            Vocabulary vocabulary,
            Commands commands,
            Passage passage,
            Values values,
            Pairs pairs,
            SecretMarks marks,
            Candidates found) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.pairs = pairs;
        this.marks = marks;
        this.yaml = new YamlOwner(passage, vocabulary.terraform);
        this.addresses = new Addresses(vocabulary.terraform, passage, nesting, values, found);
        this.templates = new Templates(vocabulary, commands, passage);
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

    /** Says whose the object or list is that begins at {@code value}, if one does. */
    void announce(@Nullable IdentifierType type, int traits, int keyEnd, int value) {
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
}
