package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.mapping.Identifier;
import java.util.List;
import java.util.Objects;
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

    /** Hits without gaps between them as one value: two tokens side by side could not be told apart. */
    static Hit joined(byte[] text, List<Hit> hits) {
        Hit first = hits.get(0);
        int end = hits.get(hits.size() - 1).end;
        String value = new String(text, first.start, end - first.start, UTF_8);
        boolean redacted = hits.stream().anyMatch(Hit::redacted);
        String blocking = hits.stream()
                .map(Hit::blockedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Hit(first.start, end, first.tokenClass, value, false, redacted, blocking);
    }
}
