package io.awsmasker.mask;

import io.awsmasker.mapping.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * One thing to replace: bytes {@code [start, end)} hold {@code value}.
 *
 * @param concealed whether the value must not stand anywhere in what leaves
 * @param redacted whether it becomes a token that stands for nothing, so that the value is neither stored nor restored
 * @param blockedBy the setting that forbids it to be here at all, or null
 */
record Hit(
        int start,
        int end,
        String tokenClass,
        String value,
        boolean concealed,
        boolean redacted,
        @Nullable String blockedBy) {
    private static final String REDACTED = "_000";

    Identifier identifier() {
        return new Identifier(tokenClass, value);
    }

    String redaction() {
        return tokenClass + REDACTED;
    }

    /** This hit and the one that follows without a gap, as one value: two tokens side by side could not be told apart. */
    Hit joined(Hit next) {
        boolean both = redacted || next.redacted;
        String blocking = blockedBy == null ? next.blockedBy : blockedBy;
        return new Hit(start, next.end, tokenClass, value + next.value, false, both, blocking);
    }
}
