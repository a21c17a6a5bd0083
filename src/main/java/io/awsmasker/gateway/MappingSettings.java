package io.awsmasker.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Where mappings are kept and for how long. */
@ConfigMapping(prefix = "masker.mapping")
public interface MappingSettings {
    /** False keeps them in the memory of this one instance, for trying out. */
    @WithName("use-redis")
    @WithDefault("true")
    boolean useRedis();

    /** How long a mapping lives after its last use. */
    @WithDefault("7d")
    Duration ttl();

    /**
     * How long a mapping lives that was used in what Anthropic keeps (a batch, a file, a skill, a container, a thread), and
     * for how long such a thing can be used: as long as a file with a lifetime may live at most.
     */
    @WithName("stored-ttl")
    @WithDefault("90d")
    Duration storedTtl();

    /** How many mappings are kept in memory. */
    @WithName("max-entries")
    @WithDefault("10000")
    int maxEntries();
}
