package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.finding.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A run of percent-encoded text, as an address has others in its query: what is encoded stands for what it means, however
 * often it was encoded. The run reaches from one blank, quote or angle bracket to the next.
 */
public final class PercentRun {
    private static final Marks ENDS = Marks.of(" \t\r\n\"'`<>\\");

    private PercentRun() {}

    /** The run around the percent sign, from {@code floor} on at most; null if that encodes nothing. */
    public static @Nullable Wrapped around(byte[] text, int floor, int percent, int to) {
        return end(text, percent, to) < 0 ? null : read(text, floor, percent, to, false);
    }

    /** The same run with a blank for each plus sign, as forms have it; null if there is none. */
    public static @Nullable Wrapped form(byte[] text, int floor, int percent, int to) {
        return read(text, floor, percent, to, true);
    }

    private static @Nullable Wrapped read(byte[] text, int floor, int percent, int to, boolean form) {
        int start = percent;
        while (start > floor && percent - start < Reading.LONGEST / 2 && !ENDS.has(text[start - 1])) {
            start--;
        }
        int end = percent;
        int limit = Math.min(to, start + Reading.LONGEST);
        while (end < limit && !ENDS.has(text[end])) {
            end++;
        }
        Reading reading = new Reading(text, end - start);
        int plain = start;
        boolean plus = false;
        for (int i = form ? start : percent; i < end; i++) {
            int escape = text[i] == '%' ? end(text, i, end) : -1;
            if (form && text[i] == '+') {
                reading.copy(plain, i);
                reading.put(' ', i);
                plain = i + 1;
                plus = true;
            } else if (escape > 0) {
                reading.copy(plain, i);
                reading.put(Character.digit(text[escape - 2], 16) * 16 + Character.digit(text[escape - 1], 16), i);
                plain = escape;
                i = escape - 1;
            }
        }
        reading.copy(plain, end);
        return form && !plus ? null : new Wrapped(reading, end);
    }

    /** Where the escape of a character of ASCII ends that begins at {@code percent}, or -1. */
    private static int end(byte[] text, int percent, int to) {
        int i = percent + 1;
        while (i + 3 < to
                && text[i] == '2'
                && text[i + 1] == '5'
                && Bytes.runEnd(text, i + 2, i + 4, Bytes.HEX) == i + 4) {
            i += 2;
        }
        boolean ascii = i + 2 <= to && text[i] >= '0' && text[i] <= '7' && Bytes.is(text[i + 1], Bytes.HEX);
        return ascii ? i + 2 : -1;
    }
}
