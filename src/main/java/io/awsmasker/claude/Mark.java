package io.awsmasker.claude;

import io.awsmasker.mask.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a token stood in a text of Claude: in the text that the client got, bytes {@code [start, start + length)} are what
 * was put in its place. Marks say how to get back what Claude wrote without keeping a word of it.
 */
record Mark(int start, int length, String token) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\+(\\d{1,9}):([A-Z0-9_]{1,80})");

    /** The marks that these replacements of tokens leave in the text that comes of them. */
    static List<Mark> of(byte[] text, int start, List<Replacement> replacements) {
        List<Mark> marks = new ArrayList<>(replacements.size());
        int shift = -start;
        for (Replacement replacement : replacements) {
            int length = replacement.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            String token = new String(
                    text,
                    replacement.start(),
                    replacement.end() - replacement.start(),
                    java.nio.charset.StandardCharsets.UTF_8);
            marks.add(new Mark(replacement.start() + shift, length, token));
            shift += length - (replacement.end() - replacement.start());
        }
        return marks;
    }

    static String write(List<Mark> marks) {
        return marks.stream()
                .map(mark -> mark.start + "+" + mark.length + ":" + mark.token)
                .collect(Collectors.joining(","));
    }

    /** What {@link #write} wrote, or the beginning of it that can be read. */
    static List<Mark> read(String written) {
        List<Mark> marks = new ArrayList<>();
        for (Matcher m = WRITTEN.matcher(written); m.find(); ) {
            marks.add(new Mark(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3)));
        }
        return marks;
    }
}
