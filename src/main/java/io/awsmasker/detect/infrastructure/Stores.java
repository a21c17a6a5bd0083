package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;

/**
 * Where CodePipeline and CodeBuild keep things: a {@code location} beside {@code "type": "S3"} begins with a bucket, while
 * beside another type, or alone, it is anything. Reads at most 96 bytes to either side, no further than the next brace.
 */
public final class Stores {
    private static final int FARTHEST = 96;
    private static final int KEY_GAP = 16;
    private static final String STORE = "S3";
    private static final String TYPE = "type";
    private static final Marks GAP = Marks.of(" :=\"'\\");

    private Stores() {}

    /** Whether the key that ends at {@code keyEnd} stands beside the word {@code S3}. */
    public static boolean inS3(byte[] text, int from, int keyEnd, int to) {
        int start = keyEnd;
        while (start > from && keyEnd - start < FARTHEST && text[start - 1] != '{' && text[start - 1] != '}') {
            start--;
        }
        int end = keyEnd;
        while (end < to && end - keyEnd < FARTHEST && text[end] != '{' && text[end] != '}') {
            end++;
        }
        for (int i = start; i < end; i++) {
            if (text[i] == 'S' && isType(text, start, i, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isType(byte[] text, int start, int word, int end) {
        int key = word;
        while (key > start && word - key < KEY_GAP && GAP.has(text[key - 1])) {
            key--;
        }
        return Bytes.at(text, word, end, STORE)
                && Boundary.after(text, word + STORE.length(), end)
                && key < word
                && key - TYPE.length() >= start
                && (text[key - TYPE.length()] | 32) == TYPE.charAt(0)
                && Bytes.at(text, key - TYPE.length() + 1, key, TYPE.substring(1));
    }
}
