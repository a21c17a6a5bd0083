package io.awsmasker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Labelled real texts that stand beside the checkout, or where {@code -Dmasker.corpus} says; tests skip without them. */
public final class Corpus {
    private Corpus() {}

    /**
     * A text with what is to be found in it.
     *
     * @param labels what must be masked
     * @param optional what may be
     */
    public record Case(String id, String text, List<Span> labels, List<Span> optional) {}

    /** A stretch of a text, in characters of Java. */
    public record Span(int start, int end) {
        public boolean touches(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /** The file, whether it exists or not. */
    public static Path path() {
        return Path.of(System.getProperty("masker.corpus", "../shared/corpus/dev.jsonl"));
    }

    /** All cases; without the file the test that asks is skipped. */
    public static List<Case> cases() {
        assumeTrue(Files.exists(path()), "no corpus; name its file with -Dmasker.corpus");
        try {
            return Files.readAllLines(path()).stream().map(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String line) {
        JsonObject json = new JsonObject(line);
        String text = json.getString("text");
        JsonArray identifiers = json.getJsonArray("identifiers");
        JsonArray optional = json.getJsonArray("optional");
        return new Case(
                json.getString("id"),
                text,
                IntStream.range(0, identifiers.size())
                        .mapToObj(identifiers::getJsonObject)
                        .map(one -> span(text, one.getInteger("start"), one.getInteger("end")))
                        .toList(),
                IntStream.range(0, optional.size())
                        .mapToObj(optional::getJsonArray)
                        .map(one -> span(text, one.getInteger(0), one.getInteger(1)))
                        .toList());
    }

    /** The corpus counts code points. */
    private static Span span(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return new Span(from, text.offsetByCodePoints(from, end - start));
    }
}
