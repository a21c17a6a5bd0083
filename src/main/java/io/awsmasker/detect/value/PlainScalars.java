package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Phrases;

/**
 * Secrets that YAML writes without quotes, its plain scalars: several words to the end of the line, or a text on the line
 * below its key. Other languages end a text at the first blank, so only a key that begins its line has such a value.
 */
final class PlainScalars {
    private static final int MOST_SPACES = 64;
    private static final int LONGEST = 1024;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_LINE = 128;
    private static final int MOST_WORDS = 6;
    private static final String NOT_IN_WORDS = "\"'`\\(){}[]<>$,;|\t";

    /** With which YAML begins something else than plain text. */
    private static final String SIGNS = "|>*!&#%@-";

    private PlainScalars() {}

    /**
     * Proposes the password of several words that begins at {@code start}: the rest of the line that its key begins, which
     * ends in front of {@code at}.
     */
    static boolean words(byte[] text, int from, int at, int start, int to, Candidates found) {
        int key = at - 1;
        if (key < from || text[key] != ':') {
            return false;
        }
        while (key > from && at - key < LONGEST_KEY && Bytes.is(text[key - 1], Bytes.HOST)) {
            key--;
        }
        while (key > from && at - key < LONGEST_KEY && (text[key - 1] == ' ' || text[key - 1] == '-')) {
            key--;
        }
        int end = start;
        int spaces = 0;
        while (end < to && end - start < LONGEST_LINE && text[end] != '\n' && text[end] != '\r') {
            if (NOT_IN_WORDS.indexOf(text[end]) >= 0) {
                return false;
            }
            spaces += text[end] == ' ' ? 1 : 0;
            end++;
        }
        while (end > start && text[end - 1] == ' ') {
            end--;
            spaces--;
        }
        boolean line = key == from || text[key - 1] == '\n';
        boolean words = spaces > 0 && spaces <= MOST_WORDS && text[end - 1] != '.' && end - start < LONGEST_LINE;
        if (line && words && SIGNS.indexOf(text[start]) < 0 && !Phrases.label(text, start, end)) {
            found.name(IdentifierType.PASSWORD, start, end);
            return true;
        }
        return false;
    }

    /** Where a secret stands that YAML writes on the next line without a sign of it. */
    static int nextLine(byte[] text, int at, int to) {
        int line = at < to && text[at] == '\r' ? at + 1 : at;
        if (line + 1 >= to || text[line] != '\n' || text[line + 1] != ' ') {
            return at;
        }
        int value = line + 1;
        while (value < to && value < line + MOST_SPACES && (text[value] == ' ' || text[value] == '\t')) {
            value++;
        }
        int end = value;
        while (end < to && end - value < LONGEST && text[end] > ' ') {
            end++;
        }
        boolean alone = end > value && (end == to || text[end] == '\n' || text[end] == '\r');
        return alone && text[end - 1] != ':' && text[value] != '-' ? value : at;
    }
}
