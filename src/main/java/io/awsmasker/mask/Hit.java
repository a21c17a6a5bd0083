package io.awsmasker.mask;

import io.awsmasker.mapping.Identifier;

/**
 * One thing to replace: bytes {@code [start, end)} hold {@code value}.
 *
 * @param concealed whether the value must not stand anywhere in what leaves
 * @param redacted whether it becomes a token that stands for nothing, so that the value is neither stored nor restored
 */
record Hit(int start, int end, String tokenClass, String value, boolean concealed, boolean redacted) {
    private static final String REDACTED = "_000";

    Identifier identifier() {
        return new Identifier(tokenClass, value);
    }

    String redaction() {
        return tokenClass + REDACTED;
    }

    /** This hit and the one that follows without a gap, as one value: two tokens side by side could not be told apart. */
    Hit joined(Hit next) {
        return new Hit(start, next.end, tokenClass, value + next.value, false, redacted || next.redacted);
    }
}
