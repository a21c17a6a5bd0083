package io.awsmasker.mapping;

/**
 * An original that needs a token.
 *
 * @param tokenClass the word in front of the number, as {@code EC2} in {@code EC2_001}
 * @param value the original, never empty
 */
public record Identifier(String tokenClass, String value) {
    /**
     * The class of text that only looks like a token. Such a literal stays itself, reserved so that no original ever gets
     * it, unless it is the token of some original: then it gets a token of this class.
     */
    public static final String LITERAL = "LIT";
}
