package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.finding.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that write signs as entities of HTML, as pages, feeds and logs of browsers have XML, JSON
 * and commands. Read together as far as one follows the other, because what they say may go over several of them.
 */
public final class Entities {
    private static final int LONGEST = 9;
    private static final int MOST_DIGITS = 5;
    private static final List<String> NAMES = List.of("&lt;", "&gt;", "&quot;", "&apos;", "&amp;", "&nbsp;");
    private static final String MEANT = "<>\"'& ";

    private Entities() {}

    /** The lines around the ampersand, from {@code floor} on at most; null if that begins no entity. */
    public static @Nullable Wrapped around(byte[] text, int floor, int ampersand, int to) {
        if (meaning(text, ampersand, to) < 0) {
            return null;
        }
        int start = ampersand;
        while (start > floor && ampersand - start < Reading.LONGEST / 2 && text[start - 1] != '\n') {
            start--;
        }
        int end = end(text, start, ampersand, to);
        Reading reading = new Reading(text, end - start);
        int plain = start;
        for (int i = ampersand; i < end; i++) {
            int meaning = text[i] == '&' ? meaning(text, i, end) : -1;
            if (meaning >= 0) {
                reading.copy(plain, i);
                reading.put(meaning, i);
                i = close(text, i, to);
                plain = i + 1;
            }
        }
        reading.copy(plain, end);
        return new Wrapped(reading, end);
    }

    /** Where the last line ends that has one. */
    private static int end(byte[] text, int start, int ampersand, int to) {
        int limit = Math.min(to, start + Reading.LONGEST);
        int end = ampersand;
        boolean entity = true;
        while (entity && end < limit) {
            int line = end == ampersand ? end : end + 1;
            entity = false;
            end = line;
            while (end < limit && text[end] != '\n') {
                entity |= text[end] == '&' && meaning(text, end, to) >= 0;
                end++;
            }
        }
        return Math.min(end, limit);
    }

    /** What the entity stands for that begins at {@code at}, or -1. */
    public static int meaning(byte[] text, int at, int to) {
        if (at + 3 >= to || !(text[at + 1] == '#' || Bytes.is(text[at + 1], Bytes.LOWER))) {
            return -1;
        }
        if (text[at + 1] == '#') {
            return number(text, at + 2, close(text, at, to));
        }
        for (int i = 0; i < NAMES.size(); i++) {
            if (Bytes.at(text, at, to, NAMES.get(i))) {
                return MEANT.charAt(i);
            }
        }
        return -1;
    }

    private static int close(byte[] text, int at, int to) {
        int end = at;
        while (end < to && end - at < LONGEST && text[end] != ';') {
            end++;
        }
        return end < to && text[end] == ';' ? end : -1;
    }

    private static int number(byte[] text, int at, int close) {
        boolean hex = close > at && (text[at] | 32) == 'x';
        int digits = hex ? at + 1 : at;
        if (close <= digits
                || close - digits > MOST_DIGITS
                || Bytes.runEnd(text, digits, close, hex ? Bytes.HEX : Bytes.DIGIT) < close) {
            return -1;
        }
        int value = 0;
        for (int i = digits; i < close; i++) {
            value = value * (hex ? 16 : 10) + Character.digit(text[i], 16);
        }
        return value >= ' ' && value < 0x7f ? value : -1;
    }
}
