package io.awsmasker.json;

import java.util.function.Predicate;

/**
 * A text is not JSON. Tells place, fault and remedy and contains no text of the body in its message, because messages end
 * up in logs and answers; it refers to the body for {@link #path} only, so it should be handled and dropped.
 */
public final class JsonSyntaxException extends RuntimeException {
    private final transient JsonIndex readSoFar;
    private final int container;
    private final int offset;
    private final String problem;
    private final boolean tooDeep;

    JsonSyntaxException(JsonIndex readSoFar, int container, int from, Fault fault) {
        super("invalid JSON at byte " + (fault.offset() - from) + " ("
                + TextPosition.of(readSoFar.text(), from, fault.offset()) + "): " + fault.problem());
        this.readSoFar = readSoFar;
        this.container = container;
        this.offset = fault.offset() - from;
        this.problem = fault.problem();
        this.tooDeep = fault.isTooDeep();
    }

    /** How many bytes of the text stand before the fault. */
    public int offset() {
        return offset;
    }

    /** Whether the text may be JSON, but is nested deeper than was allowed. */
    public boolean isTooDeep() {
        return tooDeep;
    }

    /** What is wrong and how to mend it, without the place. */
    public String problem() {
        return problem;
    }

    /**
     * Where the fault stands: the member being read, the array element that would come next, or the object whose next member
     * was expected; empty at the root.
     *
     * @param shown which names may be told, as in {@link JsonIndex#path}
     */
    public String path(Predicate<String> shown) {
        return JsonPath.ofUnfinished(readSoFar, container, shown);
    }
}
