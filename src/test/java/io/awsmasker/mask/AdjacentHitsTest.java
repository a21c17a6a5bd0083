package io.awsmasker.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What stands side by side becomes one token, at a cost that grows with the text and not with its square. */
class AdjacentHitsTest {
    private static final String HEADER = "-----BEGIN PRIVATE KEY-----";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void manyOfThemAreJoinedAtOnce() {
        assertEquals("PEM_000", new StringMasker().mask(HEADER.repeat(3)));
        bytesFor(4_000);
        long once = bytesFor(4_000);
        long twice = bytesFor(8_000);

        assertTrue(twice < 3 * once, once + " bytes, then " + twice);
    }

    private static long bytesFor(int headers) {
        StringMasker masked = new StringMasker();
        String text = HEADER.repeat(headers);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        masked.mask(text);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
