package io.awsmasker.claude;

/** A body that is not what the API takes: says where and why, and holds none of its text. */
public final class InvalidBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidBody(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
