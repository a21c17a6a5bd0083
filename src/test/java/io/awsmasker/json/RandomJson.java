package io.awsmasker.json;

import java.util.Locale;
import java.util.Random;

/** Writes random valid JSON: odd white space, duplicate names, odd numbers, each char escaped or not by chance. */
final class RandomJson {
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "0.0",
        "-0.10",
        "1e5",
        "1E+05",
        "12e-0",
        "123456789012",
        "1.23456789012e11",
        "0e0",
        "9007199254740993",
        "-1.7976931348623157e309",
        "100000000000000000000000000000000000000000001"
    };
    private static final String[] NAMES = {
        "", "type", "text", "input", "i-0abc1234def567890", "a.b", "\u00fc", "\ud83d\ude00"
    };
    private static final String[] CHARS = {
        "a",
        "E",
        "_",
        "0",
        " ",
        "/",
        "\"",
        "\\",
        "\n",
        "\r",
        "\t",
        "\b",
        "\f",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u0080",
        "\u00e9",
        "\u07ff",
        "\u0800",
        "\u20ac",
        "\uffff",
        "\ufeff",
        "\ud83d\ude00",
        "\udbff\udfff",
        "\ud83d",
        "\ude00",
        "u0041",
        "{",
        "]",
        ","
    };
    private static final String[] BLANKS = {" ", "\n", "\r", "\t", "        ", "\r\n"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private RandomJson(Random random) {
        this.random = random;
    }

    static String text(Random random) {
        RandomJson json = new RandomJson(random);
        json.blank();
        json.value(1 + random.nextInt(5));
        json.blank();
        return json.out.toString();
    }

    static String string(Random random) {
        StringBuilder string = new StringBuilder();
        int length = random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(20);
        while (string.length() < length) {
            string.append(
                    random.nextInt(3) == 0 ? CHARS[random.nextInt(CHARS.length)] : "plain".charAt(random.nextInt(5)));
        }
        return string.toString();
    }

    private void value(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 5);
        switch (kind) {
            case 0 -> out.append(new String[] {"true", "false", "null"}[random.nextInt(3)]);
            case 1 ->
                out.append(random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : "" + random.nextLong());
            case 2, 3, 4 -> quoted(string(random));
            case 5, 6 -> array(depth);
            default -> object(depth);
        }
    }

    private void array(int depth) {
        out.append('[');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            out.append(i > 0 ? "," : "");
            blank();
            value(depth - 1);
            blank();
        }
        blank();
        out.append(']');
    }

    private void object(int depth) {
        out.append('{');
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            out.append(i > 0 ? "," : "");
            blank();
            quoted(random.nextInt(4) == 0 ? string(random) : NAMES[random.nextInt(NAMES.length)]);
            blank();
            out.append(':');
            blank();
            value(depth - 1);
            blank();
        }
        blank();
        out.append('}');
    }

    private void blank() {
        while (random.nextInt(4) == 0) {
            out.append(BLANKS[random.nextInt(BLANKS.length)]);
        }
    }

    private void quoted(String content) {
        int escapeOneIn = random.nextBoolean() ? 50 : 2;
        out.append('"');
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean pair = i + 1 < content.length() && Character.isSurrogatePair(c, content.charAt(i + 1));
            if (random.nextInt(escapeOneIn) == 0) {
                escaped(c);
            } else if (pair) {
                out.append(c).append(content.charAt(++i));
            } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                escaped(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escaped(char c) {
        int letter = "\"\\/\b\f\n\r\t".indexOf(c);
        if (letter >= 0 && random.nextInt(3) > 0) {
            out.append('\\').append("\"\\/bfnrt".charAt(letter));
            return;
        }
        String hex = String.format(Locale.ROOT, "%04x", (int) c);
        out.append("\\u");
        hex.chars().forEach(digit -> out.append((char) (random.nextBoolean() ? Character.toUpperCase(digit) : digit)));
    }
}
