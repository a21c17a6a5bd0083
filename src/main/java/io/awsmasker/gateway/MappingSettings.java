package io.awsmasker.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

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

    /**
     * How long a mapping lives that was used in what Anthropic keeps (a batch, a file, a skill, a container, a thread), and
     * for how long such a thing can be used: as long as a file with a lifetime may live at most.
     */
    @WithName("stored-ttl")
    @WithDefault("90d")
    Duration storedTtl();

    /** How many mappings there may be: in memory for each tenant (10,000 if not set), in Redis for all (any number). */
    @WithName("max-entries")
    OptionalInt maxEntries();

    /** How many values of a tenant may be new in one minute, over all instances; 0 for any number. */
    @WithName("max-new-per-minute")
    @WithDefault("100000")
    int maxNewPerMinute();

    /** 32 bytes in base64; mappings in Redis are encrypted when it is set. */
    @WithName("encryption-key")
    Optional<String> encryptionKey();

    /** A file that holds the key instead. */
    @WithName("encryption-key-file")
    Optional<String> encryptionKeyFile();

    /** The other key while keys are rotated: read, not written. */
    @WithName("encryption-key-previous")
    Optional<String> encryptionKeyPrevious();

    /** A file that holds the other key instead. */
    @WithName("encryption-key-previous-file")
    Optional<String> encryptionKeyPreviousFile();
}
