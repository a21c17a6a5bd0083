package io.awsmasker.json;

/**
 * The escapes of a JSON string. One place knows them, for whole texts and for the pieces of a stream alike.
 */
final class Escape {
    /** No such escape. */
    static final int NONE = -1;

    private Escape() {}

    /** What a backslash and this letter stand for, or {@link #NONE}; {@code u} is none, it needs four digits more. */
    static int letter(int letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> NONE;
        };
    }

    /** The value of a hexadecimal digit, or {@link #NONE}. ASCII only, unlike {@link Character#digit}. */
    static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : NONE;
    }

    /** The number of bytes of the valid escape whose backslash is at {@code at}. */
    static int length(byte[] text, int at) {
        return text[at + 1] == 'u' ? 6 : 2;
    }

    /** The UTF-16 unit that the valid escape at {@code at} stands for. */
    static char unit(byte[] text, int at) {
        if (text[at + 1] != 'u') {
            return (char) letter(text[at + 1]);
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            unit = (unit << 4) | digit(text[i]);
        }
        return (char) unit;
    }

    /** Whether the valid escape at {@code at} and the one behind it are the two halves of one character. */
    static boolean pair(byte[] text, int at, int end) {
        return at + 6 < end
                && text[at + 6] == '\\'
                && Character.isHighSurrogate(unit(text, at))
                && Character.isLowSurrogate(unit(text, at + 6));
    }
}
