package io.awsmasker.redis;

import java.util.List;
import java.util.stream.Stream;

/** Names that the Kong plugin gave to settings of Redis. Each is still read, so each must be named where it is not. */
public final class OldNames {
    static final List<String> MANAGED = List.of(
            "ELASTICACHE_HOST",
            "ELASTICACHE_PORT",
            "ELASTICACHE_SSL_ENABLED",
            "ELASTICACHE_SSL_VERIFY",
            "ELASTICACHE_AUTH_TOKEN",
            "ELASTICACHE_USER",
            "ELASTICACHE_CLUSTER_MODE",
            "ELASTICACHE_CLUSTER_ENDPOINT");

    /** All of them, as variables of the environment. */
    public static final List<String> ALL = Stream.concat(
                    Stream.of(
                            "KONG_CONFIG_MODE",
                            "REDIS_HOST",
                            "REDIS_PORT",
                            "REDIS_DB",
                            "REDIS_PASSWORD",
                            "REDIS_COMMAND_TIMEOUT",
                            "REDIS_MAX_CONNECTIONS"),
                    MANAGED.stream())
            .toList();

    private OldNames() {}
}
