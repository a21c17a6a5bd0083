package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import org.jspecify.annotations.Nullable;

/**
 * What the keys mean that stand without quotes behind a blank or at the beginning of a line, as those of YAML, Terraform and
 * logs do: a text has the same few over and over, so each is read once and afterwards only compared. A newer key takes the
 * place of an older one with the same hash; entries never change, so that many threads may read and replace them.
 */
public final class BareKeys {
    private static final int LONGEST = 3 * EightBytes.SIZE;
    private static final int SLOTS = 2048;
    private static final int SHIFT = Long.SIZE - 11;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final long SCATTER_MORE = 0xC2B2AE3D27D4EB4FL;

    /**
     * A key as its bytes and what they say.
     *
     * @param last its last eight bytes, or all of it
     * @param first its first eight bytes if it is longer, and {@code middle} those behind if it is longer than sixteen
     * @param vague what it tells of a name whose words hyphens join, if it tells no type
     */
    public record Key(
            long last,
            long first,
            long middle,
            int length,
            @Nullable IdentifierType type,
            @Nullable IdentifierType vague,
            int traits) {}

    private final Keys keys;
    private final Keys vague;
    private final @Nullable Key[] slots = new Key[SLOTS];

    BareKeys(Keys keys, Keys vague) {
        this.keys = keys;
        this.vague = vague;
    }

    /** What the key says that ends at {@code end}; it is remembered if nothing but its own bytes decides that. */
    public Key find(byte[] text, int from, int end) {
        int lowest = Math.max(from, end - LONGEST - 1);
        int start = end;
        while (start > lowest && (Bytes.is(text[start - 1], Bytes.WORD) || text[start - 1] == '-')) {
            start--;
        }
        int length = end - start;
        boolean alone = start > lowest && (text[start - 1] == ' ' || text[start - 1] == '\n');
        if (!alone || length == 0 || end < EightBytes.SIZE || !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            return read(text, from, end, 0, 0, 0, 0);
        }
        int missing = Math.max(0, EightBytes.SIZE - length);
        long last = EightBytes.at(text, end - EightBytes.SIZE) >>> (Byte.SIZE * missing);
        long first = length > EightBytes.SIZE ? EightBytes.at(text, start) : 0;
        long middle = length > 2 * EightBytes.SIZE ? EightBytes.at(text, start + EightBytes.SIZE) : 0;
        int slot = (int) (((last ^ (first ^ middle * SCATTER) * SCATTER_MORE) * SCATTER) >>> SHIFT);
        Key known = slots[slot];
        if (known == null
                || known.last != last
                || known.first != first
                || known.middle != middle
                || known.length != length) {
            known = read(text, from, end, last, first, middle, length);
            slots[slot] = known;
        }
        return known;
    }

    private Key read(byte[] text, int from, int end, long last, long first, long middle, int length) {
        IdentifierType type = keys.find(text, from, end);
        return new Key(
                last,
                first,
                middle,
                length,
                type,
                type == null ? vague.find(text, from, end) : null,
                KeyTraits.of(text, from, end));
    }
}
