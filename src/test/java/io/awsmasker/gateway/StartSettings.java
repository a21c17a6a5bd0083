package io.awsmasker.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.awsmasker.redis.RedisSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The settings as the program itself reads them at its start, from nothing but an environment and its own properties. */
public record StartSettings(RedisSettings redis, Duration shutdownDelay, Duration shutdownTimeout) {
    private static final List<Class<?>> MAPPINGS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.awsmasker").stream()
                    .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    /** Fails as the start would, naming what is wrong. */
    public static StartSettings of(Map<String, String> environment) {
        SmallRyeConfig config = config(environment);
        RulesReader.read(config);
        ContentSettings.read(config);
        MappingKeys.read(name -> config.getOptionalValue(name, String.class));
        return new StartSettings(
                RedisSettings.from(name -> config.getOptionalValue(name, String.class)),
                config.getValue("quarkus.shutdown.delay", Duration.class),
                config.getValue("quarkus.shutdown.timeout", Duration.class));
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        try {
            SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                    .withProfile("prod")
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withValidateUnknown(false)
                    .withSources(new PropertiesConfigSource(
                            Path.of("src/main/resources/application.properties")
                                    .toUri()
                                    .toURL(),
                            250))
                    .withSources(new EnvConfigSource(environment, 300));
            MAPPINGS.forEach(builder::withMapping);
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
