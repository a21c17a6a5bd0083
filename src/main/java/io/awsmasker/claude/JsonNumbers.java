package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonNesting;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.mask.Replacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts tokens for numbers of a JSON file in quotes, so that the file stays JSON. A message with such a number is refused, but a
 * file is text that its owner reads, and an account id in quotes is what most programs write.
 */
final class JsonNumbers {
    private static final int MAX_DEPTH = 1_000;

    private JsonNumbers() {}

    /** What is to be searched of a file: numbers of JSON are searched as the integers that they stand for. */
    static byte[] searched(byte[] file) {
        byte[] plain = PlainNumber.plain(file);
        return Arrays.equals(plain, file) || !isJsonText(file) ? file : plain;
    }

    /**
     * The replacements of a file, in their order; the same list unless the file is JSON, as a whole or line by line.
     *
     * @throws RefusedContent if an identifier is only a part of a number
     */
    static List<Replacement> quoted(byte[] file, byte[] searched, List<Replacement> replacements) {
        List<Replacement> quoted = new ArrayList<>(replacements.size());
        JsonNesting nesting = new JsonNesting();
        int at = 0;
        boolean any = false;
        boolean whole = true;
        for (Replacement each : replacements) {
            while (at < each.start()) {
                nesting.take(file[at++]);
            }
            boolean number = !nesting.inString() && isDigits(searched, each);
            any |= number;
            whole &= !number || isWhole(file, each);
            quoted.add(number ? new Replacement(each.start(), each.end(), '"' + each.text() + '"') : each);
        }
        if (!any || !isJsonText(file)) {
            return replacements;
        }
        if (!whole) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    "an uploaded JSON file holds an identifier with a sign, a fraction or an exponent, where no token can"
                            + " stand; write it as a string");
        }
        return quoted;
    }

    private static boolean isWhole(byte[] file, Replacement number) {
        return isDigits(file, number) && !isOfNumber(file, number.start() - 1) && !isOfNumber(file, number.end());
    }

    private static boolean isOfNumber(byte[] file, int at) {
        return at >= 0 && at < file.length && PlainNumber.isOfNumber(file[at]);
    }

    private static boolean isDigits(byte[] file, Replacement replacement) {
        for (int i = replacement.start(); i < replacement.end(); i++) {
            if (file[i] < '0' || file[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isJsonText(byte[] file) {
        int start =
                file.length > 2 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb && file[2] == (byte) 0xbf ? 3 : 0;
        return isJson(file, start, file.length) || areJsonLines(file, start);
    }

    private static boolean areJsonLines(byte[] file, int from) {
        int start = from;
        for (int i = from; i <= file.length; i++) {
            if (i == file.length || file[i] == '\n') {
                if (!isBlank(file, start, i) && !isJson(file, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isBlank(byte[] file, int from, int to) {
        for (int i = from; i < to; i++) {
            if (file[i] != ' ' && file[i] != '\t' && file[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(byte[] file, int from, int to) {
        try {
            JsonIndex.Kind kind = JsonIndex.parse(file, from, to, MAX_DEPTH).kind(JsonIndex.ROOT);
            return kind == JsonIndex.Kind.OBJECT || kind == JsonIndex.Kind.ARRAY;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }
}
