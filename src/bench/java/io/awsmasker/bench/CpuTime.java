package io.awsmasker.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The time that the measuring thread had a processor, so that other programs on the machine count less. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long LEAST_NANOS = 300_000_000;

    /** Million bytes for each second of processor time. */
    public double megabytes;

    private long start;

    @Setup(Level.Invocation)
    public void start() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    /** Whether too little was measured to say anything. */
    boolean brief() {
        return THREADS.getCurrentThreadCpuTime() - start < LEAST_NANOS;
    }

    void stop(long bytes) {
        megabytes = bytes * 1e3 / Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
    }
}
