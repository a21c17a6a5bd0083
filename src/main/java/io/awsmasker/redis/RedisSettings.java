package io.awsmasker.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to reach a self-hosted Redis (traditional mode), validated. Only {@link #from} makes one from what an operator
 * wrote; its text never shows the password.
 *
 * @param host a host name or an address, IPv6 without brackets
 * @param port 1 to 65535
 * @param password empty when the server asks for none
 * @param database the index that is selected, 0 or more
 * @param timeout how long a connection or a call may take
 * @param poolSize how many connections may be open at once
 * @param keepalive how long an unused connection stays open
 */
public record RedisSettings(
        String host,
        int port,
        Optional<String> password,
        int database,
        Duration timeout,
        int poolSize,
        Duration keepalive) {

    /**
     * Reads {@code masker.redis.*}, and where a key is not set the name that the Kong plugin had for it.
     *
     * @param lookup the value of a property or environment variable; an empty text counts as not set
     * @throws SettingsException naming every problem
     */
    public static RedisSettings from(Function<String, Optional<String>> lookup) {
        return new SettingsReader(lookup).read();
    }

    /** Where the server is, as shown to operators: host and port. */
    public String endpoint() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    @Override
    public String toString() {
        return "mode traditional, endpoint " + endpoint() + ", database " + database + ", password "
                + (password.isPresent() ? "set" : "not set");
    }
}
