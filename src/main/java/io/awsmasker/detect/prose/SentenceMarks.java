package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What people put around a name in a sentence and between two: quotes, also curly ones, brackets, what Markdown writes in
 * bold, arrows, commas. All of it is read backwards from the name, a few bytes far.
 */
final class SentenceMarks {
    private static final Marks AROUND = Marks.of("\"'`(*\\");
    private static final Marks BETWEEN = Marks.of(" ,&\"'`*)\\");
    private static final int MOST = 4;
    private static final int WIDEST_GAP = 10;
    private static final byte[][] CURLY = bytes("\u201c", "\u2018");
    private static final byte[][] ARROWS = bytes("\u2192", "->", "=>", "\u2013", "\u2014");
    private static final WordTable JOINING = new WordTable(Words.set("and or to"));

    private SentenceMarks() {}

    /** Where the marks begin that stand in front of the name at {@code start}. */
    static int front(byte[] text, int from, int start) {
        int front = start;
        while (front > from && start - front < MOST && AROUND.has(text[front - 1])) {
            front--;
        }
        return front - ending(text, from, front, CURLY);
    }

    /** Where the arrow or dash begins that ends at {@code end}, or {@code end}. */
    static int arrow(byte[] text, int from, int end) {
        return end - ending(text, from, end, ARROWS);
    }

    /** Whether nothing but what joins names stands in {@code [end, start)}, between one name and the next. */
    static boolean join(byte[] text, int end, int start) {
        if (start - end > WIDEST_GAP || start - end < 2) {
            return false;
        }
        boolean joined = false;
        int i = end;
        while (i < start) {
            int word = Bytes.runEnd(text, i, start, Bytes.LETTER);
            if (word > i && !JOINING.contains(text, i, word)) {
                return false;
            }
            if (word == i && !BETWEEN.has(text[i])) {
                return false;
            }
            joined |= word > i || text[i] == ',' || text[i] == '&';
            i = Math.max(word, i + 1);
        }
        return joined;
    }

    private static int ending(byte[] text, int from, int end, byte[][] signs) {
        for (byte[] sign : signs) {
            int start = end - sign.length;
            if (start >= from
                    && text[end - 1] == sign[sign.length - 1]
                    && Arrays.equals(text, start, end, sign, 0, sign.length)) {
                return sign.length;
            }
        }
        return 0;
    }

    private static byte[][] bytes(String... signs) {
        return Stream.of(signs)
                .map(sign -> sign.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
