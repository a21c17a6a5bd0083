package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;

/**
 * Several words where a password stands. Labels and messages that programs show there speak of passwords and of what to do
 * with them; any other words are a pass phrase.
 */
public final class Phrases {
    private static final int MOST_WORDS = 12;
    private static final int MANY = 4;

    private static final WordTable OF_LABELS = new WordTable(Words.set(
            "password passwords passphrase passcode pin secret secrets token tokens key keys login credential credentials "
                    + "account username email field value string number character characters enter confirm repeat retype "
                    + "change changed reset forgot forgotten show hide invalid incorrect wrong required optional missing "
                    + "empty must should please your least match cannot valid expired failed error unknown see stored kept "
                    + "managed generated rotated"));

    private Phrases() {}

    /** Whether it is a label or a message. A text that holds a digit is one only if it has many words. */
    public static boolean label(byte[] text, int start, int end) {
        int spaces = 0;
        for (int i = start; i < end; i++) {
            spaces += text[i] == ' ' ? 1 : 0;
        }
        return (spaces >= MANY || (Bytes.any(text, start, end) & Bytes.DIGIT) == 0) && speaks(text, start, end);
    }

    /** Whether it is a pass phrase of small letters: three words or more that are no label. */
    public static boolean pass(byte[] text, int start, int end) {
        int spaces = 0;
        for (int i = start; i < end; i++) {
            boolean space = text[i] == ' ';
            if (space ? i == start || text[i - 1] == ' ' : !Bytes.is(text[i], Bytes.LOWER)) {
                return false;
            }
            spaces += space ? 1 : 0;
        }
        return spaces >= 2 && !speaks(text, start, end);
    }

    /** Whether a word of labels is among the first words. */
    private static boolean speaks(byte[] text, int start, int end) {
        int word = start;
        int words = 0;
        while (word < end && words < MOST_WORDS) {
            int stop = word;
            while (stop < end && Bytes.is(text[stop], Bytes.ALNUM)) {
                stop++;
            }
            if (stop > word && OF_LABELS.contains(text, word, stop)) {
                return true;
            }
            words += stop > word ? 1 : 0;
            word = stop + 1;
        }
        return false;
    }
}
