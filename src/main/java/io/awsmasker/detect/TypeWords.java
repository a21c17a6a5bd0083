package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ASCII words that tell the type of something, asked about bytes of a text without making a string of them. */
final class TypeWords {
    private final WordTable words;
    private final @Nullable IdentifierType[] types;

    /** @param types by words in small letters */
    TypeWords(Map<String, IdentifierType> types) {
        words = new WordTable(types.keySet());
        this.types = new IdentifierType[words.size()];
        types.forEach((word, type) -> {
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            this.types[words.find(bytes, 0, bytes.length)] = type;
        });
    }

    /** The type of the word at {@code [start, end)}, in any case, or null. */
    @Nullable
    IdentifierType find(byte[] text, int start, int end) {
        int word = words.find(text, start, end);
        return word < 0 ? null : types[word];
    }
}
