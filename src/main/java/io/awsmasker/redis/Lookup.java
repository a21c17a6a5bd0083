package io.awsmasker.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an operator wrote, value by value. It goes on after a bad one, so that every problem is reported at once, it names
 * the old name where that was used, and it never repeats a value in a problem: people put secrets into the wrong place.
 */
public final class Lookup {
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final String prefix;
    private final Function<String, Optional<String>> values;
    private final List<String> problems;
    private final Set<String> missing;

    /** @param values by the name of a property or environment variable; an empty text counts as not set */
    public Lookup(Function<String, Optional<String>> values) {
        this("", values, new ArrayList<>(), new HashSet<>());
    }

    private Lookup(
            String prefix, Function<String, Optional<String>> values, List<String> problems, Set<String> missing) {
        this.prefix = prefix;
        this.values = values;
        this.problems = problems;
        this.missing = missing;
    }

    /** The settings whose names begin so, to be asked for without it; their problems are noted in the same list. */
    public Lookup under(String group) {
        return new Lookup(prefix + group, values, problems, missing);
    }

    /** Notes what is wrong with a key or the first of its old names that is set, and after a semicolon how to mend it. */
    public void problem(String key, String fault, String... oldNames) {
        problems.add(written(key, oldNames) + ": " + fault);
    }

    /** Notes that something is not there which this key or another one requires, and how to mend it. */
    public void missing(String key, String fault) {
        String problem = prefix + key + ": " + fault;
        problems.add(problem);
        missing.add(problem);
    }

    /** Whether nothing is wrong but what is missing. */
    public boolean lacksOnly() {
        return missing.containsAll(problems);
    }

    /** Each names the key, the fault and the remedy; whoever reads further settings adds to them. */
    public List<String> problems() {
        return problems;
    }

    /** The value of the key, else of the first of the old names that has one. */
    public Optional<String> text(String key, String... oldNames) {
        Optional<String> text = find(prefix + key);
        for (String name : oldNames) {
            text = text.or(() -> find(name));
        }
        return text;
    }

    /** A switch. */
    public boolean flag(String key, boolean otherwise, String... oldNames) {
        Optional<String> text = text(key, oldNames).map(written -> written.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> {
                problem(key, "neither true nor false; set it to one of them", oldNames);
                yield otherwise;
            }
        };
    }

    /** Whether the second of two words was chosen; the first is the default. */
    public boolean choice(String key, String first, String second) {
        String chosen = text(key).orElse(first);
        if (!chosen.equals(first) && !chosen.equals(second)) {
            problem(key, "unknown; set it to " + first + " or " + second);
        }
        return chosen.equals(second);
    }

    /** A whole number from the least to the most, both included. */
    public int number(String key, int otherwise, int least, int most, String... oldNames) {
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
        String range = most == Integer.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
        String cause = text.get().startsWith("tcp://")
                ? ", but the address of a Service, which Kubernetes puts there unless enableServiceLinks is false"
                : "";
        problem(
                key,
                "not a whole number " + range + cause + "; set " + prefix + key + " to one, as " + otherwise,
                oldNames);
        return otherwise;
    }

    /** A time from the least to the most, both included; a bare number counts seconds. */
    public Duration duration(String key, Duration otherwise, Duration least, Duration most, String... oldNames) {
        return text(key, oldNames)
                .map(written -> parse(key, written, otherwise, least, most, oldNames))
                .orElse(otherwise);
    }

    /** @param oldName a name whose bare numbers are milliseconds */
    Duration duration(String key, Duration otherwise, Duration most, String... oldName) {
        Optional<String> text = find(prefix + key);
        if (text.isEmpty()) {
            text = text(key, oldName).map(old -> old.chars().allMatch(Character::isDigit) ? old + "ms" : old);
        }
        return text.map(written -> parse(key, written, otherwise, MILLISECOND, most, oldName))
                .orElse(otherwise);
    }

    private Duration parse(
            String key, String text, Duration otherwise, Duration least, Duration most, String... oldNames) {
        DurationRange range = new DurationRange(least, most);
        return range.read(text).orElseGet(() -> {
            problem(
                    key,
                    "not a duration " + range + "; write it as " + DurationRange.shown(otherwise) + " or 500ms",
                    oldNames);
            return otherwise;
        });
    }

    /** Whether the key itself is set, and not an old name of it. */
    public boolean isSet(String key) {
        return find(prefix + key).isPresent();
    }

    /** The value of a name as it stands, without the prefix. */
    public Optional<String> find(String name) {
        try {
            return values.apply(name).filter(text -> !text.isBlank()).map(String::strip);
        } catch (NoSuchElementException | IllegalArgumentException e) {
            String problem =
                    name + ": refers by ${…} to what is not set; set that too, or write \\${ for the characters";
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return Optional.empty();
        }
    }

    private String written(String key, String... oldNames) {
        if (!isSet(key)) {
            for (String oldName : oldNames) {
                if (find(oldName).isPresent()) {
                    return prefix + key + " (from " + oldName + ")";
                }
            }
        }
        return prefix + key;
    }
}
