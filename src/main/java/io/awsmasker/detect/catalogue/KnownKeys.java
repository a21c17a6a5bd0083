package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of JSON mean that were met before: the same few hundred names stand in every answer of AWS, so each is read
 * once and afterwards only compared, eight bytes at a time. A newer key takes the place of an older one with the same
 * hash; entries never change, so that many threads may read and replace them without a lock.
 */
public final class KnownKeys {
    private static final int LONGEST = 24;
    private static final int SLOTS = 1024;
    private static final int SHIFT = Long.SIZE - 10;

    /** How many keys of the same hash are kept, as those that differ in their beginnings only. */
    private static final int WAYS = 4;

    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /**
     * A key as its bytes and what they say.
     *
     * @param last the eight bytes in front of the closing quote, for a short key with the opening one and what stands
     *     in front of that
     * @param vague what it tells of a name whose words hyphens join
     * @param word whether it is nothing but letters and not all capitals, so that nothing can be found inside it
     */
    public record Key(
            long first,
            long middle,
            long last,
            int length,
            @Nullable IdentifierType type,
            @Nullable IdentifierType vague,
            int traits,
            boolean word) {
        /** Whether this is the key whose closing quote stands at {@code end}, and {@code bytes} in front of it. */
        boolean is(byte[] text, int end, long bytes) {
            if (bytes != last) {
                return false;
            }
            int start = end - length;
            return length < EightBytes.SIZE
                    || (text[start - 1] == '"'
                            && first == EightBytes.at(text, start)
                            && (length <= 2 * EightBytes.SIZE
                                    || middle == EightBytes.at(text, start + EightBytes.SIZE)));
        }

        /** Whether it says nothing of its value nor of what stands beside it. */
        public boolean silent() {
            return word && type == null && vague == null && traits == 0;
        }
    }

    private final Keys keys;
    private final Keys vague;
    private final @Nullable Key[] slots = new Key[SLOTS + WAYS];

    KnownKeys(Keys keys, Keys vague) {
        this.keys = keys;
        this.vague = vague;
    }

    /** The key of JSON, made of letters, whose opening quote stands at {@code open} and a colon and a space behind it. */
    @Nullable
    public Key word(byte[] text, int from, int open, int to) {
        int end = open + 1;
        if (end + LONGEST + EightBytes.SIZE > to) {
            return null;
        }
        long quotes = EightBytes.equal(EightBytes.at(text, end), (byte) '"');
        while (quotes == 0 && end - open < LONGEST - EightBytes.SIZE) {
            end += EightBytes.SIZE;
            quotes = EightBytes.equal(EightBytes.at(text, end), (byte) '"');
        }
        end += EightBytes.first(quotes);
        Key key = quotes != 0 && text[end + 1] == ':' && text[end + 2] == ' ' ? find(text, from, end) : null;
        return key != null && key.word() ? key : null;
    }

    /**
     * The key between two double quotes of which the second stands at {@code end}, or null if it is no plain one of at
     * most 24 bytes. Only what stands between the quotes decides what it means.
     */
    @Nullable
    public Key find(byte[] text, int from, int end) {
        if (end - LONGEST - 1 < from || text[end] != '"') {
            return null;
        }
        long last = EightBytes.at(text, end - EightBytes.SIZE);
        int slot = (int) ((last * SCATTER) >>> SHIFT);
        for (int way = slot; way < slot + WAYS; way++) {
            Key known = slots[way];
            if (known == null) {
                break;
            }
            if (known.is(text, end, last)) {
                return known;
            }
        }
        return learn(text, from, end, last, slot);
    }

    private @Nullable Key learn(byte[] text, int from, int end, long last, int slot) {
        int start = end;
        while (start >= end - LONGEST && text[start - 1] != '"') {
            start--;
        }
        int length = end - start;
        if (length < 1 || length > LONGEST || !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            return null;
        }
        boolean brief = length < EightBytes.SIZE;
        Key key = new Key(
                brief ? 0 : EightBytes.at(text, start),
                brief ? 0 : EightBytes.at(text, Math.min(start + EightBytes.SIZE, end - EightBytes.SIZE)),
                last,
                length,
                keys.find(text, from, end),
                vague.find(text, from, end),
                KeyTraits.of(text, from, end),
                Bytes.runEnd(text, start, end, Bytes.LETTER) == end
                        && (Bytes.any(text, start, end) & Bytes.LOWER) != 0);
        int way = slot;
        while (way < slot + WAYS - 1 && slots[way] != null) {
            way++;
        }
        slots[way] = key;
        return key;
    }
}
