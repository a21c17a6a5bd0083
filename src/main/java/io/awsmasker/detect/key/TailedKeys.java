package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.value.Arguments;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Keys that name a thing of AWS without ending in the word for it: {@code S3_BUCKET_UPLOADS} says which bucket, and the
 * {@code database} of a call is one of a server only where the call connects to it. Only a name with a joint stands there.
 */
final class TailedKeys {
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_CALL = 240;
    private static final Marks SEPARATORS = Marks.of("=:\"' ");
    private static final String DATABASE = "database";
    private static final String CONNECT = "connect";

    /** Last words of variables that hold something about a thing and not which one it is. */
    private static final WordTable PROPERTIES = new WordTable(
            Words.set(
                    "region prefix suffix policy acl type mode class url uri arn path key version size zone env tag tags ttl "
                            + "timeout id ids endpoint host port kind status state format pattern group level tier plan owner account "
                            + "driver engine image description desc location domain provider client regex date time limit schedule"));

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;

    TailedKeys(Keys keys, Passage passage) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
    }

    /**
     * What a variable means whose last word tells which one it is, {@code S3_BUCKET_UPLOADS}, or the database that a call
     * connects to, or null; only of a name with a joint.
     */
    @Nullable
    IdentifierType find(int keyEnd, int value) {
        if (keyEnd >= to || !SEPARATORS.has(text[keyEnd]) || keyEnd - 1 <= from) {
            return null;
        }
        if (Bytes.is(text[keyEnd - 1], Bytes.UPPER)) {
            int word = keyEnd;
            while (word > from && keyEnd - word < LONGEST_WORD && Bytes.is(text[word - 1], Bytes.UPPER)) {
                word--;
            }
            boolean tail = word - 1 > from && text[word - 1] == '_' && !PROPERTIES.contains(text, word, keyEnd);
            IdentifierType type = tail ? keys.find(text, from, word - 1) : null;
            int noun = word - 1;
            while (noun > from && tail && Bytes.is(text[noun - 1], Bytes.UPPER)) {
                noun--;
            }
            boolean own = type != null && !type.secret() && noun > from && text[noun - 1] == '_';
            return own && Words.joined(text, value, to) && !named(value) ? type : null;
        }
        return text[keyEnd] == '=' && text[keyEnd - 1] == 'e' && connects(keyEnd) ? IdentifierType.DBNAME : null;
    }

    /** Whether it is a word of the language, {@code public-read}, and no name. */
    private boolean named(int value) {
        int start = Arguments.behindQuote(text, value, to);
        return Compounds.is(text, start, Bytes.runEnd(text, start, Math.min(to, start + LONGEST_VALUE), Bytes.HOST));
    }

    /** Whether the key is the {@code database} of a call that connects to one, and its text more than a plain word. */
    private boolean connects(int keyEnd) {
        int word = keyEnd - DATABASE.length();
        if (word < from || !Bytes.at(text, word, keyEnd, DATABASE) || !Boundary.before(text, from, word)) {
            return false;
        }
        int start = Arguments.behindQuote(text, keyEnd + 1, to);
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_VALUE), Bytes.WORD);
        if (start == keyEnd + 1 || !Words.distinctive(text, start, end)) {
            return false;
        }
        for (int i = word - 1; i > from && word - i < LONGEST_CALL; i--) {
            if (text[i] == '(' && Bytes.at(text, Math.max(from, i - CONNECT.length()), i, CONNECT)) {
                return true;
            }
        }
        return false;
    }
}
