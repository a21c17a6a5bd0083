package io.awsmasker.detect.key;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.CommandLine;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Composed;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a key and says what is called by it: an object, a list, a record of YAML, a template's resource. Brackets
 * are asked first, because indentation means nothing inside of them.
 */
final class Containers {
    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Enclosures around;
    private final Assignments assignments;

    Containers(Vocabulary vocabulary, Passage passage, Enclosures around, Assignments assignments) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.around = around;
        this.assignments = assignments;
    }

    /** What the object, the list or the record around it is. */
    @Nullable
    IdentifierType type(int traits, int keyEnd, int value) {
        boolean generic = (traits & KeyTraits.GENERIC) != 0;
        if (!generic && (traits & KeyTraits.HOLDS) == 0) {
            return null;
        }
        boolean id = (text[keyEnd - 1] | 32) == 'd';
        IdentifierType owner = generic ? around.nesting.named(id) : around.nesting.owner();
        owner = owner == null && generic ? around.yaml.of(keyEnd) : owner;
        owner = owner == null && generic && !id ? around.templates.member(keyEnd) : owner;
        if (owner != null && generic && !id && described(keyEnd) && !isName(owner, value)) {
            return IdentifierType.RES; // what is known by an id or a path has a name besides
        }
        owner = owner == null && (traits & KeyTraits.DEFAULT) != 0 ? around.yaml.parameter(keyEnd) : owner;
        return owner != null && owner.secret() && generic ? null : owner;
    }

    /** Whether it is what the resource is called that is described around it: {@code LedgerName}. */
    boolean calls(int traits, int keyEnd, int value) {
        return (traits & KeyTraits.RESOURCE) != 0
                && described(keyEnd)
                && Words.joined(text, Composed.text(text, value, to), to)
                && !assignments.isExpression(value);
    }

    /** Whether what the type is known by can be a name, or a path begins at {@code value} for one that is known by that. */
    private boolean isName(IdentifierType type, int value) {
        return switch (type.grammar().value()) {
            case NAME, PATH, BUCKET -> true;
            case ABSOLUTE -> !CommandLine.isWord(text, value, to);
            default -> !Words.joined(text, value, to);
        };
    }

    /** Whether the key stands directly in what describes a resource. */
    private boolean described(int keyEnd) {
        return around.nesting.described() || around.templates.member(keyEnd) != null;
    }

    /** Says whose the records of YAML are that begin on the next line, if the key does. */
    void below(int keyEnd, int at, int value) {
        boolean below = at == keyEnd + 1 && text[keyEnd] == ':' && value < to && text[value] == '\n';
        IdentifierType holder = below ? vocabulary.holders.find(text, from, keyEnd) : null;
        if (holder != null) {
            around.yaml.expectHeld(keyEnd, holder);
        }
    }
}
