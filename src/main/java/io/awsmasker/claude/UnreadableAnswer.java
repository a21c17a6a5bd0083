package io.awsmasker.claude;

/** An answer that cannot be restored, because it is not what the API writes; the message holds none of its text. */
public final class UnreadableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
