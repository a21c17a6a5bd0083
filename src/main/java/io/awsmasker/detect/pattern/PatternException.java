package io.awsmasker.detect.pattern;

/** A pattern that cannot be used; the message says at which character and why, and shows none of it. */
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatternException(int index, String fault) {
        super("character " + (index + 1) + ": " + fault, null, false, false);
    }

    PatternException(String fault) {
        super(fault, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
