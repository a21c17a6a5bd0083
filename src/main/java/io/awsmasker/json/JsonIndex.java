package io.awsmasker.json;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * A flat index of one JSON text: its nodes in preorder, each with its place in the bytes. Whoever rewrites a body works on
 * this and never on a parsed copy, because everything that is not replaced must stay as it was written.
 *
 * <p>The children of a container are {@code node + 1}, then {@code after(child)}, and so on while below
 * {@code after(node)}; in an object every {@link Kind#KEY} is followed by its value. Node numbers that do not exist make
 * every method throw {@link IndexOutOfBoundsException}. Immutable as long as nobody changes the bytes.
 */
public final class JsonIndex {
    /** The number of the outermost value. */
    public static final int ROOT = 0;

    /** What a node is. */
    public enum Kind {
        OBJECT,
        ARRAY,
        KEY,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL
    }

    private final byte[] text;
    private final NodeTable nodes;

    private JsonIndex(byte[] text, NodeTable nodes) {
        this.text = text;
        this.nodes = nodes;
    }

    /**
     * Reads the bytes {@code [from, to)}, strictly by RFC 8259: well-formed UTF-8 without byte order mark, one value, nothing
     * but white space around it. Time and memory are linear in the length.
     *
     * @param text kept, not copied
     * @param maxDepth how many containers may be nested; 0 allows none
     * @throws JsonSyntaxException when the text is not JSON or nested deeper
     */
    public static JsonIndex parse(byte[] text, int from, int to, int maxDepth) {
        Objects.checkFromToIndex(from, to, text.length);
        NodeTable nodes = new NodeTable(from, to);
        JsonParser parser = new JsonParser(text, from, to, maxDepth, nodes);
        JsonIndex index = new JsonIndex(text, nodes);
        try {
            parser.parse();
        } catch (Fault fault) {
            throw new JsonSyntaxException(index, parser.abandon(), from, fault);
        }
        return index;
    }

    /** The array given to {@link #parse}, itself. */
    public byte[] text() {
        return text;
    }

    /** The number of nodes. */
    public int size() {
        return nodes.size();
    }

    /** What a node is. */
    public Kind kind(int node) {
        return nodes.kind(checked(node));
    }

    /** Offset of the first byte; of strings and keys, the first inside the quotes. */
    public int start(int node) {
        return nodes.start(checked(node));
    }

    /** Offset behind the last byte; of strings and keys, that of the closing quote. */
    public int end(int node) {
        return nodes.end(checked(node));
    }

    /** The next node that is not inside this one; {@link #size()} when there is none. */
    public int after(int node) {
        return nodes.after(checked(node));
    }

    /** Whether a string or key contains a backslash. */
    public boolean escaped(int node) {
        return nodes.escaped(checked(node));
    }

    /** The decoded text of a string or key, lone surrogates kept as chars; any other node as it is written. */
    public String string(int node) {
        return escaped(node)
                ? JsonString.unescape(text, start(node), end(node))
                : JsonString.plain(text, start(node), end(node));
    }

    /** Whether the decoded text of a string or key is this ASCII word; false for any other node. Allocates nothing. */
    public boolean is(int node, String ascii) {
        Kind kind = kind(node);
        return (kind == Kind.STRING || kind == Kind.KEY) && JsonString.isAscii(text, start(node), end(node), ascii);
    }

    /**
     * The value of the last member of that name, which is the one most parsers take, or -1 when there is none or the node is
     * no object. Earlier duplicates stay in the index. Linear in the number of members.
     */
    public int member(int object, String asciiName) {
        int found = -1;
        if (kind(object) == Kind.OBJECT) {
            int end = after(object);
            for (int key = object + 1; key < end; key = after(key + 1)) {
                if (is(key, asciiName)) {
                    found = key + 1;
                }
            }
        }
        return found;
    }

    /**
     * Where a node stands, as {@code messages[0].content[1].text}; empty for the root; a key has the path of its value. Costs
     * time linear in the siblings passed on the way down: made for messages, not for a loop over all nodes.
     *
     * @param shown which names may be told; any other is written as <code>{n}</code>, the position of its member from 0,
     *     because a name may be an identifier and paths stand in messages
     */
    public String path(int node, Predicate<String> shown) {
        checked(node);
        return JsonPath.of(this, node, shown);
    }

    private int checked(int node) {
        return Objects.checkIndex(node, nodes.size());
    }
}
