package io.awsmasker.gateway.settings;

import io.awsmasker.redis.Lookup;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Settings that the program cannot work with: it does not start, and says all that is wrong with them at once. */
public final class InvalidSettings extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private InvalidSettings(Lookup settings) {
        super((settings.lacksOnly()
                        ? "AWS_MASKER_4002 MISSING_REQUIRED_CONFIG: "
                        : "AWS_MASKER_4001 INVALID_CONFIGURATION: ")
                + String.join("; ", settings.problems()));
    }

    /**
     * Throws unless there is nothing wrong.
     *
     * @param settings all that were read; each of their problems names the key, the fault and the remedy, and shows no value
     */
    public static void refuse(Lookup settings) {
        if (!settings.problems().isEmpty()) {
            throw new InvalidSettings(settings);
        }
    }
}
