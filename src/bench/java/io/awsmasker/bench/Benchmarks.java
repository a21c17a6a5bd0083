package io.awsmasker.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all measurements of one kind in one go and prints them side by side, because only ratios travel between machines. */
public final class Benchmarks {
    private static final List<String> ENGINES = List.of("detector", "javaRegex", "re2j");

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        String only = args.length > 0 ? args[0] : "";
        OptionsBuilder options = new OptionsBuilder();
        options.include(only.isEmpty() ? "io\\.awsmasker\\.bench\\..*" : only).jvmArgs("-Xmx2g", "-Xss16m");
        options.verbosity(VerboseMode.SILENT);
        Map<String, Map<String, Double>> engines = new TreeMap<>();
        Map<Integer, Double> sizes = new TreeMap<>();
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            double median = result.getSecondaryResults()
                    .get("megabytes")
                    .getStatistics()
                    .getPercentile(50);
            String text = result.getParams().getParam("text");
            if (text == null) {
                sizes.put(Integer.valueOf(result.getParams().getParam("size")), median);
            } else {
                String benchmark = result.getParams().getBenchmark();
                engines.computeIfAbsent(text, t -> new TreeMap<>())
                        .put(benchmark.substring(benchmark.lastIndexOf('.') + 1), median);
            }
        }
        printEngines(engines);
        printSizes(sizes);
        if (only.isEmpty()) {
            RequestTimes.print();
        }
    }

    private static void printEngines(Map<String, Map<String, Double>> engines) {
        System.out.printf(
                "%nMB/s of CPU time, median; java.util.regex and RE2/J read a tenth and a fortieth of the text, 10 kB of"
                        + " hostile ones, again and again%n");
        System.out.println("| text | detector | java.util.regex | RE2/J | detector : regex | detector : RE2/J |");
        System.out.println("| --- | --: | --: | --: | --: | --: |");
        engines.forEach((text, rates) -> {
            List<Double> row = new ArrayList<>();
            ENGINES.forEach(engine -> row.add(rates.getOrDefault(engine, Double.NaN)));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f | %.2f | %.0f | %.0f |%n",
                    text,
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(0) / row.get(1),
                    row.get(0) / row.get(2));
        });
    }

    private static void printSizes(Map<Integer, Double> sizes) {
        System.out.printf("%n| bytes of JSON | detector, MB/s | ns/byte |%n| --: | --: | --: |%n");
        sizes.forEach((size, rate) -> System.out.printf(Locale.ROOT, "| %d | %.0f | %.2f |%n", size, rate, 1e3 / rate));
    }
}
