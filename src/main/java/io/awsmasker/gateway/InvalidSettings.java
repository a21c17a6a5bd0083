package io.awsmasker.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** Settings that the program cannot work with: it does not start, and says all that is wrong with them at once. */
public final class InvalidSettings extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private InvalidSettings(List<String> problems) {
        super("AWS_MASKER_4001 INVALID_CONFIGURATION: " + String.join("; ", problems));
    }

    /**
     * Throws unless there is nothing wrong.
     *
     * @param problems each names the key, the fault and the remedy, and shows no value
     */
    public static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
