package io.awsmasker.redis;

import io.quarkus.runtime.configuration.DurationConverter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an operator wrote into {@link RedisSettings}. It goes on after a bad value, so that every problem is
 * reported at once, and it never repeats a value in a problem: people put secrets into the wrong place.
 */
final class SettingsReader {
    private static final Logger LOG = Logger.getLogger(SettingsReader.class);
    private static final String PREFIX = "masker.redis.";
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final int LARGEST_POOL = 10_000;
    private static final List<String> MANAGED_ONLY = List.of(
            "ssl-enabled",
            "ssl-verify",
            "ca-certificate",
            "auth-token",
            "auth-token-file",
            "user",
            "cluster-mode",
            "cluster-endpoint",
            "iam.enabled",
            "iam.region",
            "iam.cache-name",
            "iam.serverless");

    private final Function<String, Optional<String>> lookup;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    RedisSettings read() {
        checkType();
        var settings = new RedisSettings(
                host(),
                number("port", "REDIS_PORT", 6379, 1, 65_535),
                text("password", "REDIS_PASSWORD"),
                number("database", "REDIS_DB", 0, 0, Integer.MAX_VALUE),
                timeout(),
                number("pool-size", "REDIS_MAX_CONNECTIONS", 100, 1, LARGEST_POOL),
                duration("keepalive", PREFIX + "keepalive", Duration.ofSeconds(60), Duration.ofDays(1)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        warnOfIgnored();
        return settings;
    }

    private void checkType() {
        String type = text("type", "KONG_CONFIG_MODE").orElse("traditional").toLowerCase(Locale.ROOT);
        if (type.equals("managed")) {
            problems.add(PREFIX + "type: managed is not available in this version; set it to traditional");
        } else if (!type.equals("traditional")) {
            problems.add(PREFIX + "type: unknown mode; set it to traditional");
        }
    }

    /** A name that is no host in a URI, as {@code my_redis}, would silently be taken for localhost by the client. */
    private String host() {
        String host = text("host", "REDIS_HOST").orElse("localhost");
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String inUri = bare.indexOf(':') < 0 ? bare : "[" + bare + "]";
        if (!inUri.equals(hostIn("redis://" + inUri + ":6379"))) {
            problems.add(PREFIX + "host: not a host name or address; give it without scheme, port, user and '_'");
        }
        return bare;
    }

    private static @Nullable String hostIn(String uri) {
        try {
            return new URI(uri).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private int number(String key, String legacy, int otherwise, int least, int most) {
        Optional<String> text = text(key, legacy);
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
        String source = setKey(key) ? PREFIX + key : PREFIX + key + " (from " + legacy + ")";
        problems.add(source + ": not a whole number from " + least + " to " + most + "; set " + PREFIX + key
                + " to one, as " + otherwise);
        return otherwise;
    }

    /** The plugin's variable was a bare number of milliseconds; everywhere else a bare number means seconds. */
    private Duration timeout() {
        Duration otherwise = Duration.ofSeconds(2);
        if (setKey("timeout")) {
            return duration("timeout", PREFIX + "timeout", otherwise, LONGEST_TIMEOUT);
        }
        Optional<String> legacy = find("REDIS_COMMAND_TIMEOUT");
        if (legacy.isEmpty()) {
            return otherwise;
        }
        String text = legacy.get();
        boolean bare = text.chars().allMatch(Character::isDigit);
        return parse("timeout", bare ? text + "ms" : text, otherwise, LONGEST_TIMEOUT);
    }

    private Duration duration(String key, String name, Duration otherwise, Duration most) {
        return find(name).map(text -> parse(key, text, otherwise, most)).orElse(otherwise);
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
        problems.add(PREFIX + key + ": not a duration from 1 ms to " + most.toSeconds() + " s; write it as "
                + otherwise.toSeconds() + "s or 500ms");
        return otherwise;
    }

    private void warnOfIgnored() {
        List<String> ignored =
                MANAGED_ONLY.stream().filter(this::setKey).map(PREFIX::concat).toList();
        if (!ignored.isEmpty()) {
            LOG.warnf("Ignored in traditional mode: %s", String.join(", ", ignored));
        }
    }

    private Optional<String> text(String key, String legacy) {
        return find(PREFIX + key).or(() -> find(legacy));
    }

    private boolean setKey(String key) {
        return find(PREFIX + key).isPresent();
    }

    private Optional<String> find(String name) {
        return lookup.apply(name).filter(text -> !text.isBlank()).map(String::strip);
    }
}
