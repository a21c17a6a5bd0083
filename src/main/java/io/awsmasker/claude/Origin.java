package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;
import java.util.function.Predicate;

/**
 * Where a text that is parsed on its own stands in the body that was sent, so that what is refused is named as its sender
 * knows it: a run of requests of a batch is read as a list of its own, whose first element may be the thousandth request.
 *
 * @param list the name of the list whose elements the text is, in brackets of its own; empty if it is no such run
 * @param first how many elements of the list stand in front of it
 * @param start how many bytes of the body stand in front of it; the whole body is the only text for which it is 0
 */
record Origin(String list, int first, long start) {
    /** The text is the whole body. */
    static final Origin BODY = new Origin("", 0, 0);

    /** A member beside the requests of a batch, in braces of its own. */
    static Origin member(BatchPart part) {
        return new Origin("", 0, part.start());
    }

    /** A run of requests of a batch. */
    static Origin requests(BatchPart part) {
        return new Origin(BatchCutter.REQUESTS, part.requestsBefore(), part.start());
    }

    /** The path of a node in the body; names that are not {@code shown} are told by their number. */
    String path(JsonIndex index, int node, Predicate<String> shown) {
        return path(index.path(node, shown));
    }

    /** What is wrong and where, without any of the text. */
    String fault(JsonSyntaxException fault, Predicate<String> shown) {
        String path = path(fault.path(shown));
        return (path.isEmpty() ? "" : "at " + path + ": ")
                + (start == 0
                        ? fault.getMessage()
                        : "invalid JSON at byte " + (start + fault.offset() - 1) + ": " + fault.problem());
    }

    private String path(String inside) {
        int close = inside.indexOf(']');
        return list.isEmpty() || close < 0
                ? inside
                : list + '[' + (first + Integer.parseInt(inside.substring(1, close))) + inside.substring(close);
    }
}
