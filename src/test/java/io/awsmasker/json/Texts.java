package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Short ways to an index in tests. */
final class Texts {
    static final int DEPTH = 100;

    private Texts() {}

    static JsonIndex index(String text) {
        return index(text.getBytes(UTF_8));
    }

    static JsonIndex index(byte[] text) {
        return JsonIndex.parse(text, 0, text.length, DEPTH);
    }
}
