package io.awsmasker.mapping;

/** Why the store could not be asked; the message never contains an original, a token or a credential. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of trouble that an operator mends in different ways. */
    public enum Reason {
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** The store refused the credentials. */
        AUTHENTICATION,
        /** The store answered, but not with success: read-only, out of memory, loading, wrong type of data. */
        OPERATION,
        /** The mappings were written with another encryption key, or without one. */
        ENCRYPTION,
        /** A tenant brings more new values a minute than it may. */
        TOO_MANY_NEW,
        /** One call brings more new values than a tenant may bring in a minute, so that it can never succeed. */
        TOO_MANY_AT_ONCE;

        /** Whether it says something about the tenant only, and nothing about the store. */
        public boolean isOfTenant() {
            return this == TOO_MANY_NEW || this == TOO_MANY_AT_ONCE;
        }
    }

    private final Reason reason;

    MappingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Who can mend it. */
    public Reason reason() {
        return reason;
    }
}
