package io.awsmasker.json;

/**
 * Well-formed UTF-8 as table 3-7 of the Unicode standard defines it. Checked by hand, because a JDK decoder would need a
 * second copy of the text only to say yes or no.
 */
final class Utf8 {
    private static final String MALFORMED = "the text is not well-formed UTF-8; encode it as UTF-8";
    private static final String SURROGATE =
            "a surrogate stands in the UTF-8; encode the whole character, or write the surrogate as a \\u escape";

    private Utf8() {}

    /**
     * Checks one character of two to four bytes.
     *
     * @return the offset behind it
     */
    static int sequence(byte[] text, int at, int to) {
        int lead = text[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            throw new Fault(at, MALFORMED);
        }
        int end = at + length(text[at]);
        if (end > to) {
            throw new Fault(at, MALFORMED);
        }
        int second = text[at + 1] & 0xFF;
        if (lead == 0xED && second >= 0xA0 && second <= 0xBF) {
            throw new Fault(at, SURROGATE);
        }
        if (second < lowestSecond(lead) || second > (lead == 0xF4 ? 0x8F : 0xBF)) {
            throw new Fault(at, MALFORMED);
        }
        for (int i = at + 2; i < end; i++) {
            if (!continues(text[i])) {
                throw new Fault(at, MALFORMED);
            }
        }
        return end;
    }

    private static int lowestSecond(int lead) {
        return switch (lead) {
            case 0xE0 -> 0xA0;
            case 0xF0 -> 0x90;
            default -> 0x80;
        };
    }

    /** The number of bytes of the character that this byte begins. */
    static int length(byte lead) {
        if (lead >= 0) {
            return 1;
        }
        int unsigned = lead & 0xFF;
        return unsigned < 0xE0 ? 2 : unsigned < 0xF0 ? 3 : 4;
    }

    /** Whether a byte is the second, third or fourth of a character. */
    static boolean continues(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /**
     * Writes a code point, also a lone surrogate, which takes the three bytes that its number would have.
     *
     * @return the offset behind it
     */
    static int write(int codePoint, byte[] out, int at) {
        int next = at;
        if (codePoint < 0x80) {
            out[next++] = (byte) codePoint;
            return next;
        }
        if (codePoint < 0x800) {
            out[next++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                out[next++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                out[next++] = (byte) (0xF0 | (codePoint >> 18));
                out[next++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            out[next++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        out[next++] = (byte) (0x80 | (codePoint & 0x3F));
        return next;
    }
}
