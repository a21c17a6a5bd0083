package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.words.Words;

/**
 * The service of a {@code serverless.yml}, after which its stack, its functions and its bucket are called. Everything may be a
 * {@code service}, so that the provider a few lines below must be AWS; reads a bounded way.
 */
public final class Serverless {
    private static final String SERVICE = "service";
    private static final String PROVIDER = "provider:";
    private static final String NAME = "name:";
    private static final String AWS = "aws";
    private static final int FAR = 1024;
    private static final int NEAR = 256;

    private Serverless() {}

    /** Where the name of the service stands if the key that ends at {@code keyEnd} tells it, or -1. */
    public static int name(byte[] text, int from, int keyEnd, int to) {
        int key = keyEnd - SERVICE.length();
        if (key < from
                || text[keyEnd - 1] != 'e'
                || !Bytes.at(text, key, keyEnd, SERVICE)
                || !Boundary.before(text, from, key)) {
            return -1;
        }
        int value = keyEnd + 1;
        int line = blanksEnd(text, value, to);
        if (line < to && text[line] == '\n') {
            int name = blanksEnd(text, line + 1, to);
            value = Bytes.at(text, name, to, NAME) ? name + NAME.length() : to;
        }
        return value < to && Words.joined(text, value, to) && ofAws(text, value, to) ? value : -1;
    }

    private static boolean ofAws(byte[] text, int at, int to) {
        int provider = behind(text, at, PROVIDER, Math.min(to, at + FAR));
        int name = provider < 0 ? -1 : behind(text, provider, NAME, Math.min(to, provider + NEAR));
        if (name < 0) {
            return false;
        }
        int value = blanksEnd(text, name, to);
        value += value < to && (text[value] == '"' || text[value] == '\'') ? 1 : 0;
        int end = Bytes.runEnd(text, value, to, Bytes.HOST);
        return end - value == AWS.length() && Bytes.at(text, value, to, AWS);
    }

    private static int behind(byte[] text, int at, String word, int limit) {
        for (int i = at; i + word.length() <= limit; i++) {
            if (text[i] == word.charAt(0) && Bytes.at(text, i, limit, word)) {
                return i + word.length();
            }
        }
        return -1;
    }

    private static int blanksEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < NEAR && text[i] == ' ') {
            i++;
        }
        return i;
    }
}
