package io.awsmasker.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.json.StringBytes;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Texts made of the catalogue's own pieces, repeated and mixed to make the scanner and the JSON splicer fail or read
 * the same bytes again and again. A case is super-linear if a byte of the longest text costs more than {@value #MOST_GROWTH}
 * times what a byte of a long one does, and again in one four times as long; that is measured where a long one was dearer than a
 * short one, and of a sample of the others. Arguments: minutes, seed.
 */
public final class Fuzz {
    private static final int SHORT = 4_000;
    private static final int LONG = 32_000;
    /** Where it shows whether a text is judged right: a short one may be one key, read in one step. */
    private static final int LONGEST = 256_000;

    /** A mixed text may be cheap up to the quote that ends its one long value; what is super-linear grows on behind it. */
    private static final int FARTHER = 4 * LONGEST;

    /** Of the texts that did not become dearer from short to long, one in so many is measured at its longest all the same. */
    private static final int SAMPLE = 50;

    private static final double SUSPICIOUS = 1.5;
    /** Cases with seeds of their own by which the compiler warms up; none of them is judged. */
    private static final int WARMUP = 3_000;

    /**
     * How much dearer a byte may be in the longest text than in the long one: caches and what a mixed text holds make some
     * difference, a square makes eight, and four in the text that is four times as long.
     */
    private static final double MOST_GROWTH = 2.2;

    /** How much dearer than in the median case a byte may be. */
    private static final double MOST_TIMES_MEDIAN = 100;

    /** From here on a cost is measured again: it may be the machine's. */
    private static final double DOUBTFUL = 10;

    private static final long CAREFUL_NANOS = 10_000_000;

    private static final int REPEATS = 5;
    private static final String TOKEN = "EC2_001";
    private static final List<String> GLUE = List.of(
            " ",
            "",
            "",
            "-",
            "_",
            ".",
            ":",
            "/",
            "\"",
            "\\\"",
            "\\n",
            "\\/",
            "\\-",
            "\\u002d",
            "\\\\u0040",
            "\\u001b[32m",
            "\u001b[0m",
            "%3A",
            "%2F",
            ",",
            "\n",
            "é",
            "😀",
            "x",
            "A",
            "9",
            "=",
            ": ",
            "\":\"",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "--",
            "@",
            "://",
            "`",
            "|",
            "<",
            ">",
            "\\",
            "%",
            "\u0001",
            "+",
            ";",
            "'",
            "0",
            "f");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Detector detector = new Detector();
    private final List<String> pieces = new ArrayList<>();
    private double[] costs = new double[1 << 16];
    private int count;
    private double slowest;
    private String slowestCase = "";
    private int longest;
    private double steepest;
    private String steepestCase = "";
    private int faults;
    private boolean judging;
    private double median = Double.MAX_VALUE / MOST_TIMES_MEDIAN;

    private Fuzz() {
        for (IdentifierType type : IdentifierType.values()) {
            pieces.addAll(type.examples());
            pieces.addAll(type.counterExamples());
        }
        pieces.addAll(List.of(
                "arn:aws:",
                "iam::123456789012:role/x-1",
                "\"Bucket\":",
                "--bucket ",
                "password=",
                "s3://",
                "AKIA",
                "eyJ",
                "-----BEGIN PRIVATE KEY-----",
                "-----END ",
                ".amazonaws.com",
                "fe80::",
                "\"aws_s3_bucket\"",
                "hostedzone/",
                "alias/",
                "/aws/",
                "Tags",
                "\"Key\": \"Name\"",
                "Bearer ",
                "IQoJ",
                "user",
                "null",
                "${",
                "cluster ",
                "bucket '"));
    }

    public static void main(String[] args) {
        long minutes = args.length > 0 ? Long.parseLong(args[0]) : 10;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Fuzz fuzz = new Fuzz();
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        for (long i = 1; i <= WARMUP; i++) {
            fuzz.one(-i);
        }
        fuzz.judging = true;
        for (long i = seed; System.nanoTime() < end; i++) {
            fuzz.one(i);
        }
        fuzz.print();
        if (fuzz.faults > 0) {
            System.exit(1);
        }
    }

    private void one(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        String piece = piece(random);
        try {
            spliced(text(random, piece, random.nextInt(3_000)));
            broken(random, piece);
            grown(seed, piece, random);
        } catch (RuntimeException | StackOverflowError | AssertionError fault) {
            faults++;
            System.out.println("seed " + seed + ": " + fault);
            Arrays.stream(fault.getStackTrace()).limit(5).forEach(line -> System.out.println("    " + line));
        }
    }

    private String piece(Random random) {
        StringBuilder piece = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String word = pieces.get(random.nextInt(pieces.size()));
            piece.append(GLUE.get(random.nextInt(GLUE.size())));
            piece.append(random.nextInt(3) == 0 ? word.substring(0, random.nextInt(word.length() + 1)) : word);
            piece.append(random.nextInt(3) == 0 ? GLUE.get(random.nextInt(GLUE.size())) : "");
        }
        return piece.isEmpty() ? "-" : piece.toString();
    }

    /** The piece again and again, in some texts behind and between others. */
    private String text(Random random, String piece, int length) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? piece(random) : "");
        boolean mixed = random.nextInt(4) == 0;
        while (text.length() < length) {
            text.append(mixed && random.nextInt(8) == 0 ? piece(random) : piece);
        }
        return text.toString();
    }

    /** Finds, splices and reads back: outside the findings nothing may have changed. */
    private void spliced(String text) {
        byte[] json =
                ("{\"a\": [1e5, \"" + new String(JsonString.escape(text), UTF_8) + "\"], \"b\": null}").getBytes(UTF_8);
        StringBytes string = string(json);
        byte[] bytes = Arrays.copyOfRange(string.bytes(), string.start(), string.end());
        Passage passage = new Passage(string.bytes(), string.start(), string.end(), null);
        Splice splice = new Splice(json, json.length);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        int copied = string.start();
        for (Finding finding : detector.find(List.of(passage)).get(0)) {
            splice.replace(string.rawOffset(finding.start()), string.rawOffset(finding.end()), TOKEN.getBytes(UTF_8));
            expected.write(string.bytes(), copied, finding.start() - copied);
            expected.writeBytes(TOKEN.getBytes(UTF_8));
            copied = finding.end();
        }
        expected.write(string.bytes(), copied, string.end() - copied);
        StringBytes back = string(splice.isEmpty() ? json : splice.toBytes());
        byte[] result = Arrays.copyOfRange(back.bytes(), back.start(), back.end());
        if (!Arrays.equals(bytes, text.getBytes(UTF_8)) || !Arrays.equals(result, expected.toByteArray())) {
            throw new AssertionError("the text came back changed");
        }
    }

    private static StringBytes string(byte[] json) {
        JsonIndex index = JsonIndex.parse(json, 0, json.length, 64);
        int list = index.member(JsonIndex.ROOT, "a");
        return StringBytes.of(index, index.after(list + 1));
    }

    /** JSON with a few bytes changed is read, or refused with the place of the fault. */
    private static void broken(Random random, String piece) {
        byte[] json = ("{\"a\":[{\"b\":\"" + new String(JsonString.escape(piece), UTF_8) + "\",\"c\":-1.5e3},true,{}]}")
                .getBytes(UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            json[random.nextInt(json.length)] =
                    (byte) (random.nextBoolean() ? "{}[]\",:\\eu0".charAt(random.nextInt(11)) : random.nextInt(256));
        }
        try {
            JsonIndex.parse(json, 0, json.length, 64);
        } catch (JsonSyntaxException refused) {
            refused.path(name -> true);
        }
    }

    private void grown(long seed, String piece, Random random) {
        long shape = random.nextLong();
        byte[] small = text(new Random(shape), piece, SHORT).getBytes(UTF_8);
        byte[] large = text(new Random(shape), piece, LONG).getBytes(UTF_8);
        double first = cost(small);
        double cost = cost(large);
        double growth = cost / first;
        for (int i = 0; i < REPEATS && (growth > SUSPICIOUS || cost > DOUBTFUL * median()); i++) {
            first = i == 0 ? careful(small) : Math.min(first, careful(small));
            cost = i == 0 ? careful(large) : Math.min(cost, careful(large));
            growth = cost / first;
        }
        if (judging && (growth > SUSPICIOUS || count % SAMPLE == 0)) {
            longest++;
            byte[] huge = text(new Random(shape), piece, LONGEST).getBytes(UTF_8);
            growth = Double.MAX_VALUE;
            for (int i = 0; i < REPEATS && growth > MOST_GROWTH; i++) {
                growth = Math.min(growth, careful(huge) / careful(large));
            }
            if (growth > MOST_GROWTH) {
                byte[] farther = text(new Random(shape), piece, FARTHER).getBytes(UTF_8);
                growth = Math.min(growth, careful(farther) / careful(huge));
            }
        }
        if (count < costs.length) {
            costs[count] = cost;
        } else {
            costs[random.nextInt(costs.length)] = cost;
        }
        count++;
        if (judging && cost > slowest) {
            slowest = cost;
            slowestCase = seed + ": " + piece;
        }
        if (judging && growth > steepest) {
            steepest = growth;
            steepestCase = seed + ": " + piece;
        }
        if (judging && (growth > MOST_GROWTH || cost > MOST_TIMES_MEDIAN * median())) {
            faults++;
            System.out.printf(Locale.ROOT, "seed %d: %.1f ns/byte, grew %.1f times: %s%n", seed, cost, growth, piece);
        }
    }

    /** Nanoseconds of processor time for each byte. */
    private double cost(byte[] text) {
        Passage passage = new Passage(text, 0, text.length, null);
        long start = THREADS.getCurrentThreadCpuTime();
        detector.find(List.of(passage));
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / text.length;
    }

    /** The same over many runs: the clock of a thread may stand still for longer than one takes. */
    private double careful(byte[] text) {
        long start = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int runs = 0;
        while (spent < CAREFUL_NANOS) {
            detector.find(List.of(new Passage(text, 0, text.length, null)));
            runs++;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        return (double) spent / runs / text.length;
    }

    private double median() {
        if (count > 1_000 && count % 1_000 == 0) {
            double[] sorted = Arrays.copyOf(costs, Math.min(count, costs.length));
            Arrays.sort(sorted);
            median = sorted[sorted.length / 2];
        }
        return median;
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%d cases, %d faults; median %.1f ns/byte of CPU%n", count, faults, median());
        System.out.printf(Locale.ROOT, "slowest %.1f ns/byte, seed %s%n", slowest, slowestCase);
        System.out.printf(
                Locale.ROOT,
                "steepest growth %.1f (from %d to %d bytes, and of %d cases from there to %d), seed %s%n",
                steepest,
                SHORT,
                LONG,
                longest,
                LONGEST,
                steepestCase);
    }
}
