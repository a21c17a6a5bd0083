package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names in links to the AWS console, whose path and fragment say what follows: {@code #/roles/deploy}, {@code
 * /s3/buckets/x}, {@code log-group/$252Faws$252Flambda$252Fx}. A link is read once, a bounded way.
 */
final class ConsoleLinks {
    private static final Marks ENDS = Marks.of("\"'<>\\`)]},|");
    private static final int LONGEST = 2048;
    private static final String DOMAIN = "aws.amazon.com";
    private static final Marks BEHIND = Marks.of(".!*");
    private static final Marks SEPARATORS = Marks.of("/?&#=;:");

    private static final int LONGEST_KIND = 20;
    private static final Map<String, IdentifierType> KINDS = new HashMap<>();

    /** For each first byte the lengths of the words for a kind, as bits. */
    private static final int[] LENGTHS = new int[128];

    static {
        for (IdentifierType type : IdentifierType.values()) {
            for (String word : type.grammar().words(Grammar.Column.CONSOLE)) {
                KINDS.put(word, type);
                LENGTHS[word.charAt(0)] |= 1 << word.length();
            }
        }
    }

    private ConsoleLinks() {}

    /** Adds the names in the link whose host ends at {@code at}. */
    static void find(byte[] text, int at, int to, Candidates found) {
        int limit = Math.min(to, at + LONGEST);
        @Nullable IdentifierType type = null;
        int i = at;
        while (i < limit && link(text[i])) {
            int end = i;
            while (end < limit && link(text[end]) && !SEPARATORS.has(text[end])) {
                end++;
            }
            if (i > at && Bytes.at(text, end - DOMAIN.length(), end, DOMAIN)) {
                return;
            }
            boolean known = end > i && end - i <= LONGEST_KIND && (LENGTHS[text[i]] >>> (end - i) & 1) != 0;
            IdentifierType kind = known ? KINDS.get(ascii(text, i, end)) : null;
            if (kind != null) {
                type = kind;
            } else if (end > i) {
                int stop = sentenceEnd(text, i, end);
                if (type != null && plain(text, i, stop) && !Regions.isLong(text, i, stop)) {
                    found.placed(type, i, stop);
                }
                type = null;
            }
            i = Math.max(end + (end < limit && link(text[end]) ? 1 : 0), i + 1);
        }
    }

    /** Where the part ends without the marks of a sentence or of Markdown that stand behind a link. */
    private static int sentenceEnd(byte[] text, int start, int end) {
        int stop = end;
        while (stop > start && BEHIND.has(text[stop - 1])) {
            stop--;
        }
        return stop;
    }

    private static boolean plain(byte[] text, int start, int end) {
        int length = end - start;
        boolean digitsOnly = Bytes.runEnd(text, start, end, Bytes.DIGIT) == end && length != 12;
        return length > 1 && !digitsOnly && !Bytes.at(text, start, end, "arn") && !Bytes.at(text, start, end, "create");
    }

    private static boolean link(byte b) {
        return b > ' ' && !ENDS.has(b);
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
