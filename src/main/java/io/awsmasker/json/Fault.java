package io.awsmasker.json;

/**
 * What a scanner found wrong and where, without knowing the document around it. Carries no stack trace, because it never
 * leaves the room: {@link JsonIndex#parse} turns it into a {@link JsonSyntaxException}.
 */
final class Fault extends RuntimeException {
    private final int offset;
    private final String problem;

    /**
     * @param offset offset in the array
     * @param problem what is wrong and how to mend it, without text of the body
     */
    Fault(int offset, String problem) {
        super(problem, null, false, false);
        this.offset = offset;
        this.problem = problem;
    }

    int offset() {
        return offset;
    }

    String problem() {
        return problem;
    }
}
