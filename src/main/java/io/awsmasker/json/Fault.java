package io.awsmasker.json;

/**
 * What a scanner found wrong and where, without knowing the document around it. Carries no stack trace, because it never
 * leaves the room: {@link JsonIndex#parse} turns it into a {@link JsonSyntaxException}.
 */
final class Fault extends RuntimeException {
    private final int offset;
    private final String problem;
    private final boolean tooDeep;

    /**
     * @param offset offset in the array
     * @param problem what is wrong and how to mend it, without text of the body
     */
    Fault(int offset, String problem) {
        this(offset, problem, false);
    }

    private Fault(int offset, String problem, boolean tooDeep) {
        super(problem, null, false, false);
        this.offset = offset;
        this.problem = problem;
        this.tooDeep = tooDeep;
    }

    static Fault tooDeep(int offset, int maxDepth) {
        return new Fault(
                offset,
                "objects and arrays are nested deeper than the limit of " + maxDepth + "; send a flatter text",
                true);
    }

    boolean isTooDeep() {
        return tooDeep;
    }

    int offset() {
        return offset;
    }

    String problem() {
        return problem;
    }
}
