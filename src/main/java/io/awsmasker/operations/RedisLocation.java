package io.awsmasker.operations;

import io.awsmasker.gateway.settings.CustomRulesReader;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.awsmasker.gateway.settings.InvalidSettings;
import io.awsmasker.gateway.settings.MappingKeys;
import io.awsmasker.gateway.settings.MappingSettings;
import io.awsmasker.gateway.settings.SettingNames;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.mask.TokenClasses;
import io.awsmasker.redis.Lookup;
import io.awsmasker.redis.RedisSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where a command finds a Redis: at an address, or as a file of settings or the environment say, read as the gateway reads
 * them. Its texts never show a secret.
 *
 * @param texts how mappings stand there
 * @param classes of all tokens that a gateway with these settings can restore
 */
record RedisLocation(RedisSettings redis, StoredTexts texts, MappingLimits limits, Set<String> classes) {
    private static final String TIMEOUT = "masker.redis.timeout";
    private static final String OLD_TIMEOUT = "REDIS_COMMAND_TIMEOUT";

    /**
     * Reads an address or a file.
     *
     * @param option of the command that names it
     * @throws IllegalArgumentException saying what is wrong with either
     * @throws InvalidSettings naming every problem with the settings
     */
    static RedisLocation of(String option, String where) {
        if (where.startsWith("redis://")) {
            return read(new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(address(option, where), "address"))
                    .build());
        }
        return read(new PropertiesConfigSource(file(option, where), "file"));
    }

    /** Reads variables, in which {@code masker.redis.host} is {@code MASKER_REDIS_HOST}. */
    static RedisLocation ofEnvironment(Map<String, String> environment) {
        return read(new EnvConfigSource(environment, 300));
    }

    private static RedisLocation read(ConfigSource source) {
        return read(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(source)
                .build());
    }

    private static RedisLocation read(Config config) {
        Lookup settings = new Lookup(name -> patient(name, config));
        settings.problems().addAll(SettingNames.unknown(config));
        Set<String> classes = new HashSet<>(TokenClasses.builtIn());
        classes.addAll(CustomRulesReader.classes(config, settings));
        RedisLocation place = new RedisLocation(
                RedisSettings.read(settings),
                MappingKeys.read(settings),
                MappingLimits.of(MappingSettings.ttl(settings)),
                Set.copyOf(classes));
        InvalidSettings.refuse(settings);
        return place;
    }

    /** Nobody waits for a command as for a request: it has patience unless its settings say how much. */
    private static Optional<String> patient(String name, Config config) {
        Optional<String> value = GatewaySettings.value(name, config);
        boolean told = !name.equals(TIMEOUT)
                || value.isPresent()
                || GatewaySettings.value(OLD_TIMEOUT, config).isPresent();
        return told ? value : Optional.of("20s");
    }

    private static Map<String, String> address(String option, String where) {
        try {
            URI uri = new URI(where);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException(
                        option + ": no host in an address; write redis://[user:password@]host:port/0");
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
            throw new IllegalArgumentException(option + ": not an address; write redis://[user:password@]host:port/0");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Properties file(String option, String where) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(where))) {
            properties.load(reader);
            return properties;
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    option + ": the file of settings cannot be read; give an existing file, or redis://host:port/0");
        }
    }
}
