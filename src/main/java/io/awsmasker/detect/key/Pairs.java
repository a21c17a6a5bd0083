package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Records that say the name and the value of something in two members: {@code "ParameterKey": "BucketName",
 * "ParameterValue": "x"}, environment variables of containers, stack outputs, tags. The first member's value is read as
 * a key, the second member stands under it; either may come first.
 */
public final class Pairs {
    private static final int FAR = 256;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_TAG = 64;

    /** Elements of XML that hold settings, unlike those that hold what a person reads. */
    private static final WordTable ELEMENTS =
            new WordTable(Words.set("property prop entry param parameter setting option config env variable arg add"));

    private final Vocabulary vocabulary;
    private final byte[] text;
    private final int from;
    private final int to;
    private @Nullable IdentifierType pending;
    private boolean vague;
    private int pendingAt;
    private int pendingEnd = -1;
    private int valueAt = -1;
    private boolean awaiting;

    public Pairs(Vocabulary vocabulary, Passage passage) {
        this.vocabulary = vocabulary;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
    }

    /** A bracket: what stands on its two sides is no pair. */
    void separate() {
        pending = null;
        valueAt = -1;
        awaiting = false;
    }

    /**
     * Notes the member that says what the pair is about; its value stands at {@code at}.
     *
     * @return where the value that was read before stands, or -1
     */
    int named(int at) {
        int start = at;
        while (start < to && start - at < 16 && Bytes.is(text[start], Bytes.QUOTE)) {
            start++;
        }
        int end = start;
        while (end < Math.min(to, start + LONGEST_KEY) && (Bytes.is(text[end], Bytes.NAME) || text[end] == ':')) {
            end++;
        }
        pending = end > start && start >= from ? vocabulary.keys.find(text, start, end) : null;
        vague = pending == null && end > start && start >= from;
        pending = vague ? vocabulary.vagueKeys.find(text, start, end) : pending;
        pendingAt = at;
        pendingEnd = end;
        int value = pending != null && valueAt >= 0 && at - valueAt < FAR && fits(valueAt) ? valueAt : -1;
        valueAt = -1;
        awaiting = value < 0;
        return value;
    }

    /** Notes the member whose value stands at {@code at}; returns its type if that is known by now. */
    @Nullable
    IdentifierType valued(int at) {
        IdentifierType type = at - pendingAt < FAR && fits(at) ? pending : null;
        valueAt = type == null && !(awaiting && at - pendingAt < FAR) ? at : -1;
        awaiting = false;
        pending = null;
        return type;
    }

    private boolean fits(int value) {
        return !vague || Words.joined(text, value, to);
    }

    /** What stands in the element whose tag ends at {@code close}, if its last attribute is the name, or null. */
    @Nullable
    IdentifierType attribute(int close) {
        if (pending == null || pendingEnd != close - 1) {
            return null;
        }
        int tag = pendingAt;
        while (tag > from && pendingAt - tag < LONGEST_TAG && text[tag - 1] != '<') {
            tag--;
        }
        return ELEMENTS.contains(text, tag, Bytes.runEnd(text, tag, pendingAt, Bytes.WORD)) ? pending : null;
    }

    /** What the pair of the last name is about, or null. */
    @Nullable
    IdentifierType subject() {
        return pending;
    }
}
