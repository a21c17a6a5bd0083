package io.awsmasker.redis;

/**
 * Why Redis could not be asked. It replaces every exception of the client, because the client's texts carry connection
 * strings with their passwords; so it has no cause either.
 */
public final class RedisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of trouble that an operator mends in different ways. */
    public enum Reason {
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** The server refused the credentials. */
        AUTHENTICATION,
        /** The server answered with any other error: read-only, out of memory, loading, a forbidden command. */
        OPERATION
    }

    private final Reason reason;

    /** @param message free of keys, values and credentials; it may be logged and shown */
    public RedisException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Who can mend it. */
    public Reason reason() {
        return reason;
    }
}
