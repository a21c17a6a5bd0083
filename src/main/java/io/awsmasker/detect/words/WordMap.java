package io.awsmasker.detect.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What short ASCII words mean, asked about bytes of a text without making a string of them. */
public final class WordMap<T> {
    private final WordTable words;
    private final List<@Nullable T> meanings;

    /** @param meanings by words in small letters */
    public WordMap(Map<String, T> meanings) {
        words = new WordTable(meanings.keySet());
        this.meanings = new ArrayList<>(Collections.nCopies(words.size(), null));
        meanings.forEach((word, meaning) -> {
            byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
            this.meanings.set(words.find(bytes, 0, bytes.length), meaning);
        });
    }

    /** The meaning of the word at {@code [start, end)}, in any case, or null. */
    @Nullable
    public T find(byte[] text, int start, int end) {
        int word = words.find(text, start, end);
        return word < 0 ? null : meanings.get(word);
    }
}
