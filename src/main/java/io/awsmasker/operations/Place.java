package io.awsmasker.operations;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Where a command finds a Redis: an address, a file of settings, or the environment. Its texts never show a secret. */
final class Place {
    private final Function<String, Optional<String>> settings;

    private Place(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    Optional<String> lookup(String name) {
        return settings.apply(name);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Place of(String where) {
        Map<String, String> values = where.startsWith("redis://") ? address(where) : file(where);
        return new Place(name -> Optional.ofNullable(values.get(name)));
    }

    /** {@code masker.redis.host} is {@code MASKER_REDIS_HOST} there. */
    static Place ofEnvironment(Map<String, String> environment) {
        return new Place(name -> Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(
                        environment.get(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)))));
    }

    private static Map<String, String> address(String where) {
        try {
            URI uri = new URI(where);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("no host in an address; write redis://[user:password@]host:port/0");
            }
            Map<String, String> values = new HashMap<>();
            values.put("masker.redis.host", uri.getHost());
            values.put("masker.redis.port", String.valueOf(uri.getPort() < 0 ? 6379 : uri.getPort()));
            if (uri.getPath().length() > 1) {
                values.put("masker.redis.database", uri.getPath().substring(1));
            }
            String login = uri.getRawUserInfo();
            if (login != null) {
                int colon = login.indexOf(':');
                values.put("masker.redis.password", decoded(login.substring(colon + 1)));
                if (colon > 0) {
                    values.put("masker.redis.user", decoded(login.substring(0, colon)));
                }
            }
            return values;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address; write redis://[user:password@]host:port/0");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> file(String where) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(where))) {
            properties.load(reader);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "the file of settings cannot be read; give an existing file, or redis://host:port/0");
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
