package io.awsmasker.testing;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property on many random cases. Every run takes new ones; a failure names the seed of its case, and
 * {@code -Dmasker.seed=N} runs that case alone.
 */
public final class Cases {
    private Cases() {}

    public static void run(int count, Consumer<Random> property) {
        Long chosen = Long.getLong("masker.seed");
        Random seeds = new Random();
        for (int i = 0; i < (chosen == null ? count : 1); i++) {
            long seed = chosen == null ? seeds.nextLong() : chosen;
            try {
                property.accept(new Random(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("failed with -Dmasker.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
