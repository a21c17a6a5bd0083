package io.awsmasker.detect;

/**
 * Backslashes, however many, in front of a character that joins the parts of names: {@code \/} and the number of a slash
 * in JSON within text, {@code \.} of regular expressions, {@code \-} of Markdown. What stands for a letter, a digit or the
 * beginning of another escape is none of them, nor are {@code \n} and {@code \"}, which the recognisers know.
 */
final class Escapes {
    private static final int NUMBER = 5;
    private static final String BY_NUMBER = " !\"#$&'()*+,-./:<=>?@^`{|}~";

    private Escapes() {}

    /** Where the next of them begins that begins in front of {@code limit}, or {@code limit}. */
    static int next(byte[] text, int from, int limit, int to) {
        int i = backslash(text, from, limit);
        while (i < limit) {
            int end = end(text, i, to);
            if (end > 0) {
                return i;
            }
            i = backslash(text, -end, limit);
        }
        return limit;
    }

    /** Where the one ends whose first backslash stands at {@code at}; if it is none, the end of the backslashes, negated. */
    static int end(byte[] text, int at, int to) {
        int run = at + 1;
        while (run < to && text[run] == '\\') {
            run++;
        }
        if (run == to) {
            return -run;
        }
        byte escaped = text[run];
        if (escaped == '/' || escaped == '.' || escaped == '-') {
            return run + 1;
        }
        boolean number = escaped == 'u'
                && run + NUMBER <= to
                && text[run + 1] == '0'
                && text[run + 2] == '0'
                && BY_NUMBER.indexOf(ascii(text, run + NUMBER)) >= 0;
        return number ? run + NUMBER : -run;
    }

    /** The character for which the one stands that ends at {@code end}. */
    static byte meaning(byte[] text, int end) {
        byte last = text[end - 1];
        return Bytes.is(last, Bytes.HEX) ? (byte) ascii(text, end) : last;
    }

    private static int ascii(byte[] text, int end) {
        return Character.digit(text[end - 2], 16) * 16 + Character.digit(text[end - 1], 16);
    }

    private static int backslash(byte[] text, int from, int to) {
        int i = from;
        while (i + EightBytes.SIZE <= to) {
            long slashes = EightBytes.equal(EightBytes.at(text, i), (byte) '\\');
            if (slashes != 0) {
                return i + (Long.numberOfTrailingZeros(slashes) >>> 3);
            }
            i += EightBytes.SIZE;
        }
        while (i < to && text[i] != '\\') {
            i++;
        }
        return i;
    }
}
