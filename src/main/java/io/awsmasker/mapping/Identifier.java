package io.awsmasker.mapping;

/**
 * An original that needs a token.
 *
 * @param tokenClass the word in front of the number, as {@code EC2} in {@code EC2_001}: a capital, then
 *     capitals, digits and underscores
 * @param value the original: not empty, and without half of a surrogate pair, which no store could give back
 */
public record Identifier(String tokenClass, String value) {
    /**
     * The class of text that only looks like a token. Such a literal stays itself, reserved so that no original ever gets
     * it, unless it is the token of some original: then it gets a token of this class. A literal that does not even look
     * like a token gets a token of this class too.
     */
    public static final String LITERAL = "LIT";

    /** Throws {@link IllegalArgumentException} for a class or a value that is not as above; its message shows neither. */
    public Identifier {
        if (!isClass(tokenClass)) {
            throw new IllegalArgumentException("a token class has capitals, digits and '_', a capital first");
        }
        if (value.isEmpty() || !isWellFormed(value)) {
            throw new IllegalArgumentException("an identifier is a text that is not empty and valid Unicode");
        }
    }

    /** Whether this may keep its text as its token. */
    boolean isLiteral() {
        return tokenClass.equals(LITERAL) && TokenShape.matches(value);
    }

    private static boolean isClass(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isCapital = c >= 'A' && c <= 'Z';
            if (!isCapital && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
