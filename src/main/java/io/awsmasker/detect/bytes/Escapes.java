package io.awsmasker.detect.bytes;

/**
 * What a reader of a text does not see as it is written. Backslashes, however many, in front of a character that joins the
 * parts of names ({@code \/} and the number of a slash in JSON within text, {@code \.} of regular expressions, {@code \-}
 * of Markdown), a joint in percent escapes, colours, hyphens and invisible characters of Unicode. What stands for a letter,
 * a digit or the beginning of another escape is none of them, nor are {@code \n} and {@code \"}, which the recognisers know.
 */
public final class Escapes {
    /** The meaning of what is not to be seen at all. */
    public static final int NOTHING = -1;

    private static final int NUMBER = 5;
    private static final String BY_NUMBER = " !\"#$&'()*+,-./:<=>?@^`{|}~";

    private Escapes() {}

    /** Where the next of them begins that begins in front of {@code limit}, or {@code limit}. */
    public static int next(byte[] text, int from, int limit, int to) {
        int i = sign(text, from, limit);
        while (i < limit) {
            int end = end(text, i, to);
            if (end > 0) {
                return i;
            }
            i = sign(text, -end, limit);
        }
        return limit;
    }

    /** Where the one ends that begins at {@code at}; if it is none, the negative of where to read on. */
    public static int end(byte[] text, int at, int to) {
        int end = switch (text[at]) {
            case '\\' -> backslashes(text, at, to);
            case '%' -> percent(text, at, to);
            case Terminal.ESCAPE -> Terminal.end(text, at + 1, to);
            default -> at + Unicode.length(text, at, to);
        };
        return end == at ? -(at + 1) : end;
    }

    /** The character for which the one stands that begins and ends there, or {@link #NOTHING}. */
    public static int meaning(byte[] text, int start, int end) {
        if (text[start] < 0) {
            return Unicode.meaning(text, start);
        }
        byte last = text[end - 1];
        if (text[start] == '%' || (text[start] == '\\' && end - start > NUMBER && text[end - NUMBER] == 'u')) {
            return ascii(text, end);
        }
        return last == '/' || last == '.' || last == '-' ? last : ' ';
    }

    private static int backslashes(byte[] text, int at, int to) {
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
        int colour = Terminal.named(text, run, to);
        if (colour > run) {
            int end = Terminal.end(text, colour, to);
            return end > 0 ? end : -run;
        }
        boolean number = escaped == 'u'
                && run + NUMBER <= to
                && text[run + 1] == '0'
                && text[run + 2] == '0'
                && BY_NUMBER.indexOf(ascii(text, run + NUMBER)) >= 0;
        return number ? run + NUMBER : -run;
    }

    /** A hyphen, a point or an at sign, percent-encoded once or more often. */
    private static int percent(byte[] text, int at, int to) {
        int i = at + 1;
        while (i + 3 < to && i - at < Boundary.LONGEST_PERCENT - 2 && text[i] == '2' && text[i + 1] == '5') {
            i += 2;
        }
        boolean joint = i + 2 <= to
                && ((text[i] == '2' && ((text[i + 1] | 32) == 'd' || (text[i + 1] | 32) == 'e'))
                        || (text[i] == '4' && text[i + 1] == '0'));
        return joint ? i + 2 : -i;
    }

    private static int ascii(byte[] text, int end) {
        return Character.digit(text[end - 2], 16) * 16 + Character.digit(text[end - 1], 16);
    }

    private static int sign(byte[] text, int from, int to) {
        int i = from;
        while (i + EightBytes.SIZE <= to) {
            long bytes = EightBytes.at(text, i);
            long signs = EightBytes.equal(bytes, (byte) '\\')
                    | EightBytes.equal(bytes, (byte) '%')
                    | EightBytes.equal(bytes, Terminal.ESCAPE)
                    | EightBytes.aboveAscii(bytes);
            if (signs != 0) {
                return i + EightBytes.first(signs);
            }
            i += EightBytes.SIZE;
        }
        while (i < to && text[i] >= 0 && text[i] != '\\' && text[i] != '%' && text[i] != Terminal.ESCAPE) {
            i++;
        }
        return i;
    }
}
