package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.finding.Reading;
import org.jspecify.annotations.Nullable;

/** A field of comma-separated values that is quoted, so that its own quotes are doubled. */
public final class QuotedField {
    private static final Marks BEFORE = Marks.of("\n,;\t|");

    private QuotedField() {}

    /** The field that has its first doubled quote at {@code pair}, from {@code floor} on at most, or null. */
    public static @Nullable Wrapped around(byte[] text, int floor, int pair, int to) {
        if (pair + 2 >= to || text[pair + 1] != '"' || !Bytes.is(text[pair + 2], Bytes.WORD)) {
            return null;
        }
        int start = pair;
        while (start > floor && pair - start < Reading.LONGEST && text[start - 1] != '"') {
            start--;
        }
        boolean opened = start > floor
                && start < pair
                && text[start - 1] == '"'
                && (start - 1 == floor || BEFORE.has(text[start - 2]));
        return opened ? read(text, start, end(text, pair, to)) : null;
    }

    private static int end(byte[] text, int pair, int to) {
        int i = pair;
        int limit = Math.min(to, pair + Reading.LONGEST);
        while (i < limit && (text[i] != '"' || (i + 1 < to && text[i + 1] == '"'))) {
            i += text[i] == '"' ? 2 : 1;
        }
        return Math.min(i, to);
    }

    private static Wrapped read(byte[] text, int start, int end) {
        Reading reading = new Reading(text, end - start);
        int plain = start;
        for (int i = start; i < end; i++) {
            if (text[i] == '"') {
                reading.copy(plain, i);
                reading.put('"', i);
                i++;
                plain = i + 1;
            }
        }
        reading.copy(plain, end);
        return new Wrapped(reading, end);
    }
}
