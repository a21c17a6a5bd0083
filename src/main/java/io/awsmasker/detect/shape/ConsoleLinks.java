package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names in links to the AWS console, whose path, query and fragment say what follows: {@code #/roles/details/deploy}, {@code
 * /s3/buckets/x}, {@code #table?name=x}, {@code log-group/$252Faws$252Flambda$252Fx}. What the console puts between the word
 * for a thing and its name is no name; a link is read once, a bounded way.
 */
final class ConsoleLinks {
    private static final Marks ENDS = Marks.of("\"'<>\\`)]},|");
    private static final int LONGEST = 2048;
    private static final String DOMAIN = "aws.amazon.com";
    private static final Marks BEHIND = Marks.of(".!*");
    private static final Marks SEPARATORS = Marks.of("/?&#=;:");
    private static final Marks QUERY = Marks.of("?&;");

    /** What stands between the word for a thing and its name. */
    private static final WordTable STEPS = new WordTable(Words.set("details detail view show edit v2 private public"));

    /** What the console does with things instead of showing one. */
    private static final WordTable PAGES = new WordTable(Words.set(
            "create new list home overview dashboard quickcreate wizard import add start launch settings all"));

    /** Parameters whose value is the name of the thing in front. */
    private static final WordTable NAMING = new WordTable(Words.set("name id identifier"));

    private static final int LONGEST_KIND = 31;
    private static final int ACCOUNT_DIGITS = 12;
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

    private final byte[] text;
    private final int limit;
    private final Candidates found;
    private @Nullable IdentifierType thing;
    private @Nullable IdentifierType next;

    private ConsoleLinks(byte[] text, int limit, Candidates found) {
        this.text = text;
        this.limit = limit;
        this.found = found;
    }

    /** Adds the names in the link whose host ends at {@code at}. */
    static void find(byte[] text, int at, int to, Candidates found) {
        new ConsoleLinks(text, Math.min(to, at + LONGEST), found).read(at);
    }

    private void read(int at) {
        int i = at;
        while (i < limit && link(text[i])) {
            int end = partEnd(i);
            if (i > at && Bytes.at(text, end - DOMAIN.length(), end, DOMAIN)) {
                return;
            }
            if (end > i) {
                end = part(i, end);
            }
            i = end + (end < limit && link(text[end]) ? 1 : 0);
        }
    }

    /** Takes the part {@code [i, end)} for a word, a parameter or a name; returns where it ends. */
    private int part(int i, int end) {
        boolean parameter = end < limit && text[end] == '=';
        boolean query = QUERY.has(text[i - 1]);
        IdentifierType kind = kind(i, end);
        if (parameter && thing != null && NAMING.contains(text, i, end)) {
            next = thing;
        } else if (kind != null) {
            thing = query || parameter ? thing : kind;
            next = kind;
        } else if (query || parameter || PAGES.contains(text, i, end)) {
            next = null;
        } else if (next != null && !STEPS.contains(text, i, end) && !account(i, end)) {
            int stop = next == IdentifierType.ECR ? pathEnd(i, end) : end;
            int last = sentenceEnd(i, stop);
            if (plain(i, last) && !Regions.isLong(text, i, last)) {
                found.placed(next, i, last);
            }
            next = null;
            return stop;
        }
        return end;
    }

    private @Nullable IdentifierType kind(int i, int end) {
        boolean known = end - i <= LONGEST_KIND && text[i] > 0 && (LENGTHS[text[i]] >>> (end - i) & 1) != 0;
        return known ? KINDS.get(new String(text, i, end - i, StandardCharsets.ISO_8859_1)) : null;
    }

    /** Whether the number of an account stands in front of the name, which is found by its shape. */
    private boolean account(int i, int end) {
        return end - i == ACCOUNT_DIGITS
                && next != IdentifierType.ACCOUNT
                && Bytes.runEnd(text, i, end, Bytes.DIGIT) == end;
    }

    private int partEnd(int at) {
        int end = at;
        while (end < limit && link(text[end]) && !SEPARATORS.has(text[end])) {
            end++;
        }
        return end;
    }

    /** Where a name ends that may have slashes and stands behind the number of an account. */
    private int pathEnd(int start, int first) {
        int end = first;
        boolean registry = start > ACCOUNT_DIGITS && Bytes.is(text[start - 2], Bytes.DIGIT);
        while (registry && end + 1 < limit && text[end] == '/' && !Bytes.at(text, end, limit, "/_/")) {
            int stop = partEnd(end + 1);
            if (stop == end + 1 || STEPS.contains(text, end + 1, stop)) {
                break;
            }
            end = stop;
        }
        return end;
    }

    /** Where the part ends without the marks of a sentence or of Markdown that stand behind a link. */
    private int sentenceEnd(int start, int end) {
        int stop = end;
        while (stop > start && BEHIND.has(text[stop - 1])) {
            stop--;
        }
        return stop;
    }

    private boolean plain(int start, int end) {
        boolean digitsOnly = Bytes.runEnd(text, start, end, Bytes.DIGIT) == end && end - start != ACCOUNT_DIGITS;
        boolean arn = Bytes.at(text, start, end, "arn") && (end - start == 3 || text[start + 3] == '%');
        return end - start > 1 && !digitsOnly && !arn && !Bytes.at(text, start, end, "http");
    }

    private static boolean link(byte b) {
        return b > ' ' && !ENDS.has(b);
    }
}
