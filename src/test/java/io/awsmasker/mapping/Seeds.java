package io.awsmasker.mapping;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs a property with many seeds, or with the one in the system property {@code masker.seed}. */
final class Seeds {
    private Seeds() {}

    static void each(int count, Consumer<Random> property) {
        Long chosen = Long.getLong("masker.seed");
        LongStream seeds = chosen == null ? new Random().longs(count) : LongStream.of(chosen);
        seeds.forEach(seed -> {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed with -Dmasker.seed=" + seed, e);
            }
        });
    }
}
