package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;

/**
 * What stands under a secret's key and says where one lies: {@code PWD=/srv/checkout}, {@code password: user2.password}.
 * Nobody signs in with it, and masking it would garble the program and lose the way to the file.
 */
public final class Attributes {
    /** Behind a value. */
    public static final Marks ENDS = Marks.of("\"'\\,;`&)|<>}]");

    private static final int MOST_DIGITS = 3;
    private static final int SHORTEST_ROOT = 3;
    private static final int SHORTEST_RANDOM = 8;

    private Attributes() {}

    /** Whether {@code [start, end)} is the path of a file, a directory or an address; random letters behind a slash are none. */
    public static boolean isPath(byte[] text, int start, int end) {
        boolean home = start < end && text[start] == '~';
        int at = home ? start + 1 : start;
        if (at + 1 >= end || (!home && Bytes.runEnd(text, at + 1, end, Bytes.LETTER) - at < SHORTEST_ROOT)) {
            return false;
        }
        while (at < end) {
            if (text[at] != '/') {
                return false;
            }
            int segment = at + 1;
            at = Bytes.runEnd(text, segment, end, Bytes.HOST);
            if ((at == segment && at < end) || random(text, segment, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean random(byte[] text, int start, int end) {
        int any = Bytes.any(text, start, end);
        return end - start >= SHORTEST_RANDOM
                && (any & Bytes.DIGIT) != 0
                && (any & Bytes.UPPER) != 0
                && (any & Bytes.LOWER) != 0;
    }

    /** Whether the bare {@code [start, end)} is an attribute: names with points, of which the last may be the key again. */
    public static boolean is(Keys keys, IdentifierType type, byte[] text, int start, int end) {
        int at = start;
        int names = 0;
        int any = 0;
        while (at < end) {
            int name = at;
            at = Bytes.runEnd(text, name, end, Bytes.WORD);
            if (at == name
                    || Bytes.is(text[name], Bytes.DIGIT)
                    || !fewDigits(text, name, at)
                    || (at < end && (text[at] != '.' || at + 1 == end))) {
                return false;
            }
            any |= Bytes.any(text, name, at);
            names++;
            at = Math.min(end, at + 1);
        }
        if (names < 2) {
            return false;
        }
        IdentifierType last = keys.find(text, start, end);
        return (last != null && last.secret()) || ((any & Bytes.UPPER) == 0 && type != IdentifierType.PASSWORD);
    }

    private static boolean fewDigits(byte[] text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Bytes.is(text[i], Bytes.DIGIT) ? 1 : 0;
        }
        return digits < MOST_DIGITS;
    }
}
