package io.awsmasker.mapping;

/**
 * How a new token gets past numbers that are taken because they stood in a text before they were given out: one by one at
 * first, then in growing steps, and not for ever. What was passed is not looked at again by the next attempt.
 */
final class Numbering {
    /** How many taken numbers may be met for one token. */
    static final int MOST_TAKEN = 64;

    private static final int ONE_BY_ONE = 8;
    private static final int MOST_DOUBLED = 10;

    /** The same for a script. */
    static final String STEP = "local mostTaken = " + MOST_TAKEN + "\nlocal function step(taken) return 2 ^ math.min("
            + "math.max(0, taken - " + ONE_BY_ONE + "), " + MOST_DOUBLED + ") end\n";

    private Numbering() {}

    /** How far to go on after so many taken numbers. */
    static long step(int taken) {
        return 1L << Math.min(Math.max(0, taken - ONE_BY_ONE), MOST_DOUBLED);
    }
}
