package io.awsmasker.gateway.settings;

import io.awsmasker.redis.RedisSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The settings as the program itself reads them at its start, from nothing but an environment and its own properties. */
public record StartSettings(RedisSettings redis, Duration shutdownDelay, Duration shutdownTimeout) {
    /** Fails as the start would, naming what is wrong. */
    public static StartSettings of(Map<String, String> environment) {
        SmallRyeConfig config = config(environment);
        return new StartSettings(
                GatewaySettings.read(config).redis().orElseThrow(),
                config.getValue("quarkus.shutdown.delay", Duration.class),
                config.getValue("quarkus.shutdown.timeout", Duration.class));
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        try {
            return new SmallRyeConfigBuilder()
                    .withProfile("prod")
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withValidateUnknown(false)
                    .withSources(new PropertiesConfigSource(
                            Path.of("src/main/resources/application.properties")
                                    .toUri()
                                    .toURL(),
                            250))
                    .withSources(new EnvConfigSource(environment, 300))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
