package io.awsmasker.claude;

/** A body of more values than can be masked at once; the message holds none of its text. */
public final class OversizedBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OversizedBody(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
