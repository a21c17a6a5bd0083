package io.awsmasker.detect.log;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a stack as SAM prints them, {@code Key}, {@code Description} and {@code Value} each on a line of its own with
 * a column of blanks behind. The key says what the value is; both words are everybody's, so that only the column counts.
 */
public final class StackOutputs {
    private static final int NARROWEST = 8;
    private static final int WIDEST = 32;
    private static final int LONGEST_KEY = 128;

    /** How far apart the two lines may be: each is as wide as the terminal. */
    private static final int FAR = 1024;

    private static final String KEY = "Key ";
    private static final String VALUE = "Value ";

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Values values;
    private @Nullable IdentifierType type;
    private int keyAt;

    public StackOutputs(Keys keys, Passage passage, Values values) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.values = values;
    }

    /** A line begins at {@code at}. */
    public void line(int at) {
        if (at < to && text[at] == 'K' && Bytes.at(text, at, to, KEY)) {
            int key = column(at + KEY.length());
            int end = key < 0 ? key : Bytes.runEnd(text, key, Math.min(to, key + LONGEST_KEY), Bytes.ALNUM);
            type = end > key && end < to && text[end] <= ' ' ? keys.find(text, from, end) : null;
            keyAt = at;
        } else if (type != null && at < to && text[at] == 'V' && Bytes.at(text, at, to, VALUE)) {
            int value = at - keyAt < FAR ? column(at + VALUE.length()) : -1;
            if (value >= 0) {
                values.read(type, value, true);
            }
            type = null;
        }
    }

    /** Where the column behind the blanks at {@code at} begins, or -1. */
    private int column(int at) {
        int column = at;
        while (column < to && column - at < WIDEST && text[column] == ' ') {
            column++;
        }
        return column - at >= NARROWEST && column < to && text[column] > ' ' ? column : -1;
    }
}
