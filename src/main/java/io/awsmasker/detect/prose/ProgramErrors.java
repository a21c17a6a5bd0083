package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;

/**
 * Messages of compilers and databases, which have functions and tables too: {@code implicit declaration of function 'do_work'},
 * {@code no such table: user_sessions}. AWS quotes neither a function of small letters and underscores nor a table of which it
 * says in so many words that it does not exist.
 */
final class ProgramErrors {
    private static final String SUCH = "such ";
    private static final String[] VERDICTS = {" doesn't exist", " does not exist", " already exists"};

    private ProgramErrors() {}

    /**
     * Whether the name at {@code [start, end)} is theirs.
     *
     * @param word where the word for what it names begins
     * @param stop where the name ends with what closes it
     */
    static boolean name(
            IdentifierType type,
            byte[] text,
            int from,
            int word,
            int start,
            int end,
            int stop,
            boolean quoted,
            int to) {
        if (type == IdentifierType.LAMBDA) {
            return quoted && isPlain(text, start, end);
        }
        return type == IdentifierType.DDB
                && (Bytes.at(text, Math.max(from, word - SUCH.length()), word, SUCH)
                        || (quoted && complains(text, stop, to) && !joined(text, start, end)));
    }

    private static boolean isPlain(byte[] text, int start, int end) {
        return !joined(text, start, end) && (Bytes.any(text, start, end) & (Bytes.UPPER | Bytes.DIGIT)) == 0;
    }

    private static boolean complains(byte[] text, int at, int to) {
        for (String verdict : VERDICTS) {
            if (Bytes.at(text, at, to, verdict)) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '-') {
                return true;
            }
        }
        return false;
    }
}
