package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.catalogue.Grammar.Column;
import io.awsmasker.detect.words.WordMap;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people call a thing of some type, in sentences as in messages of errors: {@code bucket}, {@code security group},
 * {@code dbcluster}. Words of everyday and words of AWS alone are told apart, because what stands beside them is not a name
 * equally often.
 *
 * @param everyday whether a name beside it in a sentence has a digit
 * @param own whether it is a word of AWS alone: a plain word behind one is no second part of it, as in {@code user account}
 * @param behind which names stand in front of it
 */
public record Kind(IdentifierType type, boolean everyday, boolean own, Behind behind) {
    /** Which names the word stands behind. */
    public enum Behind {
        NONE,
        WITH_DIGIT,
        ANY
    }

    /** How many letters the longest word has at most. */
    public static final int LONGEST = 16;

    /** How many the longest kind has, which may be of two words. */
    private static final int LONGEST_KIND = 20;

    private static final WordMap<Kind> IN_SENTENCES = kinds(entry -> !entry.endsWith("??"));
    private static final WordMap<Kind> IN_ERRORS = kinds(entry -> !entry.startsWith("~"));

    /** Words for services beside those that commands of AWS have. */
    private static final WordTable SERVICES = new WordTable(Words.set(
            "aws amazon aurora elb opensearch eventbridge apprunner fargate msk alb nlb batch stepfunctions"));

    /** The kind that the words of a sentence at {@code [start, end)} name, in any case, or null. */
    public static @Nullable Kind inSentence(byte[] text, int start, int end) {
        return IN_SENTENCES.find(text, start, end);
    }

    /** The kind that the words of a message of an error at {@code [start, end)} name, in any case, or null. */
    public static @Nullable Kind inError(byte[] text, int start, int end) {
        return IN_ERRORS.find(text, start, end);
    }

    /** Whether the word names a service, behind which even a word of everyday means a thing of AWS. */
    public static boolean service(byte[] text, int start, int end) {
        return Words.service(text, start, end) || SERVICES.contains(text, start, end);
    }

    private static WordMap<Kind> kinds(Predicate<String> known) {
        Map<String, Kind> kinds = new HashMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().words(Column.KIND)) {
                if (known.test(entry)) {
                    kinds.put(word(entry), of(type, entry));
                }
            }
        }
        Map.copyOf(kinds).forEach((word, kind) -> {
            String plural = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
            if (plural.length() <= LONGEST_KIND) {
                kinds.putIfAbsent(plural, kind);
            }
        });
        return new WordMap<>(kinds);
    }

    private static Kind of(IdentifierType type, String entry) {
        Behind behind = entry.startsWith("**") ? Behind.ANY : entry.startsWith("*") ? Behind.WITH_DIGIT : Behind.NONE;
        return new Kind(type, entry.endsWith("?"), entry.endsWith("!"), behind);
    }

    /** The words of an entry of the catalogue, without its marks. */
    public static String word(String entry) {
        return entry.replaceAll("[*?!~]", "");
    }

    /** Whether a name stands in front of it that has a digit or has none. */
    public boolean standsBehind(boolean digit) {
        return behind == Behind.ANY || (digit && behind == Behind.WITH_DIGIT);
    }
}
