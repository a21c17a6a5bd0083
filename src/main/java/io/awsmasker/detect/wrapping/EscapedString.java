package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.finding.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A text in a string of JSON or of a program, whose line feeds, tabs and quotes are written with a backslash. Without a
 * quote in front on the same line it is the rest of that line.
 */
public final class EscapedString {
    private static final String ESCAPED = "ntr\"'\\";
    private static final String MEANT = "\n\t\r\"'\\";

    private EscapedString() {}

    /** The string around the backslash, from {@code floor} on at most; null if that is no escape of these. */
    public static @Nullable Wrapped around(byte[] text, int floor, int backslash, int to) {
        if (backslash + 1 >= to || ESCAPED.indexOf(text[backslash + 1]) < 0) {
            return null;
        }
        int start = backslash;
        while (start > floor
                && backslash - start < Reading.LONGEST / 2
                && text[start - 1] != '\n'
                && !opens(text, floor, start - 1)) {
            start--;
        }
        int quote = start > floor && text[start - 1] != '\n' ? text[start - 1] : '\n';
        int end = backslash;
        int limit = Math.min(to, start + Reading.LONGEST);
        while (end < limit && text[end] != quote && text[end] != '\n') {
            end += text[end] == '\\' && end + 1 < to && text[end + 1] != '\n' ? 2 : 1;
        }
        end = Math.min(end, to);
        Reading reading = new Reading(text, end - start);
        int plain = start;
        for (int i = backslash; i + 1 < end; i++) {
            int meaning = text[i] == '\\' ? ESCAPED.indexOf(text[i + 1]) : -1;
            if (meaning >= 0) {
                reading.copy(plain, i);
                reading.put(MEANT.charAt(meaning), i);
                i++;
                plain = i + 1;
            }
        }
        reading.copy(plain, end);
        return new Wrapped(reading, end);
    }

    /** Whether a quote stands there that is no apostrophe within a word. */
    private static boolean opens(byte[] text, int floor, int at) {
        return text[at] == '"' || (text[at] == '\'' && (at == floor || !Bytes.is(text[at - 1], Bytes.LETTER)));
    }
}
