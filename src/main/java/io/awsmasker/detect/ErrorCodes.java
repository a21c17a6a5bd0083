package io.awsmasker.detect;

/**
 * Codes of errors where a name could stand, as messages put them behind what they were about: {@code creating IAM Role:
 * EntityAlreadyExists: …}. They are joined words with capitals as many names are, so what ends or follows them decides.
 */
final class ErrorCodes {
    private static final String[] ENDINGS = {"Exception", "Error", "Fault"};

    private ErrorCodes() {}

    /** Whether the word at {@code [start, end)} is one. */
    static boolean is(byte[] text, int start, int end, int to) {
        boolean letters = start < end
                && Bytes.is(text[start], Bytes.UPPER)
                && Bytes.runEnd(text, start, end, Bytes.LETTER) == end;
        boolean code = letters && end + 1 < to && text[end] == ':' && text[end + 1] == ' ';
        for (String ending : ENDINGS) {
            code |= letters && Bytes.at(text, end - ending.length(), end, ending);
        }
        return code && Words.distinctive(text, start, end);
    }
}
