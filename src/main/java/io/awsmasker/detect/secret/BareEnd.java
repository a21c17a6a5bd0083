package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;

/**
 * Where a secret ends that no quotes enclose. Marks such as {@code ;} and {@code )} end it only if what follows shows that
 * they belong to what it stands in, because passwords hold them too. Each look reads a bounded way.
 */
final class BareEnd {
    private static final Marks HARD = Marks.of("\"'\\`");
    private static final Marks SOFT = Marks.of(",;&)|<>}");
    private static final Marks JOINTS = Marks.of(",;&|");
    private static final int LONGEST_KEY = 64;
    private static final int MOST_MARKS = 8;
    private static final int LONGEST_WORD = 24;
    private static final int FEWEST_LETTERS = 3;

    private BareEnd() {}

    /**
     * The mark that ends each member of the list to which the value at {@code start} belongs: {@code ;} and {@code &} end one
     * member where they stand in front of its key. Zero if it belongs to none.
     */
    static byte joint(byte[] text, int from, int start) {
        int key = start;
        while (key > from
                && start - key < LONGEST_KEY
                && (Bytes.is(text[key - 1], Bytes.HOST) || text[key - 1] == '=' || text[key - 1] == ' ')) {
            key--;
        }
        byte before = key > from ? text[key - 1] : 0;
        return before == '?' ? (byte) '&' : before == ';' || before == '&' ? before : 0;
    }

    /** Whether it ends in front of the byte at {@code at}. */
    static boolean at(byte[] text, int at, int to, byte joint) {
        if (hard(text[at]) || text[at] == joint) {
            return true;
        }
        if (!SOFT.has(text[at])) {
            return false;
        }
        int behind = at;
        while (behind < to && behind - at < MOST_MARKS && SOFT.has(text[behind])) {
            behind++;
        }
        if (behind >= to || hard(text[behind])) {
            return true;
        }
        byte last = text[behind - 1];
        return last == '<'
                ? text[behind] == '/' || tag(text, behind, to)
                : JOINTS.has(last) && member(text, behind, to);
    }

    private static boolean hard(byte b) {
        return (b <= ' ' && b >= 0) || HARD.has(b);
    }

    private static boolean tag(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST_WORD), Bytes.LOWER);
        return end > at && end < to && (text[end] == '>' || text[end] == '/' || text[end] == ' ');
    }

    /** {@code user=} and {@code User Id:}, but not what random letters look like, which change their case in every way. */
    private static boolean member(byte[] text, int at, int to) {
        int limit = Math.min(to, at + LONGEST_WORD);
        int end = at;
        int letters = 0;
        boolean small = false;
        while (end < limit && (Bytes.is(text[end], Bytes.LETTER) || "_-. ".indexOf(text[end]) >= 0)) {
            if (small && Bytes.is(text[end], Bytes.UPPER) && !Bytes.is(text[Math.min(end + 1, to - 1)], Bytes.LOWER)) {
                return false;
            }
            small |= Bytes.is(text[end], Bytes.LOWER);
            letters += Bytes.is(text[end], Bytes.LETTER) ? 1 : 0;
            end++;
        }
        return letters >= FEWEST_LETTERS && end < to && (text[end] == '=' || text[end] == ':');
    }
}
