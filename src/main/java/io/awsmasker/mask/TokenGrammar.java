package io.awsmasker.mask;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.EightBytes;
import java.util.HashSet;
import java.util.Set;

/**
 * What a token looks like: a known class, an underscore and a number of at least three digits, standing as a word of its
 * own. Masking and restoring both ask this one grammar, so whatever one of them takes for a token the other does too.
 *
 * <p>Everything here works on bytes in which a token is plain ASCII and all else only has to be different from ASCII, so
 * UTF-8 will do, and so will one byte per UTF-16 unit. The cost is linear: each underscore looks back over at most one
 * class name and ahead over at most one number.
 */
final class TokenGrammar {
    /** More digits than any counter reaches; a longer number is not a token. */
    static final int MAX_DIGITS = 9;

    private static final int MIN_DIGITS = 3;

    /** The longest token, in bytes: a stream never has to hold back more than this. */
    static final int LONGEST = TokenClasses.LONGEST + 1 + MAX_DIGITS;

    private final Set<String> classes;
    private final Set<String> classBeginnings;

    TokenGrammar(Set<String> classes) {
        this.classes = Set.copyOf(classes);
        this.classBeginnings = beginnings(classes);
    }

    /** Takes one token: bytes {@code [start, end)}. */
    interface Sink {
        void token(int start, int end);
    }

    /** Reports every token in {@code text[from, to)} that can be restored, in ascending order. */
    void find(byte[] text, int from, int to, Sink sink) {
        for (int i = underscore(text, from, to); i + MIN_DIGITS < to; i = underscore(text, i + 1, to)) {
            int end = numberEnd(text, i + 1, to);
            if (end < 0 || !Boundary.after(text, end, to)) {
                continue;
            }
            int start = classStart(text, from, i);
            if (start >= 0) {
                sink.token(start, end);
                i = end - 1;
            }
        }
    }

    /** The first underscore from {@code at} on, or {@code to}; eight bytes are looked at together. */
    private static int underscore(byte[] text, int at, int to) {
        int i = at;
        for (; i <= to - EightBytes.SIZE; i += EightBytes.SIZE) {
            long underscores = EightBytes.equal(EightBytes.at(text, i), (byte) '_');
            if (underscores != 0) {
                return i + EightBytes.first(underscores);
            }
        }
        while (i < to && text[i] != '_') {
            i++;
        }
        return i;
    }

    /**
     * Where the longest suffix of {@code text[from, to)} begins that can still become a token, or be one whose number goes
     * on; {@code to} when there is none. What stands before {@code from} counts for its boundary.
     */
    int openSuffix(byte[] text, int from, int to) {
        for (int i = Math.max(from, to - LONGEST); i < to; i++) {
            if (isUpper(text[i]) && canGrow(text, i, to) && Boundary.before(text, 0, i)) {
                return i;
            }
        }
        return to;
    }

    private boolean canGrow(byte[] text, int start, int to) {
        int i = start;
        while (i < to && isClassByte(text[i])) {
            i++;
        }
        String name = ascii(text, start, i);
        if (i == to) {
            return classBeginnings.contains(name);
        }
        if (text[i] != '_' || !classes.contains(name)) {
            return false;
        }
        return numberCanGrow(text, i + 1, to);
    }

    private static boolean numberCanGrow(byte[] text, int at, int to) {
        for (int i = at; i < to; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        int digits = to - at;
        boolean padded = digits > MIN_DIGITS && text[at] == '0';
        return digits <= MAX_DIGITS && !padded && !isRedacted(text, at, digits);
    }

    private static boolean isRedacted(byte[] text, int at, int digits) {
        return digits == MIN_DIGITS && text[at] == '0' && text[at + 1] == '0' && text[at + 2] == '0';
    }

    /** The end of a number that begins at {@code at}, or -1: three digits but not 000, or more without a leading zero. */
    private static int numberEnd(byte[] text, int at, int to) {
        int end = at;
        while (end < to && isDigit(text[end])) {
            end++;
        }
        int digits = end - at;
        boolean padded = digits > MIN_DIGITS && text[at] == '0';
        return digits < MIN_DIGITS || digits > MAX_DIGITS || isRedacted(text, at, digits) || padded ? -1 : end;
    }

    private int classStart(byte[] text, int from, int underscore) {
        int lowest = Math.max(from, underscore - TokenClasses.LONGEST);
        int runStart = underscore;
        while (runStart > lowest && isClassByte(text[runStart - 1])) {
            runStart--;
        }
        for (int i = runStart; i < underscore; i++) {
            if (Boundary.before(text, from, i) && classes.contains(ascii(text, i, underscore))) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> beginnings(Set<String> words) {
        Set<String> beginnings = new HashSet<>();
        for (String word : words) {
            for (int length = 1; length <= word.length(); length++) {
                beginnings.add(word.substring(0, length));
            }
        }
        return Set.copyOf(beginnings);
    }

    @SuppressWarnings("deprecation") // the ASCII constructor: no decoder, the bytes are known to be A-Z and 0-9
    private static String ascii(byte[] text, int from, int to) {
        return new String(text, 0, from, to - from);
    }

    private static boolean isClassByte(byte b) {
        return isUpper(b) || isDigit(b);
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
