package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names of regions ({@code eu-west-1}), zones ({@code eu-west-1a}) and the short forms in host names ({@code euw1}). */
public final class Regions {
    private static final Set<String> DIRECTIONS =
            Words.set("north south east west central northeast southeast northwest southwest");

    private Regions() {}

    /** Whether {@code [start, end)} as a whole is such a name. */
    public static boolean is(byte[] text, int start, int end) {
        int last = end - 1;
        if (last > start && Bytes.is(text[last], Bytes.LOWER)) {
            last--;
        }
        if (last <= start || !Bytes.is(text[last], Bytes.DIGIT)) {
            return false;
        }
        int letters = Bytes.runEnd(text, start, end, Bytes.LOWER);
        int length = letters - start;
        if (letters == last) {
            return length >= 3 && length <= 4 && last == end - 1;
        }
        return length >= 2 && length <= 4 && text[letters] == '-' && words(text, letters + 1, last);
    }

    /** Whether {@code [start, end)} is a name of the long form, which no other word has. */
    public static boolean isLong(byte[] text, int start, int end) {
        int letters = Bytes.runEnd(text, start, end, Bytes.LOWER);
        return letters < end && text[letters] == '-' && is(text, start, end);
    }

    /** Whether a region name stands directly in front of {@code end}. */
    public static int startBefore(byte[] text, int from, int end) {
        int start = end;
        while (start > from
                && end - start < 20
                && (Bytes.is(text[start - 1], Bytes.LOWER | Bytes.DIGIT) || text[start - 1] == '-')) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, end);
        for (int i = start; i < end; i++) {
            start = text[i] == 'm' && Boundary.before(text, from, i + 1) ? i + 1 : start;
        }
        return end - start > 6 && Bytes.is(text[end - 1], Bytes.DIGIT) && is(text, start, end) ? start : -1;
    }

    private static boolean words(byte[] text, int from, int digit) {
        int start = digit - 1;
        while (start > from && Bytes.is(text[start - 1], Bytes.LOWER)) {
            start--;
        }
        boolean direction = text[digit - 1] == '-'
                && digit - start <= 10
                && DIRECTIONS.contains(new String(text, start, digit - 1 - start, StandardCharsets.US_ASCII));
        return direction && (start == from || (start - from <= 5 && text[start - 1] == '-'));
    }
}
