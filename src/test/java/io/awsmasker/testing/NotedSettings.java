package io.awsmasker.testing;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings that note what is asked for, so that a test sees which names the program reads.
 *
 * @param asked receives each name
 */
public record NotedSettings(Map<String, String> settings, Set<String> asked) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        asked.add(name);
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "noted";
    }
}
