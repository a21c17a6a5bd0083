package io.awsmasker.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.blind.FilledTexts;
import io.awsmasker.testing.AwsCliJson;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The texts that are measured, by name. All are made from seeds. */
final class BenchmarkTexts {
    private static final int SIZE = 5_000_000;
    private static final String[] WORDS =
            ("the of and to in is that for it with on as are this be we by at not which from"
                            + " or an have has was you can will more if when their all may other also then them these into only"
                            + " such each instances cluster network policy found latency requests service region traffic because"
                            + " memory database answer change after before during every question")
                    .split(" ");

    private static final Map<String, String> PIECES = new TreeMap<>(Map.of(
            "hyphens", "i-",
            "arns", "arn:arn:",
            "accounts", "897355541743 ",
            "digits", "897355541743",
            "buckets", "\"bucket\":[\"",
            "secrets", "password='",
            "hosts", ".amazonaws.com"));

    private BenchmarkTexts() {}

    /** The text of this name, or else a piece over and over. */
    static byte[] of(String name) {
        return switch (name) {
            case "json" -> AwsCliJson.bytes(SIZE, 1);
            case "cli", "infra", "logs" -> FilledTexts.of(name + ".txt", SIZE, 1);
            case "letters" -> FilledTexts.of("prose.txt", SIZE, 1);
            case "prose" -> prose(SIZE);
            case "nothing" ->
                repeated("nothing of a customer stands in this line, however far one reads on\n", 2 * SIZE);
            default -> repeated(PIECES.get(name), SIZE);
        };
    }

    private static byte[] repeated(String piece, int size) {
        byte[] text = new byte[size];
        byte[] bytes = piece.getBytes(UTF_8);
        for (int i = 0; i < size; i++) {
            text[i] = bytes[i % bytes.length];
        }
        return text;
    }

    /** Sentences with an instance id in every four hundredth word. */
    private static byte[] prose(int size) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            String first = WORDS[random.nextInt(WORDS.length)];
            text.append(Character.toUpperCase(first.charAt(0))).append(first.substring(1));
            for (int i = 5 + random.nextInt(14); i > 0; i--) {
                text.append(random.nextInt(12) == 0 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
                if (random.nextInt(400) == 0) {
                    text.append(" i-0").append("%016x".formatted(random.nextLong()));
                }
            }
            text.append(random.nextInt(5) == 0 ? ".\n\n" : ". ");
        }
        return text.substring(0, size).getBytes(UTF_8);
    }
}
