package io.awsmasker.failsecure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the guard around the mapping store is. */
@ConfigMapping(prefix = "masker.circuit")
public interface GuardSettings {
    /** Failures in a row after which the circuit opens. */
    @WithDefault("5")
    int failures();

    /** How long it stays open before calls are tried again. */
    @WithDefault("30s")
    Duration delay();

    /** Successes in a row after which it closes. */
    @WithDefault("3")
    int successes();

    /** How long one operation on the store may take, all its round trips together. */
    @WithDefault("5s")
    Duration timeout();

    /** Operations at the same time; as many again may wait. */
    @WithDefault("256")
    int concurrency();
}
