package io.awsmasker.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Every reading of a text that somebody at the other end could make: JSON escapes undone at any depth, percent encoding,
 * base64, gzip, and these in each other to a depth of {@value #DEPTH}. Linear in the size of the text for each reading.
 */
final class Decodings {
    private static final int DEPTH = 5;
    private static final int LARGEST = 64 << 20;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final int SHORTEST_RUN = 12;

    private Decodings() {}

    /** The text itself and what it may stand for, each reading once. */
    static Set<String> of(byte[] bytes) {
        Set<String> readings = new LinkedHashSet<>();
        collect(new String(unzipped(bytes), StandardCharsets.UTF_8), 0, readings);
        return readings;
    }

    private static void collect(String text, int depth, Set<String> readings) {
        if (text.isEmpty() || !readings.add(text) || depth == DEPTH) {
            return;
        }
        collect(unescaped(text), depth + 1, readings);
        collect(unpercented(text), depth + 1, readings);
        for (String decoded : unbased(text)) {
            collect(decoded, depth + 1, readings);
        }
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(
                                m.group(1) == null
                                        ? switch (m.group(2)) {
                                            case "b" -> "\b";
                                            case "f" -> "\f";
                                            case "n" -> "\n";
                                            case "r" -> "\r";
                                            case "t" -> "\t";
                                            default -> m.group(2);
                                        }
                                        : String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private static String unpercented(String text) {
        return text.indexOf('%') < 0
                ? text
                : PERCENT.matcher(text).replaceAll(m -> {
                    byte[] bytes = new byte[m.group().length() / 3];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = (byte) Integer.parseInt(m.group().substring(3 * i + 1, 3 * i + 3), 16);
                    }
                    return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
                });
    }

    /** Runs of base64 in both alphabets, read from each of the four places where a group of four may begin. */
    private static List<String> unbased(String text) {
        List<String> decoded = new ArrayList<>();
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = start;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            if (end - start < SHORTEST_RUN) {
                continue;
            }
            String run = text.substring(start, end).replace('-', '+').replace('_', '/');
            for (int shift = 0; shift < 4; shift++) {
                int length = (run.length() - shift) / 4 * 4 + usableRest((run.length() - shift) % 4);
                byte[] bytes = Base64.getDecoder().decode(run.substring(shift, shift + length));
                String reading = new String(unzipped(bytes), StandardCharsets.UTF_8);
                if (mostlyText(reading)) {
                    decoded.add(reading);
                }
            }
        }
        return decoded;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static int usableRest(int rest) {
        return rest == 1 ? 0 : rest;
    }

    /** Whether a base64 reading is worth reading on: random bytes decode to replacement characters and controls. */
    private static boolean mostlyText(String reading) {
        long odd = reading.chars()
                .filter(c -> c == '\ufffd' || (c < ' ' && c != '\n' && c != '\t' && c != '\r'))
                .count();
        return odd * 4 <= reading.length();
    }

    private static byte[] unzipped(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != (byte) 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(LARGEST);
        } catch (IOException e) {
            return bytes;
        }
    }
}
