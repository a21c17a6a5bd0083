package io.awsmasker.bench;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.testing.AwsCliJson;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether a byte costs the same in a small text and in a large one. Small texts are searched often enough to be timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 15)
@Measurement(iterations = 10)
public class SizeBenchmark {
    private static final int LEAST = 4_000_000;

    @Param({"1000", "4000", "16000", "64000", "256000", "1000000", "4000000", "32000000"})
    public int size = 1000;

    private final Detector detector = new Detector();
    private byte[] bytes = new byte[0];

    @Setup
    public void prepare() {
        bytes = AwsCliJson.bytes(size, 1);
    }

    @Benchmark
    public int detector(CpuTime time) {
        int times = Math.max(1, LEAST / size);
        int count = 0;
        for (int i = 0; i < times; i++) {
            count += detector.find(List.of(new Passage(bytes, 0, size, null)))
                    .get(0)
                    .size();
        }
        time.stop((long) times * size);
        return count;
    }
}
