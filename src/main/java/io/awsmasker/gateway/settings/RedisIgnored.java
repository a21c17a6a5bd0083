package io.awsmasker.gateway.settings;

import io.awsmasker.redis.Lookup;
import io.awsmasker.redis.OldNames;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Names the settings that mean nothing while mappings are in memory. They are not read, so that whoever tries a configuration
 * out in this way must not take them for checked.
 */
final class RedisIgnored {
    private static final Logger LOG = Logger.getLogger(RedisIgnored.class);

    private static final List<String> GROUPS = List.of("masker.redis.", "masker.mapping.encryption-key");

    private RedisIgnored() {}

    static void warn(Lookup settings) {
        List<String> ignored = Stream.concat(
                        SettingNames.all().stream()
                                .filter(name -> GROUPS.stream().anyMatch(name::startsWith))
                                .sorted(),
                        OldNames.ALL.stream())
                .filter(settings::isSet)
                .toList();
        if (!ignored.isEmpty()) {
            LOG.warn("Ignored and not checked while masker.mapping.use-redis is false: " + String.join(", ", ignored));
        }
    }
}
