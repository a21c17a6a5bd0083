package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * Secret access keys by shape: forty letters, digits, slashes and plus signs that change their class as often as random
 * ones do. Digests in hex and paths do not. Behind a key and near an access key id a smaller sign of chance is enough than
 * for a key that stands alone.
 */
public final class SecretKeys {
    private static final int LENGTH = 40;
    private static final int FEWEST_CHANGES = 12;
    private static final int FEWEST_CHANGES_ALONE = 17;
    private static final int NEAR = 200;
    private static final int MOST_SMALL = 25;

    /** How many letters of base64 a line of a block has at least. */
    private static final int BLOCK = 60;

    private SecretKeys() {}

    /** Adds the value that begins at {@code at}, quoted or not, if it is a secret key. */
    public static void value(byte[] text, int at, int to, Candidates found) {
        int start = at;
        while (start < to && start - at < 8 && Bytes.is(text[start], Bytes.QUOTE)) {
            start++;
        }
        if (start + LENGTH <= to
                && member(text[start + LENGTH - 1])
                && member(text[start + LENGTH / 2])
                && (start + LENGTH == to || !(member(text[start + LENGTH]) || "-_".indexOf(text[start + LENGTH]) >= 0))
                && random(text, start)) {
            found.name(IdentifierType.SECRETKEY, start, start + LENGTH);
        }
    }

    /** Adds every secret key that begins within 200 bytes behind an access key id. */
    static void near(byte[] text, int at, int to, Candidates found) {
        int i = at;
        while (i < Math.min(to, at + NEAR)) {
            int start = i;
            while (i < to && i - start <= LENGTH && member(text[i])) {
                i++;
            }
            if (i - start == LENGTH && random(text, start)) {
                found.name(IdentifierType.SECRETKEY, start, i);
            }
            while (i < to && i - at < NEAR && i > start && member(text[i])) {
                i++;
            }
            i = Math.max(i, start + 1);
        }
    }

    /** Adds the run of key characters that ends at {@code end} if it is a secret key without any sign of it. */
    public static void bare(byte[] text, int from, int end, int to, Candidates found) {
        int start = end - LENGTH;
        if (start < from
                || !member(text[start])
                || Bytes.runEnd(text, start, end, Bytes.BASE64) < end
                || (start > from && (member(text[start - 1]) || "-_".indexOf(text[start - 1]) >= 0))
                || (end < to && "-_=".indexOf(text[end]) >= 0)) {
            return;
        }
        if (random(text, start, FEWEST_CHANGES_ALONE)
                && !called(text, start, end)
                && !encoded(text, from, start, end, to)) {
            found.name(IdentifierType.SECRETKEY, start, end);
        }
    }

    /** Whether it has more small letters than chance gives, as the name of a type has: {@code K8sIoPkgApisMetaV1…}. */
    private static boolean called(byte[] text, int start, int end) {
        int small = 0;
        for (int i = start; i < end; i++) {
            small += Bytes.is(text[i], Bytes.LOWER) ? 1 : 0;
        }
        return small > MOST_SMALL;
    }

    /** Whether it is the last line of a block of base64, or an encoded word in a mail's header. */
    private static boolean encoded(byte[] text, int from, int start, int end, int to) {
        int line = start - 1 - BLOCK;
        boolean block = line >= from
                && text[start - 1] == '\n'
                && Bytes.runEnd(text, line, start - 1, Bytes.BASE64) == start - 1;
        return block || (end + 1 < to && text[end] == '?' && text[end + 1] == '=');
    }

    private static boolean random(byte[] text, int start) {
        return random(text, start, FEWEST_CHANGES);
    }

    private static boolean random(byte[] text, int start, int fewestChanges) {
        int changes = 0;
        int classes = 0;
        int last = 0;
        for (int i = start; i < start + LENGTH; i++) {
            if (!member(text[i])) {
                return false;
            }
            int current = Bytes.is(text[i], Bytes.UPPER)
                    ? 1
                    : Bytes.is(text[i], Bytes.LOWER) ? 2 : Bytes.is(text[i], Bytes.DIGIT) ? 4 : 8;
            changes += current != last ? 1 : 0;
            classes |= current;
            last = current;
        }
        return (classes & 7) == 7 && changes > fewestChanges;
    }

    private static boolean member(byte b) {
        return Bytes.is(b, Bytes.BASE64);
    }
}
