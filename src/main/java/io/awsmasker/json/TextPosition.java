package io.awsmasker.json;

/**
 * Line and column of an offset, both from 1, as an editor would show them. Counted only when something is refused, so that
 * reading pays nothing for it.
 *
 * @param line lines end with LF, CR or CR LF
 * @param column in characters
 */
record TextPosition(int line, int column) {
    static TextPosition of(byte[] text, int from, int offset) {
        int line = 1;
        int column = 1;
        for (int i = from; i < offset; i++) {
            byte b = text[i];
            if (b == '\n' || (b == '\r' && !(i + 1 < offset && text[i + 1] == '\n'))) {
                line++;
                column = 1;
            } else if (!Utf8.continues(b)) {
                column++;
            }
        }
        return new TextPosition(line, column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
