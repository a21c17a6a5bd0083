package io.awsmasker.json;

/** Finds the end of a number or of {@code true}, {@code false}, {@code null}. Checks the grammar only: no value is computed. */
final class ScalarScanner {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private ScalarScanner() {}

    /** Scans a number that begins at {@code at} with a minus sign or a digit; returns the offset behind it. */
    static int number(byte[] text, int at, int to) {
        int next = text[at] == '-' ? at + 1 : at;
        if (next < to && text[next] == '0') {
            next++;
            if (next < to && isDigit(text[next])) {
                throw new Fault(next, "a number begins with 0 and goes on with a digit; leave the leading zero out");
            }
        } else {
            next = digits(text, next, to);
        }
        if (next < to && text[next] == '.') {
            next = digits(text, next + 1, to);
        }
        if (next < to && (text[next] | 0x20) == 'e') {
            next++;
            if (next < to && (text[next] == '+' || text[next] == '-')) {
                next++;
            }
            next = digits(text, next, to);
        }
        return next;
    }

    private static int digits(byte[] text, int at, int to) {
        int next = at;
        while (next < to && isDigit(text[next])) {
            next++;
        }
        if (next == at) {
            throw new Fault(at, "a digit is missing in a number; JSON numbers look like -1, 0.5 or 2e10");
        }
        return next;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Scans the word that begins at {@code at} with t, f or n; returns the offset behind it. */
    static int word(byte[] text, int at, int to) {
        byte[] word = text[at] == 't' ? TRUE : text[at] == 'f' ? FALSE : NULL;
        for (int i = 1; i < word.length; i++) {
            if (at + i >= to || text[at + i] != word[i]) {
                throw new Fault(at, "a word is none of true, false, null; put text in double quotes");
            }
        }
        return at + word.length;
    }
}
