package io.awsmasker.mapping;

import java.util.regex.Pattern;

/** What tokens look like: a class, an underscore and a number that counts from 1 and has at least three digits. */
final class TokenShape {
    /** A little wider than what is given out, and yet nothing that AWS would use: capitals only. */
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]*_[0-9]+");

    private TokenShape() {}

    static String token(String tokenClass, long number) {
        String digits = Long.toString(number);
        return tokenClass + "_" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    /** Whether a text may stand for itself. */
    static boolean matches(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What stands before the number of a token. */
    static String tokenClass(String token) {
        return token.substring(0, token.lastIndexOf('_'));
    }

    /** The number of a token; one that no counter reaches is the largest there is. */
    static long number(String token) {
        String digits = token.substring(token.lastIndexOf('_') + 1);
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
