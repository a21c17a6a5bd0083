package io.awsmasker.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether content may leave that nobody here can read: pictures, archives, whatever is not text. */
@Singleton
class OpaqueContent {
    private final boolean allowed;

    OpaqueContent(@ConfigProperty(name = "masker.opaque-content", defaultValue = "block") String setting) {
        if (!setting.equals("block") && !setting.equals("allow")) {
            throw new ConfigurationException(
                    "AWS_MASKER_4001 INVALID_CONFIGURATION: masker.opaque-content must be block or allow");
        }
        this.allowed = setting.equals("allow");
    }

    boolean allowed() {
        return allowed;
    }
}
