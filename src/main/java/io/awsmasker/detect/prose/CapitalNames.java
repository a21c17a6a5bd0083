package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.Kind;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Names without hyphens behind a service and the word for its thing: {@code the IAM role DeployBot}, {@code IAM user
 * ana.quay}. Only humps, points and underscores tell them from the next word, so the service must be named.
 */
public final class CapitalNames {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 128;

    private static final WordTable NAMING = new WordTable(Words.set("named called"));

    /** First words of what the API can do and of its types, which stand in the same place. */
    private static final WordTable ACTIONS = new WordTable(Words.set(
            "get list describe create update delete put assume pass invoke batch scan query add remove attach "
                    + "detach tag untag start stop send receive publish subscribe time to aws amazon"));

    /** Last words of what is a parameter. */
    private static final WordTable PARAMETERS = new WordTable(
            Words.set("name id arn arns type document class statement version status exception error handler"));

    private CapitalNames() {}

    /** Adds the name behind the service that begins with the capital at {@code at}. */
    public static void find(byte[] text, int at, int to, Candidates found) {
        int service = Bytes.runEnd(text, at, Math.min(to, at + Kind.LONGEST), Bytes.ALNUM);
        if (service + SHORTEST >= to || text[service] != ' ' || !Kind.service(text, at, service)) {
            return;
        }
        Nouns nouns = Nouns.behind(text, service + 1, to);
        if (nouns == null || nouns.end() + SHORTEST >= to || text[nouns.end()] != ' ') {
            return;
        }
        int start = nouns.end() + 1;
        int naming = Bytes.runEnd(text, start, Math.min(to, start + SHORTEST + 1), Bytes.LETTER);
        boolean called = naming + SHORTEST < to && text[naming] == ' ' && NAMING.contains(text, start, naming);
        start = called ? naming + 1 : start;
        start = called && Bytes.at(text, start, to, "**") ? start + 2 : start;
        boolean quote = text[start] == '"' || text[start] == '\'' || (called && text[start] == '`');
        start = quote ? start + 1 : start;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST), Bytes.HOST);
        while (end > start && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        boolean whole = end >= to || (text[end] != '(' && text[end] != '/' && text[end] != ':');
        boolean quoted = quote && whole && end < to && text[end] == text[start - 1];
        if (whole && end - start >= SHORTEST && (named(text, start, end) || (quoted && numbered(text, start, end)))) {
            Names.propose(text, start, end, false, nouns.kind().type(), found);
        }
    }

    /** Whether it is a word and a number, {@code harbour7}. */
    private static boolean numbered(byte[] text, int start, int end) {
        int digits = Bytes.runEnd(text, start, end, Bytes.LETTER);
        return digits > start && digits < end && Bytes.runEnd(text, digits, end, Bytes.DIGIT) == end;
    }

    /** Whether humps or points join words of letters, of which neither the first nor the last is one of the API. */
    private static boolean named(byte[] text, int start, int end) {
        int joints = 0;
        int first = end;
        int last = start;
        for (int i = start + 1; i < end; i++) {
            boolean hump = Bytes.is(text[i], Bytes.UPPER) && Bytes.is(text[i - 1], Bytes.LOWER);
            boolean point = text[i] == '.' || text[i] == '_';
            joints += hump || point ? 1 : 0;
            first = (hump || point) && first == end ? i : first;
            last = hump ? i : point ? i + 1 : last;
        }
        return joints > 0
                && !Kind.service(text, start, end)
                && Bytes.is(text[start], Bytes.LETTER)
                && !ACTIONS.contains(text, start, first)
                && !PARAMETERS.contains(text, last, end);
    }
}
