package io.awsmasker.claude;

/**
 * How large a regular expression is once its repetitions are written out, which is what a matcher does with it: nested ones
 * multiply, so that thirty characters can stand for more than fits into memory. One pass, and never too small.
 */
final class PatternSize {
    private static final long MOST = Integer.MAX_VALUE;
    private static final int DEEPEST = 200;

    private final String regex;
    private int at;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** In atoms, capped at 2³¹ − 1; as much for one that nests groups more than 200 deep. */
    static long of(String regex) {
        PatternSize size = new PatternSize(regex);
        long sum = 0;
        while (size.at < regex.length()) {
            sum = Math.min(MOST, sum + size.sequence(0));
            size.at++;
        }
        return sum;
    }

    /** As far as the end of the group. */
    private long sequence(int depth) {
        if (depth > DEEPEST) {
            at = regex.length();
            return MOST;
        }
        long sum = 1;
        while (at < regex.length() && regex.charAt(at) != ')') {
            long atom = atom(depth);
            sum = Math.min(MOST, sum + atom * repetitions());
        }
        return sum;
    }

    private long atom(int depth) {
        char c = regex.charAt(at++);
        if (c == '(') {
            long group = sequence(depth + 1);
            at++;
            return group;
        }
        if (c == '\\') {
            at++;
        } else if (c == '[') {
            int first = at;
            while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }
        return 1;
    }

    /** The greatest number in the braces that follow, at least 1; several repetitions of one atom multiply. */
    private long repetitions() {
        long product = 1;
        while (at < regex.length() && regex.charAt(at) == '{') {
            long number = 0;
            long greatest = 1;
            for (at++; at < regex.length() && regex.charAt(at) != '}'; at++) {
                int digit = Character.digit(regex.charAt(at), 10);
                number = digit < 0 ? 0 : Math.min(MOST, number * 10 + digit);
                greatest = Math.max(greatest, number);
            }
            at++;
            product = Math.min(MOST, product * greatest);
        }
        return product;
    }
}
