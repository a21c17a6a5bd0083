package io.awsmasker.endtoend;

import io.awsmasker.testing.Corpus;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Output of the AWS CLI with the originals in it. Some samples belong to the project; others come from the labelled corpus
 * beside the checkout when it is there; ids that the documentation redacted ({@code …EXAMPLE}) have no shape and do not count.
 *
 * @param name for reports
 * @param text what the user sends
 * @param originals values that must stand nowhere upstream
 * @param labels parts of an ARN, each of which must be replaced at its place
 */
record Sample(String name, String text, Set<String> originals, List<Label> labels) {
    private static final List<String> OWN =
            List.of("ec2-describe-instances", "s3api-list-buckets", "rds-describe-db-instances", "iam-list-roles");
    private static final Set<String> OTHER_FAMILIES = Set.of("EMAIL", "PHONE", "ZONE", "SESSION", "CANONICALID");

    /** UTF-16 offsets of a labelled value. */
    record Label(String type, int start, int end) {}

    static List<Sample> own() {
        return OWN.stream()
                .map(name -> new Sample(
                        name,
                        resource(name + ".txt"),
                        resource(name + ".originals").lines().collect(Collectors.toSet()),
                        List.of()))
                .toList();
    }

    /** Where the labelled corpus is, if there is one. */
    static Path corpus() {
        return Corpus.path();
    }

    /** The richest case of the corpus for each of the four services. */
    static List<Sample> fromCorpus() {
        Path corpus = corpus();
        List<Sample> samples = new ArrayList<>();
        for (Pattern service : List.of(
                Pattern.compile("describe-instances|ec2/describe-spot-instance|DescribeInstances"),
                Pattern.compile("list-buckets|s3api/|amazon-s3"),
                Pattern.compile("describe-db-instances|[ /]rds|DBInstanceArn"),
                Pattern.compile("list-roles|iam\\.List|iam/"))) {
            richest(corpus, service).stream().map(Sample::labelled).forEach(samples::add);
        }
        return samples;
    }

    private static List<JsonObject> richest(Path corpus, Pattern service) {
        try (Stream<String> lines = Files.lines(corpus)) {
            return lines
                    .map(JsonObject::new)
                    .filter(c -> service.matcher(c.getString("source") + " " + c.getString("text"))
                            .find())
                    .max(Comparator.comparingInt(
                            c -> c.getJsonArray("identifiers").size()))
                    .stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample labelled(JsonObject corpusCase) {
        String text = corpusCase.getString("text");
        Set<String> originals = new HashSet<>();
        List<Label> labels = new ArrayList<>();
        for (Object item : corpusCase.getJsonArray("identifiers")) {
            JsonObject label = (JsonObject) item;
            String by = label.getString("by");
            boolean redacted = label.getString("value").endsWith("EXAMPLE");
            if (OTHER_FAMILIES.contains(label.getString("type")) || by.equals("context") || redacted) {
                continue;
            }
            int start = text.offsetByCodePoints(0, label.getInteger("start"));
            labels.add(new Label(
                    label.getString("type"),
                    start,
                    start + label.getString("value").length()));
            if (by.equals("shape")) {
                originals.add(label.getString("value"));
            }
        }
        return new Sample(corpusCase.getString("id"), text, originals, labels);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("/endtoend/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
