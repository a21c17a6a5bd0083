package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonNesting;
import io.awsmasker.json.JsonSyntaxException;
import java.util.List;

/**
 * Cuts the body of a batch, wherever its pieces were cut, into runs of whole requests and what stands around them, so that a
 * body of 256 MB never stands in memory. It checks the braces, commas and names around the list of requests itself and leaves
 * members to a parser; each byte is looked at once.
 */
final class BatchCutter {
    private static final int MOST_MEMBERS = 16;
    static final String REQUESTS = "requests";

    private enum State {
        START,
        FIRST_NAME,
        NAME,
        IN_NAME,
        COLON,
        VALUE,
        IN_MEMBER,
        IN_LIST,
        AFTER_VALUE,
        END
    }

    private final BatchParts parts = new BatchParts();
    private final RequestListCutter list;
    private State state = State.START;
    private long offset;
    private JsonNesting nesting = new JsonNesting();
    private boolean listSeen;
    private int members;

    /** @param longestRequest how many bytes one request may have */
    BatchCutter(int longestRequest) {
        this.list = new RequestListCutter(parts, longestRequest);
    }

    /** How many bytes wait here for the rest of their part. */
    int held() {
        return parts.held();
    }

    /**
     * The parts that end in this piece.
     *
     * @throws InvalidBody if the body is not that of a batch
     * @throws OversizedBody if one request is longer than allowed
     */
    List<BatchPart> accept(byte[] piece) {
        int at = 0;
        while (at < piece.length) {
            int from = at;
            if (state == State.IN_LIST) {
                at = list.accept(piece, at, offset);
                state = list.hasEnded() ? State.AFTER_VALUE : state;
            } else {
                accept(piece[at++]);
            }
            offset += at - from;
        }
        return parts.taken();
    }

    /** The rest, when the body has ended. */
    List<BatchPart> end() {
        if (state != State.END) {
            throw new InvalidBody(
                    "the body of the batch ends at byte " + offset + " in the middle; send the whole body");
        }
        if (!listSeen) {
            throw fault("has no member \"requests\"");
        }
        parts.endOfBody();
        return parts.taken();
    }

    private void accept(byte b) {
        switch (state) {
            case START -> expect(b, '{', State.FIRST_NAME);
            case FIRST_NAME, NAME -> {
                if (b == '}' && state == State.FIRST_NAME) {
                    move(b, State.END);
                } else if (b == '"') {
                    enter(State.IN_NAME);
                    parts.member(b);
                    nesting.take(b);
                } else {
                    blank(b, "a member name in double quotes");
                }
            }
            case IN_NAME -> {
                parts.member(b);
                nesting.take(b);
                if (!nesting.inString()) {
                    state = State.COLON;
                }
            }
            case COLON -> {
                parts.member(b);
                if (b == ':') {
                    state = State.VALUE;
                } else if (!isBlank(b)) {
                    throw fault("has no colon behind a member name");
                }
            }
            case VALUE -> value(b);
            case IN_MEMBER -> inMember(b);
            case AFTER_VALUE -> {
                if (b == ',') {
                    move(b, State.NAME);
                } else {
                    expect(b, '}', State.END);
                }
            }
            case END -> blank(b, "nothing, since the body has ended");
            case IN_LIST -> throw new IllegalStateException("the list is read by its own cutter");
        }
    }

    private void value(byte b) {
        if (isBlank(b)) {
            parts.member(b);
            return;
        }
        if (!name().equals(REQUESTS)) {
            enter(State.IN_MEMBER);
            inMember(b);
            return;
        }
        if (b != '[' || listSeen) {
            throw fault("must have exactly one member \"requests\", which is a list");
        }
        listSeen = true;
        parts.listOfRequests();
        move(b, State.IN_LIST);
    }

    /** The member's name; a text that is no JSON string ends here. */
    private String name() {
        byte[] written = parts.memberSoFar();
        int end = written.length;
        while (written[end - 1] != '"') {
            end--;
        }
        try {
            return JsonIndex.parse(written, 0, end, 0).string(JsonIndex.ROOT);
        } catch (JsonSyntaxException e) {
            throw fault("has a member name that is no JSON string");
        }
    }

    private void inMember(byte b) {
        if (nesting.isOutside() && (b == ',' || b == '}')) {
            members++;
            if (members > MOST_MEMBERS) {
                throw fault("has more than " + MOST_MEMBERS + " members beside \"requests\"");
            }
            parts.endOfMember();
            state = State.AFTER_VALUE;
            accept(b);
            return;
        }
        parts.member(b);
        nesting.take(b);
    }

    private void enter(State next) {
        nesting = new JsonNesting();
        state = next;
    }

    private void expect(byte b, char wanted, State next) {
        if (b == wanted) {
            move(b, next);
        } else {
            blank(b, "the character " + wanted);
        }
    }

    private void blank(byte b, String wanted) {
        if (!isBlank(b)) {
            throw fault("must have here " + wanted);
        }
        parts.structure(b);
    }

    private void move(byte b, State next) {
        parts.structure(b);
        state = next;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private InvalidBody fault(String what) {
        return fault(offset, what);
    }

    static InvalidBody fault(long at, String what) {
        return new InvalidBody("at byte " + at + ": the body of a batch " + what);
    }
}
