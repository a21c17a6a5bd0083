package io.awsmasker.redis;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to reach Redis, validated. Only {@link #from} makes one from what an operator wrote; its text never shows a secret.
 *
 * @param endpoint of the server, or of any node of the cluster
 * @param cluster whether keys are spread over several servers
 * @param database the index that is selected, 0 or more; 0 in a cluster
 * @param tls empty when the connection is not encrypted
 * @param timeout how long a connection or a call may take
 * @param poolSize how many connections to one server may be open at once
 * @param keepalive how long an unused connection stays open
 */
public record RedisSettings(
        Mode mode,
        HostAndPort endpoint,
        boolean cluster,
        int database,
        CredentialSettings credentials,
        Optional<TlsSettings> tls,
        Duration timeout,
        int poolSize,
        Duration keepalive) {

    /** Who runs the server: its operator, or AWS as ElastiCache. */
    public enum Mode {
        TRADITIONAL,
        MANAGED;

        /** As operators write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code masker.redis.*}, and where a key is not set the name that the Kong plugin had for it.
     *
     * @param lookup the value of a property or environment variable; an empty text counts as not set
     * @throws SettingsException naming every problem
     */
    public static RedisSettings from(Function<String, Optional<String>> lookup) {
        Lookup all = new Lookup(lookup);
        RedisSettings settings = read(all);
        if (!all.problems().isEmpty()) {
            throw new SettingsException(all.problems());
        }
        return settings;
    }

    /** The same among other settings: nothing may be made of them when there are problems then. */
    public static RedisSettings read(Lookup all) {
        return new SettingsReader(all.under(SettingsReader.PREFIX)).read();
    }

    /** Whether this is ElastiCache Serverless, whose policy of eviction nobody can change. */
    public boolean serverless() {
        return (credentials instanceof CredentialSettings.Iam iam && iam.serverless()) || endpoint.isServerless();
    }

    @Override
    public String toString() {
        return "mode " + mode + ", endpoint " + endpoint
                + (cluster ? ", cluster" : ", database " + database)
                + tls.map(checked -> ", TLS " + checked).orElse(", no TLS")
                + ", " + credentials;
    }
}
