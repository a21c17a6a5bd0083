package io.awsmasker.redis;

import io.awsmasker.redis.RedisSettings.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Turns what an operator wrote into {@link RedisSettings}, or into one list of all that is wrong with it. */
final class SettingsReader {
    static final String PREFIX = "masker.redis.";

    private static final Logger LOG = Logger.getLogger(SettingsReader.class);
    private static final int DEFAULT_PORT = 6379;
    private static final int LARGEST_POOL = 10_000;
    private static final List<String> MANAGED_ONLY = List.of(
            "auth-token",
            "auth-token-file",
            "cluster-mode",
            "cluster-endpoint",
            "iam.enabled",
            "iam.region",
            "iam.cache-name",
            "iam.serverless");
    private static final List<String> TRADITIONAL_ONLY = List.of("password", "password-file");

    private final Lookup lookup;

    SettingsReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Settings of which nothing may be made when there are problems. */
    RedisSettings read() {
        int before = lookup.problems().size();
        Mode mode = mode();
        boolean managed = mode == Mode.MANAGED;
        boolean cluster = managed && cluster();
        var tls = new TlsReader(lookup).read(managed);
        var settings = new RedisSettings(
                mode,
                cluster ? clusterEndpoint() : endpoint(managed),
                cluster,
                database(managed, cluster),
                new CredentialReader(lookup).read(managed, tls.isPresent()),
                tls,
                lookup.duration("timeout", Duration.ofSeconds(2), Duration.ofMinutes(1), "REDIS_COMMAND_TIMEOUT"),
                lookup.number("pool-size", 100, 1, LARGEST_POOL, "REDIS_MAX_CONNECTIONS"),
                lookup.duration("keepalive", Duration.ofSeconds(60), Duration.ofDays(1)));
        if (lookup.problems().size() == before) {
            warnOfIgnored(managed);
        }
        return settings;
    }

    private Mode mode() {
        String type = lookup.text("type", "KONG_CONFIG_MODE").orElse("traditional");
        for (Mode mode : Mode.values()) {
            if (mode.toString().equals(type.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        lookup.problem("type", "unknown mode; set it to traditional or managed", "KONG_CONFIG_MODE");
        return Mode.TRADITIONAL;
    }

    private boolean cluster() {
        boolean enabled = lookup.flag("cluster-mode", false, "ELASTICACHE_CLUSTER_MODE");
        boolean given =
                lookup.text("cluster-endpoint", "ELASTICACHE_CLUSTER_ENDPOINT").isPresent();
        if (enabled && !given) {
            lookup.missing(
                    "cluster-endpoint",
                    "redis_cluster_endpoint is required when redis_cluster_mode is enabled; "
                            + "set it to the configuration endpoint of the cluster");
        } else if (given && !enabled) {
            lookup.problem(
                    "cluster-mode",
                    "redis_cluster_mode must be enabled when redis_cluster_endpoint is provided; "
                            + "set it to true, or take the endpoint away",
                    "ELASTICACHE_CLUSTER_MODE");
        }
        return enabled && given;
    }

    private HostAndPort clusterEndpoint() {
        String text =
                lookup.text("cluster-endpoint", "ELASTICACHE_CLUSTER_ENDPOINT").orElse("");
        int colon = text.lastIndexOf(':');
        boolean hasPort = text.contains("]:") || (colon > 0 && text.indexOf(':') == colon);
        String host = hasPort ? text.substring(0, colon) : text;
        return checked(
                "cluster-endpoint",
                "ELASTICACHE_CLUSTER_ENDPOINT",
                host,
                hasPort ? portIn(text.substring(colon + 1)) : port(true));
    }

    /** An impossible port makes the endpoint invalid, which is said together with a bad host. */
    private static int portIn(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private HostAndPort endpoint(boolean managed) {
        String oldName = managed ? "ELASTICACHE_HOST" : "REDIS_HOST";
        var host = lookup.text("host", oldName);
        boolean elsewhere =
                lookup.text("cluster-endpoint", "ELASTICACHE_CLUSTER_ENDPOINT").isPresent();
        if (managed && host.isEmpty() && !elsewhere) {
            lookup.missing("host", "is required in managed mode; set it to the primary endpoint of the cache");
        }
        return checked("host", oldName, host.orElse("localhost"), port(managed));
    }

    private int port(boolean managed) {
        return lookup.number("port", DEFAULT_PORT, 1, 65_535, managed ? "ELASTICACHE_PORT" : "REDIS_PORT");
    }

    private HostAndPort checked(String key, String oldName, String host, int port) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        HostAndPort endpoint = new HostAndPort(bare, port);
        if (!endpoint.isValid()) {
            String also = key.equals("host") ? ", port" : "";
            lookup.problem(
                    key, "not a host name or address; give it without scheme" + also + ", user and '_'", oldName);
        }
        return endpoint;
    }

    private int database(boolean managed, boolean cluster) {
        int database = managed
                ? lookup.number("database", 0, 0, Integer.MAX_VALUE)
                : lookup.number("database", 0, 0, Integer.MAX_VALUE, "REDIS_DB");
        if (cluster && database != 0) {
            lookup.problem("database", "a cluster has only database 0; take the setting away");
        }
        return database;
    }

    private void warnOfIgnored(boolean managed) {
        Stream<String> keys = (managed ? TRADITIONAL_ONLY : MANAGED_ONLY)
                .stream().filter(lookup::isSet).map(PREFIX::concat);
        Stream<String> oldNames = managed
                ? Stream.empty()
                : OldNames.MANAGED.stream().filter(name -> lookup.find(name).isPresent());
        List<String> ignored = Stream.concat(keys, oldNames).toList();
        if (!ignored.isEmpty()) {
            LOG.warn("Ignored in " + (managed ? "managed" : "traditional") + " mode: " + String.join(", ", ignored));
        }
    }
}
