package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;

/**
 * Codes of errors where a name could stand, as messages put them behind what they were about: {@code creating IAM Role:
 * EntityAlreadyExists: …}. They are joined words with capitals as many names are, so what ends or follows them decides.
 */
public final class ErrorCodes {
    private static final String[] ENDINGS = {"Exception", "Error", "Fault"};

    private ErrorCodes() {}

    /** Whether the word at {@code [start, end)} is one. */
    public static boolean is(byte[] text, int start, int end, int to) {
        int word = Bytes.runEnd(text, start, end, Bytes.LETTER);
        boolean parts = word + 1 < end && text[word] == '.' && Bytes.is(text[word + 1], Bytes.UPPER);
        boolean letters = start < end
                && Bytes.is(text[start], Bytes.UPPER)
                && (parts ? Bytes.runEnd(text, word + 1, end, Bytes.LETTER) : word) == end;
        boolean code = letters && end + 1 < to && text[end] == ':' && text[end + 1] == ' ';
        for (String ending : ENDINGS) {
            code |= letters && Bytes.at(text, end - ending.length(), end, ending);
        }
        return code && Words.distinctive(text, start, end);
    }
}
