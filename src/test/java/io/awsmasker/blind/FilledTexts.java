package io.awsmasker.blind;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The templates of a file one after another, filled anew each time, until there is enough: text in which values seldom repeat. */
public final class FilledTexts {
    private FilledTexts() {}

    /** So many bytes of the texts of this file, the same for the same seed. */
    public static byte[] of(String file, int size, long seed) {
        List<Template> templates = Template.of(file);
        Random random = new Random(seed);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; text.size() < size; i++) {
            text.writeBytes(
                    templates.get(i % templates.size()).fill(random).text().getBytes(UTF_8));
            text.write('\n');
        }
        return Arrays.copyOf(text.toByteArray(), size);
    }
}
