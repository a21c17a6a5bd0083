package io.awsmasker.redis;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operator wrote under {@code masker.redis.*}, value by value. It goes on after a bad one, so that every problem is
 * reported at once, and it never repeats a value in a problem: people put secrets into the wrong place.
 */
final class Lookup {
    static final String PREFIX = "masker.redis.";

    private final Function<String, Optional<String>> values;
    private final List<String> problems = new ArrayList<>();

    Lookup(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** Notes what is wrong with a key, given without the prefix, and after a semicolon how to mend it. */
    void problem(String key, String fault) {
        problems.add(PREFIX + key + ": " + fault);
    }

    List<String> problems() {
        return problems;
    }

    /** The value of the key, else of the first of the old names that has one. */
    Optional<String> text(String key, String... oldNames) {
        Optional<String> text = find(PREFIX + key);
        for (String name : oldNames) {
            text = text.or(() -> find(name));
        }
        return text;
    }

    boolean flag(String key, boolean otherwise, String... oldNames) {
        Optional<String> text = text(key, oldNames).map(written -> written.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> {
                problem(key, "neither true nor false; set it to one of them");
                yield otherwise;
            }
        };
    }

    int number(String key, int otherwise, int least, int most, String... oldNames) {
        Optional<String> text = text(key, oldNames);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below together with a number out of range.
        }
        String source = isSet(key) ? "" : " (from " + String.join(" or ", oldNames) + ")";
        problems.add(PREFIX + key + source + ": not a whole number from " + least + " to " + most + "; set " + PREFIX
                + key + " to one, as " + otherwise);
        return otherwise;
    }

    /** @param oldName a name whose bare numbers are milliseconds; everywhere else they are seconds */
    Duration duration(String key, Duration otherwise, Duration most, String... oldName) {
        Optional<String> text = find(PREFIX + key);
        if (text.isEmpty()) {
            text = text(key, oldName).map(old -> old.chars().allMatch(Character::isDigit) ? old + "ms" : old);
        }
        return text.map(written -> parse(key, written, otherwise, most)).orElse(otherwise);
    }

    private Duration parse(String key, String text, Duration otherwise, Duration most) {
        try {
            Duration duration = DurationConverter.parseDuration(text);
            if (duration.toMillis() >= 1 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Said below together with a duration out of range.
        }
        problem(
                key,
                "not a duration from 1 ms to " + most.toSeconds() + " s; write it as " + otherwise.toSeconds()
                        + "s or 500ms");
        return otherwise;
    }

    boolean isSet(String key) {
        return find(PREFIX + key).isPresent();
    }

    Optional<String> find(String name) {
        return values.apply(name).filter(text -> !text.isBlank()).map(String::strip);
    }
}
