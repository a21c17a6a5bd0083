package io.awsmasker.detect.bytes;

/** What tools write in front of a line, and where the line itself begins behind it: an offset, or -1 where nothing is. */
public final class LineStarts {
    private static final int MOST_DIGITS = 7;
    private static final int MOST_BLANKS = 32;
    private static final int LONGEST_WORD = 256;
    private static final int LONGEST_ZONE = 7;
    private static final int SHORTEST_COMMIT = 7;
    private static final int LONGEST_COMMIT = 64;
    private static final int YEAR = 4;
    private static final int SECONDS_END = 19;
    private static final Marks IN_WORDS = Marks.of("./-_@+~");

    private LineStarts() {}

    /** A number and what ends it; not the first one of a date or a time, but one in front of a date. */
    public static int number(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + MOST_DIGITS + 1), Bytes.DIGIT);
        if (end == at || end - at > MOST_DIGITS || end >= to) {
            return -1;
        }
        if (text[end] == '\t') {
            return end + 1;
        }
        if (end + 2 < to && text[end] == (byte) 0xE2 && text[end + 1] == (byte) 0x86 && text[end + 2] == (byte) 0x92) {
            return end + 3;
        }
        if (text[end] == ':' || text[end] == '-') {
            int digits = Bytes.runEnd(text, end + 1, to, Bytes.DIGIT) - end - 1;
            return digits == 0 || (digits == YEAR && Bytes.at(text, end + 1 + YEAR, to, "-")) ? end + 1 : -1;
        }
        return bar(text, blanks(text, end, to), to);
    }

    /** A vertical line, of ASCII or beyond. */
    public static int bar(byte[] text, int at, int to) {
        boolean drawn =
                at + 2 < to && text[at] == (byte) 0xE2 && text[at + 1] == (byte) 0x94 && text[at + 2] == (byte) 0x82;
        boolean bar = drawn || (at < to && text[at] == '|');
        return bar ? blank(text, at + (drawn ? 3 : 1), to) : -1;
    }

    /** A sign of a quotation, alone in its line or in front of a blank or of another. */
    public static int quotation(byte[] text, int at, int to) {
        boolean inner = at + 1 < to && text[at + 1] == text[at];
        return inner || at + 1 >= to || text[at + 1] <= ' ' ? blank(text, at + 1, to) : -1;
    }

    /** The mark of a comment; a star stands alone, a slash and a hyphen do not. */
    public static int comment(byte[] text, int mark, int to) {
        int end = mark;
        while (end < to && end - mark < 3 && text[end] == text[mark]) {
            end++;
        }
        boolean several = text[mark] == '/' || text[mark] == '-';
        boolean star = text[mark] == '*';
        boolean wrong = (several && end - mark < 2) || (star && (end - mark > 1 || (end < to && text[end] > ' ')));
        return wrong ? -1 : blank(text, end, to);
    }

    /** {@code 2024-05-01T10:11:12.1234567Z }; with a fraction also if a blank stands in the place of the T. */
    public static int time(byte[] text, int at, int to) {
        int end = at + SECONDS_END;
        if (end >= to
                || text[at + 4] != '-'
                || text[at + 7] != '-'
                || text[at + 13] != ':'
                || text[at + 16] != ':'
                || !Bytes.is(text[at], Bytes.DIGIT)) {
            return -1;
        }
        boolean fraction = text[end] == '.' || text[end] == ',';
        if (text[at + 10] != 'T' && !(text[at + 10] == ' ' && fraction)) {
            return -1;
        }
        end = fraction ? Bytes.runEnd(text, end + 1, to, Bytes.DIGIT) : end;
        int limit = Math.min(to, end + LONGEST_ZONE);
        while (end < limit && (Bytes.is(text[end], Bytes.DIGIT) || "Z+-:".indexOf(text[end]) >= 0)) {
            end++;
        }
        return end < to && (text[end] == ' ' || text[end] == '\t') ? end + 1 : -1;
    }

    /** {@code api-1  | }, as the containers of a service have numbers. */
    public static int service(byte[] text, int at, int to) {
        int end = word(text, at, to);
        boolean numbered = end - 2 > at && Bytes.is(text[end - 1], Bytes.DIGIT);
        int bar = blanks(text, end, to);
        return numbered && bar > end && bar < to && text[bar] == '|' ? blank(text, bar + 1, to) : -1;
    }

    /** {@code a1b2c3d4 (Ahab 2024-05-01 10:11:12 +0200 12) }, as git says who wrote a line; a file may stand in between. */
    public static int blame(byte[] text, int at, int to) {
        int commit = at < to && text[at] == '^' ? at + 1 : at;
        int end = Bytes.runEnd(text, commit, Math.min(to, commit + LONGEST_COMMIT), Bytes.LOWER_HEX);
        if (end - commit < SHORTEST_COMMIT || end >= to || text[end] != ' ') {
            return -1;
        }
        int file = word(text, end + 1, to);
        int author = file > end + 1 && file < to && text[file] == ' ' ? blanks(text, file, to) : end + 1;
        if (author >= to || text[author] != '(') {
            return -1;
        }
        int limit = Math.min(to, author + LONGEST_WORD);
        int close = author;
        while (close < limit && text[close] != ')' && text[close] != '\n') {
            close++;
        }
        return close < limit && text[close] == ')' && Bytes.is(text[close - 1], Bytes.DIGIT)
                ? blank(text, close + 1, to)
                : -1;
    }

    /** {@code main.tf:12:} and, for the lines around a hit, {@code main.tf-12-}; the name stands also at {@code name}. */
    public static int file(byte[] text, int name, int length, int at, int to) {
        int end = at + length;
        for (int i = 0; i < length; i++) {
            if (at + i >= to || text[at + i] != text[name + i]) {
                return -1;
            }
        }
        if (end >= to || (text[end] != ':' && text[end] != '-')) {
            return -1;
        }
        int number = Bytes.runEnd(text, end + 1, to, Bytes.DIGIT);
        boolean closed = number > end + 1 && number < to && text[number] == text[end];
        return closed ? number + 1 : -1;
    }

    /** Whether the line can be nothing but one of a diff: a hyphen in front of a single blank begins an item of a list. */
    public static boolean ofDiff(byte[] text, int at, int to) {
        byte next = at + 1 < to ? text[at + 1] : (byte) '\n';
        return switch (text[at]) {
            case '+' -> next != '-' && next != '=';
            case '@' -> next == '@';
            case '-' -> (next > ' ' && next != '-') || Bytes.at(text, at + 1, to, "  ");
            default -> false;
        };
    }

    public static int blanks(byte[] text, int at, int to) {
        int limit = Math.min(to, at + MOST_BLANKS);
        int i = at;
        while (i < limit && i + EightBytes.SIZE <= to) {
            long others = EightBytes.at(text, i) ^ EightBytes.BLANKS;
            if (others != 0) {
                return i + EightBytes.first(others);
            }
            i += EightBytes.SIZE;
        }
        while (i < limit && text[i] == ' ') {
            i++;
        }
        return i;
    }

    /** Where a word ends that may be the name of a file or of a service. */
    public static int word(byte[] text, int at, int to) {
        int limit = Math.min(to, at + LONGEST_WORD);
        int i = at;
        while (i < limit && (Bytes.is(text[i], Bytes.ALNUM) || IN_WORDS.has(text[i]))) {
            i++;
        }
        return i;
    }

    private static int blank(byte[] text, int at, int to) {
        return at < to && text[at] == ' ' ? at + 1 : at;
    }
}
