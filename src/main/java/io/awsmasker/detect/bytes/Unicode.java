package io.awsmasker.detect.bytes;

/**
 * Characters that text processors put into names: hyphens at which no line breaks and dashes, soft hyphens and other ones
 * without a width.
 */
final class Unicode {
    private Unicode() {}

    /** The number of bytes of the one that begins at {@code at}, or 0 if another character does. */
    static int length(byte[] text, int at, int to) {
        if (at + 1 < to && text[at] == (byte) 0xC2) {
            return text[at + 1] == (byte) 0xAD ? 2 : 0;
        }
        return at + 2 < to && (hyphen(text, at) || invisible(text, at)) ? 3 : 0;
    }

    /** A hyphen, or {@link Escapes#NOTHING}. */
    static int meaning(byte[] text, int at) {
        return text[at] != (byte) 0xC2 && hyphen(text, at) ? '-' : Escapes.NOTHING;
    }

    /** U+2010 to U+2013, and the minus U+2212. */
    private static boolean hyphen(byte[] text, int at) {
        int second = text[at + 1] & 0xff;
        int third = text[at + 2] & 0xff;
        return text[at] == (byte) 0xE2
                && ((second == 0x80 && third >= 0x90 && third <= 0x93) || (second == 0x88 && third == 0x92));
    }

    /** U+200B to U+200D, U+2060, U+FEFF. */
    private static boolean invisible(byte[] text, int at) {
        int second = text[at + 1] & 0xff;
        int third = text[at + 2] & 0xff;
        return text[at] == (byte) 0xE2
                ? (second == 0x80 && third >= 0x8B && third <= 0x8D) || (second == 0x81 && third == 0xA0)
                : text[at] == (byte) 0xEF && second == 0xBB && third == 0xBF;
    }
}
