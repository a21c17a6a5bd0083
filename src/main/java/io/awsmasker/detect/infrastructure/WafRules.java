package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * The {@code ruleId} in a record of AWS WAF, which is the name that somebody gave a rule. Linters have the key too, so that
 * what the rule did with the request must stand behind it; a rule of AWS itself has no hyphen.
 */
public final class WafRules {
    private static final String KEY = "ruleId";
    private static final String ACTION = "action";
    private static final Marks BETWEEN = Marks.of("\"\\', :\nrt");
    private static final int LONGEST_NAME = 160;
    private static final int WIDEST_GAP = 48;
    private static final WordTable ACTIONS =
            new WordTable(Words.set("allow block count captcha challenge excluded_as_count"));

    private WafRules() {}

    /** Whether the key that ends at {@code keyEnd} is one, and its value at {@code value} a name with a hyphen. */
    public static boolean is(byte[] text, int from, int keyEnd, int value, int to) {
        int key = keyEnd - KEY.length();
        if (key < from || !Bytes.at(text, key, keyEnd, KEY) || !Words.joined(text, value, to)) {
            return false;
        }
        int name = gap(text, value, to);
        int next = gap(text, Bytes.runEnd(text, name, Math.min(to, name + LONGEST_NAME), Bytes.HOST), to);
        int action = gap(text, next + ACTION.length(), to);
        int end = Bytes.runEnd(text, action, Math.min(to, action + WIDEST_GAP), Bytes.UPPER | Bytes.UNDERSCORE);
        return Bytes.at(text, next, to, ACTION) && ACTIONS.contains(text, action, end);
    }

    private static int gap(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < WIDEST_GAP && BETWEEN.has(text[i])) {
            i++;
        }
        return i;
    }
}
