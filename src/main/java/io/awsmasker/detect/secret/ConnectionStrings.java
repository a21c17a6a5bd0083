package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Strings by which programs find their database: {@code Server=db1;User Id=app;Password=x}, {@code
 * //db1/app?user=a&password=x}, {@code host=db1 dbname=app password=x}. Among such members a password is one even if it is a
 * plain word, which it need not be elsewhere.
 */
public final class ConnectionStrings {
    private static final int FAR = 256;
    private static final int LONGEST_KEY = 24;
    private static final Marks ENDS = Marks.of("\"'`(){}[]<>\n\r\\");
    private static final Marks ENDS_SPACED = Marks.of("\"'`(){}[]<>\n\r\\,");
    private static final Marks SEPARATORS = Marks.of(";&?");

    /** The last words of members' names. */
    private static final WordTable MEMBERS = new WordTable(
            Words.set("server host source database dbname catalog uid user id userid username port driver endpoint"));

    /** Of those, what stands in no line of a log. */
    private static final WordTable OF_SPACED = new WordTable(Words.set("host dbname sslmode hostaddr"));

    private ConnectionStrings() {}

    /** Whether the key that ends at {@code keyEnd} is a member of one. Reads at most 256 bytes to either side. */
    public static boolean holds(byte[] text, int from, int keyEnd, int to) {
        int equals = keyEnd;
        while (equals < to && equals - keyEnd < 2 && text[equals] == ' ') {
            equals++;
        }
        if (equals >= to || text[equals] != '=') {
            return false;
        }
        int key = wordStart(text, from, keyEnd);
        int front = key > from && text[key - 1] == ' ' ? key - 1 : key;
        boolean separated = front > from && SEPARATORS.has(text[front - 1]);
        int value = equals + 1;
        while (value < to && value - equals < FAR && text[value] > ' ' && !SEPARATORS.has(text[value])) {
            value++;
        }
        separated |= value < to && SEPARATORS.has(text[value]);
        return separated
                ? beside(text, from, key, equals, to, MEMBERS, ENDS)
                : beside(text, from, key, equals, to, OF_SPACED, ENDS_SPACED);
    }

    /** Whether another member stands in the same string. */
    private static boolean beside(byte[] text, int from, int key, int equals, int to, WordTable members, Marks ends) {
        for (int i = key - 1; i > from && key - i < FAR && !ends.has(text[i]); i--) {
            if (text[i] == '=' && member(text, from, i, members)) {
                return true;
            }
        }
        for (int i = equals + 1; i < to && i - equals < FAR && !ends.has(text[i]); i++) {
            if (text[i] == '=' && member(text, from, i, members)) {
                return true;
            }
        }
        return false;
    }

    private static boolean member(byte[] text, int from, int equals, WordTable members) {
        int end = equals > from && text[equals - 1] == ' ' ? equals - 1 : equals;
        return members.contains(text, wordStart(text, from, end), end);
    }

    private static int wordStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST_KEY && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        return start;
    }
}
