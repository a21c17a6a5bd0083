package io.awsmasker.redis;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

/** The durations that a setting may have, both ends included. They are shown in the largest unit that they are a whole number of. */
record DurationRange(Duration least, Duration most) {
    /** The duration that a text means, a bare number counting seconds; empty if it means none, or one out of range. */
    Optional<Duration> read(String text) {
        try {
            return Optional.of(DurationConverter.parseDuration(text))
                    .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static String shown(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds % 86_400 == 0
                ? seconds / 86_400 + "d"
                : seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    @Override
    public String toString() {
        return "from " + shown(least) + " to " + shown(most);
    }
}
