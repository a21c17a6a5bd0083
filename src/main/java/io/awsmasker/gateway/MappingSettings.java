package io.awsmasker.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Where mappings are kept and for how long. */
@ConfigMapping(prefix = "masker.mapping")
public interface MappingSettings {
    /** False keeps them in the memory of this one instance, for trying out. */
    @WithName("use-redis")
    @WithDefault("true")
    @WithConverter(StrictBoolean.class)
    boolean useRedis();

    /** How long a mapping lives after its last use. */
    @WithDefault("7d")
    Duration ttl();

    /** How many mappings are kept in memory. */
    @WithName("max-entries")
    @WithDefault("10000")
    int maxEntries();
}
