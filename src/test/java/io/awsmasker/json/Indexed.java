package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Short ways to an index in tests. */
final class Indexed {
    static final int DEPTH = 100;

    private Indexed() {}

    static JsonIndex text(String text) {
        return text(text.getBytes(UTF_8));
    }

    static JsonIndex text(byte[] text) {
        return JsonIndex.parse(text, 0, text.length, DEPTH);
    }
}
