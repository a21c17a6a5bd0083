package io.awsmasker.claude;

/**
 * A request that is valid but must not leave: it holds content that cannot be masked, or asks for a feature that goes
 * around the gateway. The message names the JSON path and the rule, never the content.
 */
public final class RefusedContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it must not leave. */
    public enum Kind {
        /** Nobody can say what is in it: an image, a PDF, an archive. */
        UNREADABLE,
        /** Anthropic would read data that never passes the gateway. */
        AROUND_THE_GATEWAY
    }

    private final Kind kind;

    RefusedContent(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** Which of the two reasons it is. */
    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
