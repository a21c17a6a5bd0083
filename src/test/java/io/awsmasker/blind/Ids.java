package io.awsmasker.blind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The catalogue's ids with a prefix, read from a list that was made from the catalogue and not from the program. */
final class Ids {
    private static final Map<String, List<String>> PATTERNS = read();

    private Ids() {}

    static Map<String, List<String>> patterns() {
        return PATTERNS;
    }

    static String pattern(String kind, Random random) {
        List<String> patterns = PATTERNS.getOrDefault(kind, List.of());
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("no placeholder of the templates is called " + kind);
        }
        return patterns.get(random.nextInt(patterns.size()));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        for (String line : Template.resource("ids.txt").split("\n", -1)) {
            List<String> words = List.of(line.split(" ", -1));
            if (words.size() > 1) {
                patterns.put(words.get(0), words.subList(1, words.size()));
            }
        }
        return patterns;
    }
}
