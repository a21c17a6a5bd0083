package io.awsmasker.failsecure;

/** Why the gateway does not let a request or an answer through; its message goes to the client and holds no original. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** @param message for the client, without its own text: what is wrong and how to mend it */
    public Refusal(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The code that operators know, with the status that the client gets. */
    public ErrorCode code() {
        return code;
    }

    /** Code, name and message, as operators read it. */
    @Override
    public String toString() {
        return code.code() + " " + code.contractName() + ": " + getMessage();
    }
}
