package io.awsmasker.detect.bytes;

/** Classes of ASCII bytes, from one table: a look-up costs the same for every class and bytes above 127 are in none. */
public final class Bytes {
    public static final int DIGIT = 1;
    public static final int LOWER = 2;
    public static final int UPPER = 4;
    public static final int HEX = 8;
    /** Letters, digits and underscore. */
    public static final int WORD = 16;
    /** What names are made of when nothing quotes them. */
    public static final int NAME = 32;
    /** What host names are made of, underscore included. */
    public static final int HOST = 64;

    /** What may stand between a key, its separator and its value. */
    public static final int QUOTE = 128;

    /** The last byte of an escape, if it is a word character. */
    static final int ESCAPE_END = 256;

    /** What base64 and secret access keys are made of. */
    public static final int BASE64 = 512;

    /** What ends the resource part of an ARN. */
    public static final int ARN_END = 1024;
    /** Digits and the small letters of hexadecimal numbers. */
    public static final int LOWER_HEX = 2048;
    /** Digits and the capitals of hexadecimal numbers. */
    public static final int UPPER_HEX = 4096;
    /** What stands inside an escape behind its first byte, or is that byte. */
    public static final int IN_ESCAPE = 8192;

    public static final int UNDERSCORE = 16384;

    /** Behind which word characters may belong to an escape. */
    public static final int OPENS_ESCAPE = 32768;

    public static final int LETTER = LOWER | UPPER;
    public static final int ALNUM = LETTER | DIGIT;

    private static final char[] CLASSES = new char[256];

    static {
        for (int b = 0; b < 128; b++) {
            int classes = b >= '0' && b <= '9' ? DIGIT | HEX : 0;
            classes |= b >= 'a' && b <= 'z' ? LOWER : 0;
            classes |= b >= 'A' && b <= 'Z' ? UPPER : 0;
            classes |= (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F') ? HEX : 0;
            classes |= (classes & ALNUM) != 0 || b == '_' ? WORD : 0;
            classes |= (classes & WORD) != 0 || "./@+#-".indexOf(b) >= 0 ? NAME : 0;
            classes |= (classes & WORD) != 0 || b == '-' || b == '.' ? HOST : 0;
            classes |= " \"'\\`".indexOf(b) >= 0 ? QUOTE : 0;
            classes |= (classes & HEX) != 0 || "ntrmKJHGhl".indexOf(b) >= 0 ? ESCAPE_END : 0;
            classes |= (classes & ALNUM) != 0 || b == '/' || b == '+' ? BASE64 : 0;
            classes |= " \"'<>\\,;)]}`|\n\r\t".indexOf(b) >= 0 ? ARN_END : 0;
            classes |= (classes & HEX) != 0 && (classes & UPPER) == 0 ? LOWER_HEX : 0;
            classes |= (classes & HEX) != 0 && (classes & LOWER) == 0 ? UPPER_HEX : 0;
            classes |= (classes & HEX) != 0 || "%\\ux".indexOf(b) >= 0 ? IN_ESCAPE : 0;
            classes |= b == '_' ? UNDERSCORE : 0;
            classes |= "\\%[;".indexOf(b) >= 0 ? OPENS_ESCAPE : 0;
            CLASSES[b] = (char) classes;
        }
    }

    private Bytes() {}

    public static boolean is(byte b, int classes) {
        return (CLASSES[b & 0xff] & classes) != 0;
    }

    /** All classes of a byte. */
    static int of(byte b) {
        return CLASSES[b & 0xff];
    }

    /** The classes to which any of these bytes belongs. */
    public static int any(byte[] text, int from, int to) {
        int any = 0;
        for (int i = from; i < to; i++) {
            any |= CLASSES[text[i] & 0xff];
        }
        return any;
    }

    /** The offset behind the run of bytes of these classes that begins at {@code at}. */
    public static int runEnd(byte[] text, int at, int to, int classes) {
        int i = at;
        while (i < to && (CLASSES[text[i] & 0xff] & classes) != 0) {
            i++;
        }
        return i;
    }

    /** Whether {@code word} (ASCII) stands at {@code at}. */
    public static boolean at(byte[] text, int at, int to, String word) {
        if (at < 0 || at + word.length() > to) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code [at, to)} begins with a UUID; its 36 bytes need not end at a boundary. */
    public static boolean uuid(byte[] text, int at, int to) {
        if (at < 0 || at + 36 > to) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text[at + i] != '-' : !is(text[at + i], HEX)) {
                return false;
            }
        }
        return true;
    }
}
