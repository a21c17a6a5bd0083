package io.awsmasker.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** Where masked requests go. */
@ConfigMapping(prefix = "masker.upstream")
public interface UpstreamSettings {
    /** Base address without path, or {@code echo} for the built-in stand-in. */
    Optional<String> url();

    /** The key that replaces the clients' own; none passes theirs on. */
    @WithName("api-key")
    Optional<String> apiKey();

    /** How long connecting may take. */
    @WithName("connect-timeout")
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long the upstream may be silent: Claude may think for ten minutes before it answers. */
    @WithName("idle-timeout")
    @WithDefault("15m")
    Duration idleTimeout();

    /** Connections to the upstream. */
    @WithName("pool-size")
    @WithDefault("200")
    int poolSize();
}
