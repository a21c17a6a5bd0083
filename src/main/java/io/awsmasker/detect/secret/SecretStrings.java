package io.awsmasker.detect.secret;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * JSON in a string that is a secret as a whole, as Secrets Manager shows one: {@code "SecretString": "{\\"stripe\\":\\"x\\"}"}.
 * Its keys stay and every string under them is a secret, whatever the key says.
 */
public final class SecretStrings {
    private static final int SHORTEST = 3;
    private static final int MOST_SPACES = 64;

    private SecretStrings() {}

    /** Whether an object begins there and no secret that happens to begin like one. */
    public static boolean begins(byte[] text, int at, int to) {
        int i = at + 1;
        while (i < to && i - at < MOST_SPACES && (text[i] == ' ' || text[i] == '\n' || text[i] == '\\')) {
            i++;
        }
        return at < to && text[at] == '{' && (i >= to || i > at + 1 || text[i] == '"' || text[i] == '}');
    }

    /**
     * Adds the strings in the object that begins at {@code start}.
     *
     * @param escapes how many backslashes stand in front of the quote that opens the outer string
     * @param quote the outer quote
     * @return the offset of the closing outer quote, or {@code to}
     */
    public static int read(
            byte[] text, int start, int to, int escapes, byte quote, IdentifierType type, Candidates found) {
        int string = -1;
        int depth = 0;
        int slashes = 0;
        for (int i = start; i < to; i++) {
            byte b = text[i];
            if (b == quote && slashes <= escapes) {
                return i;
            }
            if (b == '"' && string < 0) {
                string = i + 1;
                depth = slashes;
            } else if (b == '"' && slashes <= depth) {
                int end = i - slashes;
                if (end - string >= SHORTEST && !isKey(text, i + 1, to)) {
                    found.name(type, string, end);
                }
                string = -1;
            }
            slashes = b == '\\' ? slashes + 1 : 0;
        }
        return to;
    }

    private static boolean isKey(byte[] text, int behind, int to) {
        int i = behind;
        while (i < to && i - behind < SHORTEST && text[i] == ' ') {
            i++;
        }
        return i < to && text[i] == ':';
    }
}
