package io.awsmasker.detect.table;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the heads of a table say of the cells below them. A head is a key, or the words of people for one; under the latter only
 * what cannot be a word is a name, because manuals have the same heads.
 */
final class Columns {
    private static final int LONGEST_HEAD = 64;

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final Cells cells;
    private final @Nullable IdentifierType[] types = new IdentifierType[Cells.MOST];
    private final boolean[] spoken = new boolean[Cells.MOST];
    private final boolean[] vague = new boolean[Cells.MOST];

    Columns(Vocabulary vocabulary, byte[] text, Cells cells) {
        this.vocabulary = vocabulary;
        this.text = text;
        this.cells = cells;
    }

    /**
     * Takes the row just read for the heads.
     *
     * @param subject what the table as a whole holds, or null
     */
    void name(@Nullable IdentifierType subject) {
        for (int c = 0; c < cells.size(); c++) {
            types[c] = vocabulary.keys.find(text, cells.start(c), cells.end(c));
            spoken[c] = types[c] == null;
            vague[c] = false;
            if (spoken[c]) {
                types[c] = spoken(c);
            }
            if (types[c] == null) {
                types[c] = vague(c);
                vague[c] = types[c] != null;
            }
            if (types[c] == null && subject != null && cells.saysName(c)) {
                types[c] = Nesting.member(subject, true);
                spoken[c] = false;
            }
        }
        for (int c = cells.size(); c < Cells.MOST; c++) {
            types[c] = null;
        }
    }

    /** Whether the first two heads say nothing. */
    boolean silent() {
        return types[0] == null && types[1] == null;
    }

    /** Reads the row just read as one below the heads. */
    void read(Values values) {
        for (int c = 0; c < cells.size(); c++) {
            IdentifierType type = types[c];
            if (type != null && (!spoken[c] || named(c, type))) {
                values.cell(type, cells.start(c), cells.end(c));
            }
        }
    }

    /** What a key of several words says of names that hyphens join. */
    @Nullable
    IdentifierType vague(int cell) {
        boolean compound = Words.compound(text, cells.start(cell), cells.end(cell));
        return compound ? vocabulary.vagueKeys.find(text, cells.start(cell), cells.end(cell)) : null;
    }

    /** What the words of people at the head of a column say: {@code Alarm name}, {@code Lambda function}. */
    private @Nullable IdentifierType spoken(int cell) {
        int start = cells.start(cell);
        int end = cells.end(cell);
        byte[] key = new byte[Math.min(LONGEST_HEAD, end - start)];
        boolean words = false;
        for (int i = 0; i < key.length; i++) {
            words |= text[start + i] == ' ';
            key[i] = text[start + i] == ' ' ? (byte) '_' : text[start + i];
        }
        if (!words || end - start > key.length) {
            return null;
        }
        IdentifierType named = vocabulary.keys.find(key, 0, key.length);
        if (named != null) {
            return named.secret() || named == IdentifierType.IAMUSER ? null : named;
        }
        Nouns nouns = Nouns.behind(text, start, end);
        return nouns != null && nouns.end() == end && nouns.sure()
                ? nouns.kind().type()
                : null;
    }

    /** Whether a name stands under words that are also the words of manuals: {@code Function name} or {@code Parameter name}. */
    private boolean named(int cell, IdentifierType type) {
        boolean owner = !vague[cell] && (type == IdentifierType.ROLE || type == IdentifierType.STACK);
        return cells.joined(cell) || (owner && Words.distinctive(text, cells.start(cell), cells.end(cell)));
    }
}
