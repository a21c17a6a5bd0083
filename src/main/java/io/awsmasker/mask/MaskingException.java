package io.awsmasker.mask;

/** A text that cannot be masked and restored exactly; the message never contains any of it. */
public final class MaskingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MaskingException(String message) {
        super(message);
    }
}
