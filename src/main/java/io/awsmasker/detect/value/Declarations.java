package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Constants and variables that a program declares with their type, {@code const TABLE: &str = "x"}, {@code table string = "x"}:
 * the type stands between the name and the sign behind which its value stands.
 */
public final class Declarations {
    private static final int LONGEST = 24;
    private static final int LONGEST_VALUE = 96;
    private static final WordTable TEXTS = new WordTable(Words.set("string str secretstr"));
    private static final Marks OF_TYPES = Marks.of("&'[]? :");

    private Declarations() {}

    /** Where the name ends that is declared in front of the sign at {@code sign}, or {@code end} if no type stands there. */
    public static int nameEnd(byte[] text, int from, int end, int sign, int to) {
        int last = end;
        while (last > from
                && end - last < 3
                && (text[last - 1] == ']' || text[last - 1] == '?' || text[last - 1] == ' ')) {
            last--;
        }
        if (text[sign] != '=' || last - 4 < from || (text[last - 1] != 'r' && text[last - 1] != 'g')) {
            return end;
        }
        int type = last;
        while (type > from && last - type < LONGEST && Bytes.is(text[type - 1], Bytes.LETTER)) {
            type--;
        }
        if (!TEXTS.contains(text, type, last)) {
            return end;
        }
        int name = type;
        boolean colon = false;
        while (name > from
                && type - name < LONGEST
                && (OF_TYPES.has(text[name - 1]) || (!colon && letter(text[name - 1])))) {
            name--;
            colon |= text[name] == ':';
        }
        int space = type - 1;
        boolean go =
                space - 1 > from && text[space] == ' ' && Bytes.is(text[space - 1], Bytes.ALNUM) && text[type] == 's';
        int declared = colon ? name : go ? space : end;
        return declared < end && joined(text, sign, to) ? declared : end;
    }

    /** Whether signs or digits are in the text in quotes behind the sign: databases have tables that a word names. */
    private static boolean joined(byte[] text, int sign, int to) {
        int start = sign + 1;
        while (start < to && start - sign < 4 && (text[start] == ' ' || text[start] == '\\')) {
            start++;
        }
        start = Arguments.behindQuote(text, Calls.unwrapped(text, start, to), to);
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_VALUE), Bytes.NAME);
        return start > sign + 1 && Bytes.runEnd(text, start, end, Bytes.LETTER) < end;
    }

    private static boolean letter(byte b) {
        return Bytes.is(b, Bytes.LETTER);
    }
}
