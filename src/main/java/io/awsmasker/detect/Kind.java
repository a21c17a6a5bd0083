package io.awsmasker.detect;

import io.awsmasker.detect.Grammar.Column;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call a thing of some type, in sentences as in messages of errors: {@code bucket}, {@code service}, {@code
 * dbcluster}. Words of everyday and words of AWS alone are told apart, because what stands beside them is not a name
 * equally often.
 *
 * @param everyday whether a name beside it in a sentence has a digit
 * @param own whether it is a word of AWS alone: a plain word behind one is no second part of it, as in {@code user account}
 * @param behind which names stand in front of it
 */
record Kind(IdentifierType type, boolean everyday, boolean own, Behind behind) {
    /** Which names the word stands behind. */
    enum Behind {
        NONE,
        WITH_DIGIT,
        ANY
    }

    /** How many letters the longest word has at most. */
    static final int LONGEST = 16;

    private static final WordMap<Kind> ALL = new WordMap<>(all());

    /** The kind that the word at {@code [start, end)} names, in any case, or null. */
    static @Nullable Kind find(byte[] text, int start, int end) {
        return ALL.find(text, start, end);
    }

    private static Map<String, Kind> all() {
        Map<String, Kind> all = new HashMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().words(Column.KIND)) {
                all.put(word(entry), of(type, entry));
            }
        }
        return all;
    }

    private static Kind of(IdentifierType type, String entry) {
        Behind behind = entry.startsWith("**") ? Behind.ANY : entry.startsWith("*") ? Behind.WITH_DIGIT : Behind.NONE;
        return new Kind(type, entry.endsWith("?"), entry.endsWith("!"), behind);
    }

    /** The word of an entry of the catalogue, without its marks. */
    static String word(String entry) {
        return entry.replaceAll("[*?!]", "");
    }

    /** Whether a name stands in front of it that has a digit or has none. */
    boolean standsBehind(boolean digit) {
        return behind == Behind.ANY || (digit && behind == Behind.WITH_DIGIT);
    }
}
