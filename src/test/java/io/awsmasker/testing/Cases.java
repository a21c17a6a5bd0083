package io.awsmasker.testing;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property on many random cases, the same ones in every build. A failure names the seed of its case, with
 * {@code -Dmasker.seed=N} that case is the first to run, and any other N tries new ones.
 */
public final class Cases {
    private static final long FIRST = Long.getLong("masker.seed", 1);

    private Cases() {}

    public static void run(int count, Consumer<Random> property) {
        for (int i = 0; i < count; i++) {
            long seed = FIRST + i;
            try {
                // Neighbouring seeds begin alike in java.util.Random, so they are spread first.
                property.accept(new Random(seed * 0x9E3779B97F4A7C15L));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("failed with -Dmasker.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
