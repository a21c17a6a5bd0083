package io.awsmasker.failsecure;

/**
 * The body as a reader would see it: JSON escapes of any nesting depth and percent escapes stand for what they mean.
 * It over-reads on purpose, because what looks escaped is decoded by somebody further on.
 *
 * <p>One pass, eight bytes at a time where nothing is escaped; the reading is never longer than the bytes read.
 */
final class ProofText {
    /** Room that {@link #fill} keeps free at the end of its window: a step of eight bytes and an escape. */
    static final int SLACK = 16;

    private final byte[] body;
    private final int to;
    private int read;

    ProofText(byte[] body, int from, int to) {
        this.body = body;
        this.to = to;
        this.read = from;
    }

    boolean isDone() {
        return read == to;
    }

    /** Index of the first backslash or percent sign, {@code to} when there is none. */
    static int firstEscape(byte[] body, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long escapes = escapes(ProofBytes.eightAt(body, i));
            if (escapes != 0) {
                return i + (Long.numberOfTrailingZeros(escapes) >>> 3);
            }
        }
        while (i < to && body[i] != '\\' && body[i] != '%') {
            i++;
        }
        return i;
    }

    /** Reads on into the window from index {@code at} until it is full or the body ends; returns the index after. */
    int fill(byte[] window, int at) {
        int limit = window.length - SLACK;
        int end = at;
        while (end < limit && read < to) {
            if (read + Long.BYTES > to) {
                end = step(window, end);
                continue;
            }
            long eight = ProofBytes.eightAt(body, read);
            ProofBytes.putEight(window, end, eight);
            long escapes = escapes(eight);
            int plain = escapes == 0 ? Long.BYTES : Long.numberOfTrailingZeros(escapes) >>> 3;
            end += plain;
            read += plain;
            if (escapes != 0) {
                end = escape(window, end);
            }
        }
        return end;
    }

    /** Where in the body the byte with the given index of the reading comes from. */
    static int rawOffset(byte[] body, int from, int to, int index) {
        ProofText text = new ProofText(body, from, to);
        byte[] scratch = new byte[SLACK];
        int start = from;
        for (int seen = 0; seen <= index && text.read < to; ) {
            start = text.read;
            seen += text.step(scratch, 0);
        }
        return start;
    }

    static boolean isControlLetter(byte c) {
        return c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f';
    }

    private static long escapes(long eight) {
        return ProofBytes.equal(eight, '\\') | ProofBytes.equal(eight, '%');
    }

    private int step(byte[] out, int at) {
        byte c = body[read];
        if (c == '\\' || c == '%') {
            return escape(out, at);
        }
        out[at] = c;
        read++;
        return at + 1;
    }

    private int escape(byte[] out, int at) {
        return body[read] == '%' ? percent(out, at, read + 1) : backslashes(out, at);
    }

    /** A run of backslashes and what it escapes. A nested {@code \n} keeps both readings: the letter may be a name's. */
    private int backslashes(byte[] out, int at) {
        int run = read;
        while (true) {
            int first = run;
            while (run < to && body[run] == '\\') {
                run++;
            }
            byte c = run < to ? body[run] : 0;
            int unit = c == 'u' ? hex(run + 1, 4) : -1;
            if (unit == '\\') {
                run += 5;
                continue;
            }
            if (unit >= 0) {
                return unicode(out, at, unit, run + 5);
            }
            if (c == '"' || c == '/' || c == '.' || c == '-') {
                read = run + 1;
                out[at] = c;
            } else if (isControlLetter(c) && run == first + 1 && first == read) {
                read = run + 1;
                out[at] = '\n';
            } else {
                read = run;
                out[at] = '\\';
            }
            return at + 1;
        }
    }

    private int unicode(byte[] out, int at, int unit, int after) {
        if (unit == '%') {
            return percent(out, at, after);
        }
        read = after;
        int point = unit;
        if (Character.isHighSurrogate((char) unit)) {
            int mark = after;
            while (mark < to && body[mark] == '\\') {
                mark++;
            }
            int low = mark > after && mark < to && body[mark] == 'u' ? hex(mark + 1, 4) : -1;
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                point = Character.toCodePoint((char) unit, (char) low);
                read = mark + 5;
            }
        }
        return encode(out, at, point);
    }

    /** A percent escape of ASCII, itself escaped any number of times ({@code %252F}); any other sign stays. */
    private int percent(byte[] out, int at, int after) {
        int pair = after;
        while (hex(pair, 2) == '%' && hex(pair + 2, 2) >= 0) {
            pair += 2;
        }
        int value = hex(pair, 2);
        boolean ascii = value >= 0 && value < 0x80;
        out[at] = (byte) (ascii ? value : '%');
        read = ascii ? pair + 2 : pair;
        return at + 1;
    }

    private static int encode(byte[] out, int at, int point) {
        if (point < 0x80) {
            out[at] = (byte) point;
            return at + 1;
        }
        int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        out[at] = (byte) ((0xff00 >> (more + 1)) | (point >> (6 * more)));
        for (int k = 1; k <= more; k++) {
            out[at + k] = (byte) (0x80 | ((point >> (6 * (more - k))) & 0x3f));
        }
        return at + 1 + more;
    }

    /** The value of the hex digits at {@code i}, or -1 when there are fewer. */
    private int hex(int i, int digits) {
        if (i + digits > to) {
            return -1;
        }
        int value = 0;
        for (int k = 0; k < digits; k++) {
            int digit = Character.digit(body[i + k], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
