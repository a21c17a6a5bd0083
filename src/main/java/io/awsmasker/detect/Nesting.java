package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * What the brackets around a place belong to: inside {@code "Buckets": [{…}]} a plain {@code Name} is a bucket's name.
 * Brackets in strings may unbalance it; then a name is missed or found, but nothing breaks.
 */
final class Nesting {
    private static final int DEEPEST = 64;

    private final @Nullable IdentifierType[] owners = new IdentifierType[DEEPEST];
    private int depth;
    private int expectedAt = -1;
    private @Nullable IdentifierType expected;

    /** Says that a bracket at {@code at} belongs to {@code owner}. */
    void expect(int at, @Nullable IdentifierType owner) {
        expectedAt = at;
        expected = owner;
    }

    /** Enters the bracket at {@code at}; what no key announced belongs to what surrounds it. */
    void open(int at) {
        IdentifierType owner = at == expectedAt ? expected : owner();
        if (depth < DEEPEST) {
            owners[depth] = owner;
        }
        depth++;
    }

    void close() {
        depth = Math.max(0, depth - 1);
    }

    @Nullable
    IdentifierType owner() {
        return depth > 0 && depth <= DEEPEST ? owners[depth - 1] : null;
    }
}
