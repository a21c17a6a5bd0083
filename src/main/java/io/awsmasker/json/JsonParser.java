package io.awsmasker.json;

import io.awsmasker.json.JsonIndex.Kind;

/**
 * Reads one JSON text into a {@link NodeTable}, strictly by RFC 8259. Keeps the way back to the outer containers in the
 * table itself instead of recursing, so no depth of nesting can overflow the stack.
 */
final class JsonParser {
    private static final int NO_CONTAINER = -1;

    private final byte[] text;
    private final int from;
    private final int to;
    private final int maxDepth;
    private final NodeTable nodes;
    private int open = NO_CONTAINER;
    private boolean inObject;
    private int depth;

    JsonParser(byte[] text, int from, int to, int maxDepth, NodeTable nodes) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.maxDepth = maxDepth;
        this.nodes = nodes;
    }

    /** Reads the whole text, in time linear in its length; throws a {@link Fault} at the first error. */
    void parse() {
        refuseByteOrderMark();
        int at = value(blank(from));
        while (open != NO_CONTAINER) {
            at = blank(at);
            at = inObject ? member(at) : element(at);
        }
        at = blank(at);
        if (at < to) {
            throw new Fault(at, "something follows the JSON value; send one value and nothing behind it");
        }
    }

    /** Closes what a fault left open, so that paths can be told. Returns the innermost container, or -1. */
    int abandon() {
        int innermost = open;
        while (open != NO_CONTAINER) {
            open = nodes.close(open, to);
        }
        return innermost;
    }

    private void refuseByteOrderMark() {
        if (to - from >= 3
                && text[from] == (byte) 0xEF
                && text[from + 1] == (byte) 0xBB
                && text[from + 2] == (byte) 0xBF) {
            throw new Fault(from, "the text begins with a byte order mark; send UTF-8 without it");
        }
    }

    private int value(int at) {
        if (at >= to) {
            throw new Fault(to, "the text ends where a value must stand; send the whole text");
        }
        return switch (text[at]) {
            case '"' -> string(Kind.STRING, at + 1);
            case '{' -> open(Kind.OBJECT, at);
            case '[' -> open(Kind.ARRAY, at);
            case 't' -> leaf(Kind.TRUE, at, ScalarScanner.word(text, at, to));
            case 'f' -> leaf(Kind.FALSE, at, ScalarScanner.word(text, at, to));
            case 'n' -> leaf(Kind.NULL, at, ScalarScanner.word(text, at, to));
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                leaf(Kind.NUMBER, at, ScalarScanner.number(text, at, to));
            default ->
                throw new Fault(
                        at,
                        "no value begins here; write a string in double quotes, a number, true, false, null, { or [");
        };
    }

    private int leaf(Kind kind, int at, int end) {
        nodes.add(kind, false, at, end);
        return end;
    }

    private int string(Kind kind, int at) {
        int quote = StringScanner.closingQuote(text, at, to);
        boolean escaped = quote < 0;
        int end = escaped ? ~quote : quote;
        nodes.add(kind, escaped, at, end);
        return end + 1;
    }

    private int open(Kind kind, int at) {
        if (depth == maxDepth) {
            throw Fault.tooDeep(at, maxDepth);
        }
        depth++;
        open = nodes.open(kind, at, open);
        inObject = kind == Kind.OBJECT;
        return at + 1;
    }

    private int close(int at) {
        depth--;
        open = nodes.close(open, at + 1);
        inObject = open != NO_CONTAINER && nodes.kind(open) == Kind.OBJECT;
        return at + 1;
    }

    private int element(int at) {
        byte b = at < to ? text[at] : 0;
        if (b == ']') {
            return close(at);
        }
        if (open == nodes.size() - 1) {
            return value(at);
        }
        if (b == ',') {
            return value(blank(at + 1));
        }
        throw new Fault(
                at,
                at < to
                        ? "an array goes on without a comma; write , or ]"
                        : "the text ends inside an array; send the whole text");
    }

    private int member(int at) {
        byte b = at < to ? text[at] : 0;
        if (b == '}') {
            return close(at);
        }
        int name = at;
        if (open != nodes.size() - 1) {
            if (b != ',') {
                throw new Fault(
                        at,
                        at < to
                                ? "an object goes on without a comma; write , or }"
                                : "the text ends inside an object; send the whole text");
            }
            name = blank(at + 1);
        }
        if (name >= to || text[name] != '"') {
            throw new Fault(name, "a member name is missing; write it in double quotes, and no comma before }");
        }
        int colon = blank(string(Kind.KEY, name + 1));
        if (colon >= to || text[colon] != ':') {
            throw new Fault(colon, "no colon follows a member name; write \"name\": value");
        }
        return value(blank(colon + 1));
    }

    private int blank(int at) {
        int next = at;
        while (next < to && text[next] <= ' ') {
            byte b = text[next];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return next;
            }
            next++;
        }
        return next;
    }
}
