package io.awsmasker.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.ShapeRegex;
import io.awsmasker.detect.finding.Passage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The detector with everything on beside the two usual engines, which get the shapes of the same catalogue as one
 * expression. Texts as they come are
 *
 * <ul>
 *   <li>{@code json}: answers of AWS;
 *   <li>{@code cli}: command lines with what they print;
 *   <li>{@code infra}: Terraform, CloudFormation, Kubernetes and the like;
 *   <li>{@code logs}: lines of programs and records of AWS;
 *   <li>{@code letters}: what people write to each other about their systems; these four are the texts of the blind tests,
 *       filled with new identifiers each time;
 *   <li>{@code prose}: seventy everyday words with an instance in every four hundredth;
 *   <li>{@code nothing}: one line without any anchor.
 * </ul>
 *
 * <p>All others are a hostile piece over and over.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 60)
@Measurement(iterations = 15)
public class DetectBenchmark {
    private static final Set<String> FRIENDLY = Set.of("json", "cli", "infra", "logs", "letters", "prose", "nothing");

    @Param({
        "json",
        "cli",
        "infra",
        "logs",
        "letters",
        "prose",
        "nothing",
        "hyphens",
        "arns",
        "accounts",
        "digits",
        "buckets",
        "secrets",
        "hosts"
    })
    public String text = "json";

    private final Detector detector = new Detector();
    private final Pattern regex = Pattern.compile(ShapeRegex.alternatives());
    private final com.google.re2j.Pattern re2 = com.google.re2j.Pattern.compile(ShapeRegex.alternatives());
    private byte[] bytes = new byte[0];
    private String string = "";

    @Setup
    public void prepare() {
        bytes = BenchmarkTexts.of(text);
        string = new String(bytes, ISO_8859_1);
    }

    @Benchmark
    public int detector(CpuTime time) {
        int count = detector.find(List.of(new Passage(bytes, 0, bytes.length, null)))
                .get(0)
                .size();
        time.stop(bytes.length);
        return count;
    }

    @Benchmark
    @Warmup(iterations = 10)
    @Measurement(iterations = 8)
    public int javaRegex(CpuTime time) {
        String sample = sample(10);
        int count = 0;
        long read = 0;
        do {
            Matcher matcher = regex.matcher(sample);
            while (matcher.find()) {
                count++;
            }
            read += sample.length();
        } while (time.brief());
        time.stop(read);
        return count;
    }

    @Benchmark
    @Warmup(iterations = 10)
    @Measurement(iterations = 8)
    public int re2j(CpuTime time) {
        String sample = sample(40);
        int count = 0;
        long read = 0;
        do {
            com.google.re2j.Matcher matcher = re2.matcher(sample);
            while (matcher.find()) {
                count++;
            }
            read += sample.length();
        } while (time.brief());
        time.stop(read);
        return count;
    }

    /**
     * A part of the text that such an engine reads in bearable time; some need its square for hostile ones. It is read again
     * until there is something to measure.
     */
    private String sample(int part) {
        return string.substring(0, FRIENDLY.contains(text) ? string.length() / part : 10_000);
    }
}
