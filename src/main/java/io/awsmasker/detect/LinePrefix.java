package io.awsmasker.detect;

/**
 * What a tool writes in front of each line of a file: a number and an arrow, {@code +} and {@code -}, {@code > }, a time, an
 * author. Told from one line: it has the same width in all lines, or a number in it that may have more digits elsewhere.
 */
final class LinePrefix {
    private final byte[] text;
    private final int width;
    private final int number;
    private final int mark;

    private LinePrefix(byte[] text, int width, int number, int mark) {
        this.text = text;
        this.width = width;
        this.number = number;
        this.mark = mark;
    }

    /** What stands in the line that begins at {@code line} in front of the key at {@code key} and its indentation. */
    static LinePrefix of(byte[] text, int line, int key) {
        int end = key;
        while (end > line && (text[end - 1] == ' ' || (text[end - 1] == '-' && text[end] == ' '))) {
            end--;
        }
        int sign = Math.max(line, end - 1);
        while (sign > line && text[sign] < -64) {
            sign--; // the bytes of a character of Unicode
        }
        int number = sign;
        while (number > line && Bytes.is(text[number - 1], Bytes.DIGIT)) {
            number--;
        }
        boolean numbered = number < sign && !Bytes.is(text[sign], Bytes.ALNUM);
        while (numbered && number > line && text[number - 1] == ' ') {
            number--;
        }
        return new LinePrefix(text, end - line, numbered ? number - line : -1, end - sign);
    }

    boolean isNone() {
        return width == 0;
    }

    /** Where the text behind it begins in the line {@code [line, end)}. */
    int end(int line, int end) {
        if (number < 0) {
            return Math.min(end, line + width);
        }
        int i = Math.min(end, line + number);
        while (i < end && text[i] == ' ') {
            i++;
        }
        return Math.min(end, Bytes.runEnd(text, i, end, Bytes.DIGIT) + mark);
    }
}
