package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Bytes;

/**
 * Where the id stands of what Terraform takes up: behind the address in {@code terraform import}, in the line beside it in an
 * {@code import} block. Looks a bounded way to either side of the address.
 */
final class Imports {
    private static final int FAR = 256;
    private static final String COMMAND = "import";

    private Imports() {}

    /** Where the id of the resource begins whose address stands at {@code address}, or -1. */
    static int id(byte[] text, int from, int address, int to) {
        int word = address;
        while (word > from && address - word < FAR && text[word - 1] > ' ') {
            word--;
        }
        if (word - 1 <= from || text[word - 1] != ' ') {
            return -1;
        }
        int before = blanks(text, from, word);
        if (before <= from) {
            return -1;
        }
        if (text[before - 1] == '=') {
            return beside(text, from, before - 1, to);
        }
        return isImported(text, from, before) ? behind(text, address, to) : -1;
    }

    /** Whether the words that end at {@code at} are the command and options of it. */
    private static boolean isImported(byte[] text, int from, int at) {
        int end = at;
        while (end > from && at - end < FAR) {
            int start = end;
            while (start > from && at - start < FAR && text[start - 1] > ' ') {
                start--;
            }
            if (start == end || text[start] != '-') {
                return end - start == COMMAND.length() && Bytes.at(text, start, end, COMMAND);
            }
            end = blanks(text, from, start);
        }
        return false;
    }

    private static int behind(byte[] text, int address, int to) {
        int end = address;
        while (end < to && end - address < FAR && text[end] > ' ') {
            end++;
        }
        return end < to && text[end] == ' ' ? end + 1 : -1;
    }

    /** {@code id = "x"} above or below the line {@code to = aws_…} whose sign stands at {@code sign}. */
    private static int beside(byte[] text, int from, int sign, int to) {
        int end = blanks(text, from, sign);
        int line = blanks(text, from, end - 2);
        if (end - 2 < from || !Bytes.at(text, end - 2, end, "to") || line <= from || text[line - 1] != '\n') {
            return -1;
        }
        int next = sign;
        while (next < to && next - sign < FAR && text[next] != '\n') {
            next++;
        }
        int below = value(text, next + 1, to);
        int above = line - 1;
        while (above > from && line - above < FAR && text[above - 1] != '\n') {
            above--;
        }
        return below >= 0 ? below : value(text, above, to);
    }

    /** Where the value stands of the {@code id} with which the line at {@code line} begins, or -1. */
    private static int value(byte[] text, int line, int to) {
        int key = blanksEnd(text, line, to);
        int sign = key + 2 < to && Bytes.at(text, key, to, "id") ? blanksEnd(text, key + 2, to) : to;
        return sign < to && text[sign] == '=' ? sign + 1 : -1;
    }

    private static int blanks(byte[] text, int from, int at) {
        int i = at;
        while (i > from && at - i < FAR && text[i - 1] == ' ') {
            i--;
        }
        return i;
    }

    private static int blanksEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < FAR && text[i] == ' ') {
            i++;
        }
        return i;
    }
}
