package io.awsmasker.operations;

import io.awsmasker.gateway.StrictBoolean;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What is written about single requests. */
@ConfigMapping(prefix = "masker")
interface AuditSettings {
    /** Whether each request leaves a line that says what was masked in it, by type and number. */
    @WithName("log-masked-requests")
    @WithDefault("false")
    @WithConverter(StrictBoolean.class)
    boolean logMaskedRequests();
}
