package io.awsmasker.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** Settings that the gateway cannot work with: it does not start, and says all that is wrong with them at once. */
final class InvalidSettings extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /** Each problem names the key, the fault and the remedy, and shows no value. */
    InvalidSettings(List<String> problems) {
        super("AWS_MASKER_4001 INVALID_CONFIGURATION: " + String.join("; ", problems));
    }
}
