package io.awsmasker.detect.scan;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Timestamps;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.secret.SecretKeys;

/**
 * What a digit is part of: a time, an escape, a secret key, a text in base64, hexadecimal digits or a number. What begins
 * further left is found from its first digit, since texts without digits are the most.
 */
final class Digits {
    /** A digit is among the first bytes of any text in base64. */
    private static final int SHORTEST_ENCODED = 12;

    private static final String HTML_HYPHEN = "&#45;";

    /** Of a volume's id, which is written without its hyphen as the serial number of the disk. */
    private static final String VOLUME = "vol";

    private static final int VOLUME_DIGITS = 17;

    private final Recognisers recognisers;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private int keyFloor;

    Digits(Recognisers recognisers, Passage passage, Candidates found) {
        this.recognisers = recognisers;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.keyFloor = passage.start();
    }

    /** Looks at what the digit at {@code i} is part of; returns where to read on. */
    int at(int i) {
        byte before = i > from ? text[i - 1] : 0;
        if (before == '"' && Timestamps.inJson(text, from, i, to)) {
            return i + Timestamps.LENGTH;
        }
        if (before == '#' && i - 2 >= from && Bytes.at(text, i - 2, to, HTML_HYPHEN)) {
            recognisers.prefixedIds.find(text, from, i - 2, i - 2 + HTML_HYPHEN.length(), to, found);
        }
        if (Bytes.is(before, Bytes.IN_ESCAPE)) {
            int escaped = Boundary.escapeEnd(text, from, i, to);
            if (escaped > i) {
                return escaped;
            }
        }
        if (i >= keyFloor) {
            int floor = keyFloor;
            keyFloor = Bytes.runEnd(text, i, to, Bytes.BASE64);
            boolean number = keyFloor - i < Encoded.SHORTEST && !Bytes.is(before, Bytes.BASE64 | Bytes.OPENS_ESCAPE);
            if (!number) {
                SecretKeys.bare(text, from, keyFloor, to, found);
                if (keyFloor - Math.max(floor, i - SHORTEST_ENCODED) >= SHORTEST_ENCODED) {
                    keyFloor = Encoded.find(recognisers, text, floor, i, keyFloor, to, found);
                }
            }
        }
        if (before == 'l' && volume(i)) {
            return i + VOLUME_DIGITS;
        }
        if (Bytes.is(before, Bytes.LETTER) && !Boundary.before(text, from, i)) {
            return Bytes.runEnd(text, i, to, Bytes.LOWER_HEX);
        }
        int end = Bytes.runEnd(text, i, to, Bytes.DIGIT);
        recognisers.numbers.find(text, from, i, end, to, found);
        return end;
    }

    private boolean volume(int i) {
        int start = i - VOLUME.length();
        int end = i + VOLUME_DIGITS;
        boolean serial = start >= from
                && end <= to
                && Bytes.at(text, start, i, VOLUME)
                && (Boundary.before(text, from, start) || text[start - 1] == '_')
                && Bytes.runEnd(text, i, end, Bytes.LOWER_HEX) == end
                && Boundary.after(text, end, to);
        if (serial) {
            found.shape(IdentifierType.VOL, start, end);
        }
        return serial;
    }
}
