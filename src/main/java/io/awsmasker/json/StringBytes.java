package io.awsmasker.json;

import java.util.Objects;

/**
 * The decoded UTF-8 bytes of a string, and for each the place in the text it came from. A string without escapes is a window
 * on the text itself; one with escapes gets an array of its own and one offset for every 64 bytes, so that the way back costs
 * a sixteenth of the string in memory instead of four times the string.
 */
public final class StringBytes {
    private static final int STRIDE_BITS = 6;
    private static final int PAIR = 12;

    private final byte[] text;
    private final int rawEnd;
    private final byte[] bytes;
    private final int start;
    private int end;
    /** Entry k: the raw offset of the character that holds decoded byte {@code 64 * k}. */
    private final int[] marks;

    private StringBytes(byte[] text, int start, int end) {
        this.text = text;
        this.rawEnd = end;
        this.bytes = text;
        this.start = start;
        this.end = end;
        this.marks = new int[0];
    }

    private StringBytes(byte[] text, int rawStart, int rawEnd, byte[] bytes) {
        this.text = text;
        this.rawEnd = rawEnd;
        this.bytes = bytes;
        this.start = 0;
        this.marks = new int[(bytes.length >> STRIDE_BITS) + 1];
        decode(rawStart);
    }

    /**
     * Decodes a string or key; linear in its length.
     *
     * @throws IllegalArgumentException when the node is of another kind
     */
    public static StringBytes of(JsonIndex index, int node) {
        JsonIndex.Kind kind = index.kind(node);
        if (kind != JsonIndex.Kind.STRING && kind != JsonIndex.Kind.KEY) {
            throw new IllegalArgumentException("a node of kind " + kind + " has no string bytes");
        }
        int start = index.start(node);
        int end = index.end(node);
        return index.escaped(node)
                ? new StringBytes(index.text(), start, end, new byte[end - start])
                : new StringBytes(index.text(), start, end);
    }

    /**
     * The array that holds the decoded bytes from {@link #start()} to {@link #end()}; never to be changed. A lone surrogate
     * stands as the three bytes that its number would have.
     */
    public byte[] bytes() {
        return bytes;
    }

    /** Offset of the first decoded byte in {@link #bytes()}. */
    public int start() {
        return start;
    }

    /** Offset behind the last decoded byte in {@link #bytes()}. */
    public int end() {
        return end;
    }

    /**
     * Where in the text the decoded byte stands; for {@link #end()}, where the closing quote stands. An offset inside a
     * character that is written as an escape gives the beginning of the escape. Takes at most 64 steps.
     *
     * @param decodedOffset offset in {@link #bytes()}, from {@link #start()} to {@link #end()}
     */
    public int rawOffset(int decodedOffset) {
        Objects.checkFromToIndex(start, decodedOffset, end);
        if (marks.length == 0) {
            return decodedOffset;
        }
        if (decodedOffset == end) {
            return rawEnd;
        }
        int mark = decodedOffset >> STRIDE_BITS;
        int raw = marks[mark];
        int at = mark << STRIDE_BITS;
        while (Utf8.continues(bytes[at])) {
            at--;
        }
        while (at + Utf8.length(bytes[at]) <= decodedOffset) {
            at += Utf8.length(bytes[at]);
            raw += rawLength(raw);
        }
        return text[raw] == '\\' ? raw : raw + decodedOffset - at;
    }

    private int rawLength(int raw) {
        if (text[raw] != '\\') {
            return Utf8.length(text[raw]);
        }
        return Escape.pair(text, raw, rawEnd) ? PAIR : Escape.length(text, raw);
    }

    private void decode(int rawStart) {
        int raw = rawStart;
        while (raw < rawEnd) {
            int run = StringScanner.backslash(text, raw, rawEnd);
            System.arraycopy(text, raw, bytes, end, run - raw);
            for (int mark = firstMark(end); mark << STRIDE_BITS < end + run - raw; mark++) {
                marks[mark] = firstByte(raw + (mark << STRIDE_BITS) - end);
            }
            end += run - raw;
            raw = run < rawEnd ? escape(run) : run;
        }
    }

    private int escape(int raw) {
        if (text[raw + 1] != 'u') {
            if ((end & (1 << STRIDE_BITS) - 1) == 0) {
                marks[end >> STRIDE_BITS] = raw;
            }
            bytes[end++] = (byte) Escape.letter(text[raw + 1]);
            return raw + 2;
        }
        int length = rawLength(raw);
        char unit = Escape.unit(text, raw);
        int codePoint = length == PAIR ? Character.toCodePoint(unit, Escape.unit(text, raw + PAIR / 2)) : unit;
        int mark = firstMark(end);
        end = Utf8.write(codePoint, bytes, end);
        if (mark << STRIDE_BITS < end) {
            marks[mark] = raw;
        }
        return raw + length;
    }

    private static int firstMark(int decodedOffset) {
        return (decodedOffset + (1 << STRIDE_BITS) - 1) >> STRIDE_BITS;
    }

    private int firstByte(int raw) {
        int at = raw;
        while (Utf8.continues(text[at])) {
            at--;
        }
        return at;
    }
}
