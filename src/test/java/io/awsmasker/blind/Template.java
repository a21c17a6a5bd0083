package io.awsmasker.blind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A text with gaps, {@code {{BUCKET}}} or {@code {{BUCKET:b}}}, which are filled with values; the same gap gets the same
 * value within one text. What stands outside the gaps is no identifier.
 */
record Template(String text) {
    /** The templates of a file, which lines of {@code ====} separate. */
    static List<Template> of(String file) {
        return List.of(resource(file).split("\n====\n", -1)).stream()
                .map(Template::new)
                .toList();
    }

    /** The templates of all files that are texts. */
    static List<Template> all() {
        return Stream.of("cli.txt", "infra.txt", "logs.txt", "prose.txt", "harmless.txt")
                .flatMap(file -> of(file).stream())
                .toList();
    }

    static String resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream("/blind/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Labelled fill(Random random) {
        Samples samples = new Samples(random);
        Map<String, String> values = new HashMap<>();
        StringBuilder filled = new StringBuilder();
        List<Label> labels = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            String gap = text.substring(open + 2, close);
            String kind = gap.contains(":") ? gap.substring(0, gap.indexOf(':')) : gap;
            String value = values.computeIfAbsent(gap, g -> samples.of(kind));
            filled.append(text, at, open);
            labels.add(new Label(kind, filled.length(), filled.length() + value.length()));
            filled.append(value);
            at = close + 2;
        }
        return new Labelled(filled.append(text.substring(at)).toString(), labels);
    }
}
