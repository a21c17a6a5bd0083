package io.awsmasker.detect.bytes;

import java.util.List;

/** What programs send to a terminal between the texts: colours, erasures, titles (ECMA-48, 5.4). */
final class Terminal {
    static final byte ESCAPE = 0x1b;
    private static final byte BELL = 7;
    private static final int LONGEST_CONTROL = 24;
    private static final int LONGEST_TITLE = 256;

    private static final List<String> NAMES = List.of("u001b", "u001B", "x1b", "x1B", "033", "e");
    private static final Marks FIRST_OF_NAMES = Marks.of("ux0e");

    private static final Marks PARAMETERS = Marks.of("0123456789;:?");

    private Terminal() {}

    /** Where the sequence ends that goes on at {@code at}, behind the escape character; negative if it does not end. */
    static int end(byte[] text, int at, int to) {
        if (at >= to) {
            return -at;
        }
        if (text[at] == '[') {
            int i = at + 1;
            while (i < to && i - at < LONGEST_CONTROL && text[i] >= ' ' && text[i] < '@') {
                i++;
            }
            return i < to && text[i] >= '@' && text[i] < 0x7f ? i + 1 : -at;
        }
        if (text[at] == ']') {
            int i = at + 1;
            while (i < to && i - at < LONGEST_TITLE && text[i] != BELL && text[i] != ESCAPE) {
                i++;
            }
            return i < to && text[i] == BELL ? i + 1 : -at;
        }
        boolean charset = text[at] == '(' || text[at] == ')';
        return charset && at + 1 < to ? at + 2 : -at;
    }

    /** Where the name of the escape character ends ({@code e}, {@code 033}, …) if a control follows it; else {@code at}. */
    static int named(byte[] text, int at, int to) {
        if (!FIRST_OF_NAMES.has(text[at])) {
            return at;
        }
        for (String name : NAMES) {
            if (Bytes.at(text, at, to, name) && at + name.length() < to && text[at + name.length()] == '[') {
                return at + name.length();
            }
        }
        return at;
    }

    /** Whether a control ends with the byte at {@code last}; a colour also where the escape character was lost. */
    static boolean ends(byte[] text, int from, int last) {
        if (!Bytes.is(text[last], Bytes.LETTER)) {
            return false;
        }
        int i = last;
        while (i > from && last - i < LONGEST_CONTROL && PARAMETERS.has(text[i - 1])) {
            i--;
        }
        if (i <= from || (text[i - 1] != '[' && text[i - 1] != '(')) {
            return false;
        }
        boolean colour = text[last] == 'm' && i < last && text[i - 1] == '[';
        return colour || (i - 2 >= from && (text[i - 2] == ESCAPE || "bBe3".indexOf(text[i - 2]) >= 0));
    }
}
