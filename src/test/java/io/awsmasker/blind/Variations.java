package io.awsmasker.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text as it is damaged on its way: cut off, escaped, with other marks between its words. */
final class Variations {
    private static final String MARKS = " \"'\n\\:=,;{}()[]<>|/&";
    private static final int MOST_DAMAGES = 3;
    private static final int LONGEST_GAP = 12;

    private Variations() {}

    /** The text itself and so many variations of it, the same ones each time. */
    static List<String> of(String text, int count) {
        Random random = new Random(text.hashCode());
        List<String> variations = new ArrayList<>(List.of(text));
        for (int n = 0; n < count; n++) {
            String damaged = text;
            for (int k = random.nextInt(MOST_DAMAGES); k >= 0 && !damaged.isEmpty(); k--) {
                damaged = damage(damaged, random);
            }
            variations.add(damaged);
        }
        return variations;
    }

    private static String damage(String text, Random random) {
        int at = random.nextInt(text.length());
        char mark = MARKS.charAt(random.nextInt(MARKS.length()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(at);
            case 2 -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            case 3 -> text.substring(0, at) + mark + text.substring(at);
            case 4 -> text.replace(MARKS.charAt(random.nextInt(MARKS.length())), mark);
            default ->
                text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(LONGEST_GAP)));
        };
    }
}
