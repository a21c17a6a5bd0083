package io.awsmasker.gateway;

import io.awsmasker.redis.Lookup;
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
    private static final List<String> OLD_NAMES = List.of(
            "KONG_CONFIG_MODE",
            "REDIS_HOST",
            "REDIS_PORT",
            "REDIS_DB",
            "REDIS_PASSWORD",
            "REDIS_COMMAND_TIMEOUT",
            "REDIS_MAX_CONNECTIONS",
            "ELASTICACHE_HOST",
            "ELASTICACHE_PORT",
            "ELASTICACHE_SSL_ENABLED",
            "ELASTICACHE_SSL_VERIFY",
            "ELASTICACHE_AUTH_TOKEN",
            "ELASTICACHE_USER",
            "ELASTICACHE_CLUSTER_MODE",
            "ELASTICACHE_CLUSTER_ENDPOINT");

    private RedisIgnored() {}

    static void warn(Lookup settings) {
        List<String> ignored = Stream.concat(
                        SettingNames.all().stream()
                                .filter(name -> GROUPS.stream().anyMatch(name::startsWith))
                                .sorted(),
                        OLD_NAMES.stream())
                .filter(settings::isSet)
                .toList();
        if (!ignored.isEmpty()) {
            LOG.warn("Ignored and not checked while masker.mapping.use-redis is false: " + String.join(", ", ignored));
        }
    }
}
