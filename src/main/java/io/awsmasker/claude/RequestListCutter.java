package io.awsmasker.claude;

import io.awsmasker.json.JsonNesting;

/**
 * Cuts the list of requests in a batch, behind its opening bracket, into the requests and what stands between them. Where a request
 * ends is seen from its braces alone, and what is inside is for a parser.
 */
final class RequestListCutter {
    private enum State {
        FIRST_REQUEST,
        REQUEST,
        IN_REQUEST,
        AFTER_REQUEST,
        END
    }

    private final BatchParts parts;
    private final int longestRequest;
    private State state = State.FIRST_REQUEST;
    private JsonNesting nesting = new JsonNesting();

    /** @param longestRequest how many bytes one request may have */
    RequestListCutter(BatchParts parts, int longestRequest) {
        this.parts = parts;
        this.longestRequest = longestRequest;
    }

    /** Whether the closing bracket has come. */
    boolean hasEnded() {
        return state == State.END;
    }

    /**
     * Takes the bytes of a piece up to the end of the list.
     *
     * @param offset of the first of them in the body
     * @return where in the piece the list ends or the piece does
     */
    int accept(byte[] piece, int from, long offset) {
        int at = from;
        while (at < piece.length && state != State.END) {
            if (state == State.IN_REQUEST) {
                at = request(piece, at);
            } else {
                around(piece[at], offset + at - from);
                at++;
            }
        }
        return at;
    }

    private int request(byte[] piece, int from) {
        int end = from;
        while (end < piece.length && nesting.depth() > 0) {
            nesting.take(piece[end++]);
        }
        parts.request(piece, from, end);
        if (parts.requestSoFar() > longestRequest) {
            throw new OversizedBody("a request of the batch is larger than " + (longestRequest >> 20) + " MB");
        }
        if (nesting.depth() == 0) {
            state = State.AFTER_REQUEST;
            parts.endOfRequest();
        }
        return end;
    }

    private void around(byte b, long offset) {
        boolean behind = state == State.AFTER_REQUEST;
        if (b == ']' && state != State.REQUEST) {
            parts.endOfRun();
            parts.structure(b);
            state = State.END;
        } else if (b == '{' && !behind) {
            parts.startOfRequest(b);
            nesting = new JsonNesting();
            nesting.take(b);
            state = State.IN_REQUEST;
        } else if (BatchCutter.isBlank(b) || (b == ',' && behind)) {
            parts.between(b);
            state = b == ',' ? State.REQUEST : state;
        } else {
            throw BatchCutter.fault(
                    offset,
                    behind
                            ? "has something other than a comma between two requests"
                            : "must have here a request, which is an object");
        }
    }
}
