package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.CommandLine;
import io.awsmasker.detect.command.Profiles;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.infrastructure.DeploySteps;
import io.awsmasker.detect.infrastructure.Stores;
import io.awsmasker.detect.infrastructure.TaskFamilies;
import io.awsmasker.detect.infrastructure.WafRules;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a key says only together with its value or with what stands beside it, since programs have the same key for other
 * things too. Asked last, so that whatever knows better has said so before.
 */
final class Guesses {
    private static final int FARTHEST_POINT = 64;

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Assignments assignments;
    private final TailedKeys tailed;
    private final Containers containers;

    Guesses(Vocabulary vocabulary, Passage passage, Assignments assignments, Containers containers) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.assignments = assignments;
        this.tailed = new TailedKeys(vocabulary.keys, passage);
        this.containers = containers;
    }

    /**
     * What the value at {@code value} is under the key that ends at {@code keyEnd}, or null.
     *
     * @param vague what the key says of a name whose words hyphens join, or null
     * @param traits what else it says, of {@link KeyTraits}
     * @param at the first byte behind the separator
     */
    @Nullable
    IdentifierType type(@Nullable IdentifierType vague, int traits, int keyEnd, int at, int value) {
        boolean generic = (traits & KeyTraits.GENERIC) != 0;
        IdentifierType type = generic && text[at - 1] == ':' ? assignments.phrase(keyEnd) : null;
        boolean own = vague == IdentifierType.RES ? Profiles.named(text, value, to) : vague != null;
        boolean joined = own
                && Words.joined(text, value, to)
                && !assignments.isExpression(value)
                && !assignments.isSentence(value);
        type = type == null && joined ? vague : type;
        type = type == null && vague == null ? tailed.find(keyEnd, value) : type;
        boolean profile = type == null && Profiles.ofSession(text, from, keyEnd) && Profiles.named(text, value, to);
        type = profile ? IdentifierType.RES : type;
        boolean stored = (traits & KeyTraits.LOCATION) != 0 && Stores.inS3(text, from, keyEnd, to);
        type = type == null && stored ? IdentifierType.BUCKET : type;
        type = type == null && generic && Words.joined(text, value, to) ? ofField(traits, keyEnd) : type;
        type = type == null && WafRules.is(text, from, keyEnd, value, to) ? IdentifierType.RES : type;
        type = type == null && TaskFamilies.is(text, from, keyEnd, value, to) ? IdentifierType.ECS : type;
        type = type == null && DeploySteps.is(text, from, keyEnd, value, to) ? IdentifierType.ECS : type;
        type = type == null && generic && text[at - 1] == '=' ? ofShorthand(keyEnd) : type;
        type = type == null && containers.calls(traits, keyEnd, value) ? IdentifierType.RES : type;
        return type == null && text[at - 1] == ':' ? assignments.noun(keyEnd, value) : type;
    }

    /** What {@code --pipeline name=x} of a command says: the option holds one. */
    private @Nullable IdentifierType ofShorthand(int keyEnd) {
        int option = (text[keyEnd - 1] | 32) == 'e' ? CommandLine.shorthand(text, from, keyEnd) : -1;
        return option < 0 ? null : vocabulary.holders.find(text, from, option);
    }

    /** What {@code bucket.name:} in the flat fields of alerts and queries says: the word in front of the point. */
    private @Nullable IdentifierType ofField(int traits, int keyEnd) {
        int point = keyEnd - 1;
        while (point > from && keyEnd - point < FARTHEST_POINT && Bytes.is(text[point], Bytes.LETTER)) {
            point--;
        }
        IdentifierType type = text[point] == '.' ? vocabulary.keys.find(text, from, point) : null;
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        return type == null || type.secret() || person ? null : Nesting.member(type, (traits & KeyTraits.NAME) != 0);
    }
}
